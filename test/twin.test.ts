// The Ajv twin: what it is compiled from, what it says, and how its text is made.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadCatalog } from "../scripts/catalog/catalog.ts";
import type { OutputFile } from "../scripts/emit/file.ts";
import { bundle, maxReadable } from "../scripts/emit/twin/bundle.ts";
import { ajvDocuments } from "../scripts/emit/twin/documents.ts";
import { emitTwin } from "../scripts/emit/twin/twin.ts";
import { makeVectors } from "../scripts/emit/vectors.ts";
import { isDecimalMultiple } from "../scripts/json/decimal.ts";
import { runPackage } from "../scripts/payloads/packages.ts";
import { multiple } from "../scripts/runtime/multiple.js";
import { readSources } from "../scripts/sources.ts";
import { everyKeyword } from "./fixtures/everyKeyword.ts";
import { writeSchemas } from "./support/build.ts";
import { createFolder, draft, root } from "./support/codegen.ts";

const sources = await readSources(root);

/** A validate function of Ajv. */
interface AjvFunction {
  (value: unknown): boolean;
  readonly errors?:
    readonly { readonly keyword: string; readonly instancePath: string; readonly schemaPath: string }[] | null;
}

const load = async (schemas: Readonly<Record<string, unknown>>) =>
  (await loadCatalog(await writeSchemas(schemas))).catalog;
const twinOf = async (schemas: Readonly<Record<string, unknown>>): Promise<OutputFile[]> =>
  emitTwin({ ...sources, catalog: await load(schemas) });

/** The validate functions of schemas, from the CommonJS module. */
async function functionsOf(schemas: Readonly<Record<string, unknown>>): Promise<Record<string, AjvFunction>> {
  return runPackage(await twinOf(schemas), "ajv.cjs") as Record<string, AjvFunction>;
}

/** A folder of one event, that has one member with a schema of its own, or with references to other files. */
const probe = (member: unknown, more: object = {}): Record<string, object> => ({
  "events/x.schema.json": {
    $schema: draft,
    title: "XEvent",
    type: "object",
    properties: { type: { const: "x" }, member },
  },
  ...more,
});

describe("a number is a multiple by the decimals that are printed", () => {
  test.each([
    [19.99, 0.01, true],
    [19.999, 0.01, false],
    [1e21, 1, true],
    [1e21 + 131072, 2, true],
    [3e-300, 1e-300, true],
    [1e308, 5e-324, true],
    [5e-324, 1e308, false],
    [-0.3, 0.1, true],
    [0, 0.7, true],
    [-0, 3, true],
    [4, 2, true],
    [5, 2, false],
    [7.5, 2.5, true],
    [Number.MAX_SAFE_INTEGER + 1, 2, true],
    [Number.POSITIVE_INFINITY, 1, false],
    [Number.NaN, 1, false],
  ])("%d of %d: %s", (value, step, want) => {
    expect([multiple(value, step), isDecimalMultiple(value, step)]).toEqual([want, want]);
  });

  test("as another implementation has it", () => {
    const cents = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((count) => Number(`${count}e-2`));
    const number = fc.oneof(cents, fc.integer(), fc.double());
    const step = fc.oneof(
      fc.constantFrom(0.01, 0.1, 1, 2, 2.5, 1e-300, 1e300),
      fc.double({ min: 5e-324, noNaN: true, noDefaultInfinity: true }),
    );
    fc.assert(
      fc.property(number, step, (value, by) => multiple(value, by) === isDecimalMultiple(value, by)),
      { numRuns: 5000, seed: 20261125 },
    );
  });
});

test("Ajv is given demands and composition, references by the names of documents, and nothing else", async () => {
  const schema = {
    $schema: draft,
    $id: "https://other.example/a/b/",
    title: "XEvent",
    description: "d",
    deprecated: true,
    type: "object",
    allOf: [{ $ref: "../a b.schema.json#/$defs/a~1%25" }],
    required: ["type"],
    properties: {
      type: { const: "x", "x-sensitive": true },
      title: { type: "string", format: "unheard-of", title: "t" },
      $ref: { format: "date", default: "x", examples: [{ $ref: "y" }] },
      self: { $ref: "#/properties/type" },
    },
    "x-lint-off": { example: "e" },
  };
  const shared = { $schema: draft, title: "Shared", $defs: { "a/%": { minProperties: 1, description: "d" } } };
  const documents = ajvDocuments(await load({ "events/x.schema.json": schema, "a b.schema.json": shared }));
  expect(Object.fromEntries(documents)).toEqual({
    "https://schemas.invalid/a%20b.schema.json": { $defs: { "a/%": { minProperties: 1 } } },
    "https://schemas.invalid/events/x.schema.json": {
      type: "object",
      allOf: [{ $ref: "https://schemas.invalid/a%20b.schema.json#/%24defs/a~1%25" }],
      required: ["type"],
      properties: {
        type: { const: "x" },
        title: { type: "string" },
        $ref: { format: "date" },
        self: { $ref: "https://schemas.invalid/events/x.schema.json#/properties/type" },
      },
    },
  });
});

const point = {
  $schema: draft,
  title: "Point",
  type: "object",
  required: ["x"],
  properties: { x: { type: "number" } },
};

describe("Ajv judges", () => {
  test.each<[name: string, schemas: Record<string, object>, member: unknown, broken: string[]]>([
    [
      "a relative reference",
      probe({ $ref: "../objects/point.schema.json" }, { "objects/point.schema.json": point }),
      {},
      ["/member required"],
    ],
    [
      "a reference whose document names itself",
      probe({ $ref: "../p.schema.json" }, { "p.schema.json": { ...point, $id: "https://x.example/" } }),
      {},
      ["/member required"],
    ],
    [
      "a reference to a name that is hard to write",
      probe(
        { $ref: "../a%20%2525.schema.json#/$defs/%2541~1" },
        { "a %25.schema.json": { $schema: draft, title: "A", $defs: { "%41/": { const: 1 } } } },
      ),
      2,
      ["/member const"],
    ],
    [
      "a file of another alphabet",
      probe({ $ref: "../\u00e9.schema.json" }, { "\u00e9.schema.json": point }),
      {},
      ["/member required"],
    ],
    [
      "words beside a reference, and a limit",
      probe({ $ref: "../p.schema.json", description: "d", maxProperties: 1 }, { "p.schema.json": point }),
      { x: 1, y: 2 },
      ["/member maxProperties"],
    ],
    ["our format", probe({ format: "date-time" }), "2022-02-21 19:38:34Z", ["/member format"]],
    ["a format without a row", probe({ type: "string", format: "idn-hostname" }), "?", []],
    ["cents", probe({ multipleOf: 0.01 }), 19.99, []],
    ["a tenth of a cent", probe({ multipleOf: 0.01 }), 19.999, ["/member multipleOf"]],
    ["a large multiple of 1", probe({ multipleOf: 1 }), 1e21, []],
    ["lengths in code points", probe({ maxLength: 1 }), "\u{1F600}", []],
    ["a constant by its members", probe({ const: { a: 1, b: [2] } }), { b: [2], a: 1 }, []],
    [
      "members of the names of methods",
      probe({ type: "array", uniqueItems: true }),
      [{ toString: 1 }, { valueOf: 1, toString: 1 }],
      [],
    ],
    [
      "equal items of the names of methods",
      probe({ type: "array", uniqueItems: true }),
      [{ toString: 1 }, { toString: 1 }],
      ["/member uniqueItems"],
    ],
    [
      "a member that every object inherits",
      probe({ type: "object", required: ["constructor"] }),
      {},
      ["/member required"],
    ],
    [
      "fragments by themselves",
      probe({ anyOf: [{ required: ["a"] }, { required: ["b"] }], properties: { a: { minLength: 2 } } }),
      { b: 1 },
      [],
    ],
    ["several types", probe({ type: ["string", "number", "null"] }), 1, []],
  ])("%s", async (_, schemas, member, broken) => {
    const { XEvent } = await functionsOf(schemas);
    expect(XEvent?.({ type: "x", member })).toBe(broken.length === 0);
    expect((XEvent?.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`)).toEqual(broken);
  });
});

test("both modules export a function per event by its name, and say the same", async () => {
  const catalog = await load({
    ...everyKeyword,
    "events/y.schema.json": {
      $schema: draft,
      title: "\u00c9v\u00e9nement",
      type: "object",
      properties: { type: { const: "y" } },
    },
  });
  const files = await emitTwin({ ...sources, catalog });
  const file = join(createFolder(), "ajv.mjs");
  writeFileSync(file, files.find(({ path }) => path === "ajv.js")?.text ?? "");
  const [esm, cjs] = [
    (await import(file)) as Record<string, AjvFunction>,
    runPackage(files, "ajv.cjs") as Record<string, AjvFunction>,
  ];
  for (const module of [esm, cjs])
    expect(Object.keys(module).toSorted()).toEqual(["EveryKeywordEvent", "\u00c9v\u00e9nement"]);
  for (const event of catalog.events) {
    const [one, two] = [esm[event.name] as AjvFunction, cjs[event.name] as AjvFunction];
    for (const { data, valid, description } of makeVectors(event).tests) {
      expect([one(data), two(data)], description).toEqual([valid, valid]);
      expect(one.errors, description).toEqual(two.errors);
      expect((one.errors ?? []).length > 0, description).toBe(!valid);
    }
  }
});

describe("the text", () => {
  test("says where it comes from, names no place of this machine, and imports nothing", async () => {
    const files = await twinOf(everyKeyword);
    expect(files.map(({ path }) => path)).toEqual(["ajv.js", "ajv.cjs", "ajv.d.ts", "ajv.d.cts"]);
    for (const { path, text } of files) {
      expect(text.split("\n")[0]).toBe("// Generated from schemas/; do not edit.");
      expect(text).not.toContain(root.slice(0, -1));
      expect(text).not.toMatch(/node_modules|from "ajv|\bimport .* from\b/);
      if (path.includes(".d.")) continue;
      const comments = text
        .split("\n")
        .filter((line) => line.startsWith("//"))
        .slice(1);
      expect(comments.filter((line) => !/^\/\/ (?:source:[\w/.]+$|Annotate)/.test(line))).toEqual([]);
      const { metafile } = await build({
        stdin: { contents: text },
        bundle: true,
        write: false,
        metafile: true,
        logLevel: "silent",
      });
      expect(Object.values(metafile.inputs).flatMap(({ imports }) => imports)).toEqual([]);
    }
  });

  test("is the same each time", async () => {
    expect(await twinOf(everyKeyword)).toEqual(await twinOf(everyKeyword));
  });

  test.each([
    ["laid out for readers", maxReadable / 2, true],
    ["short where it would be very long", maxReadable, false],
  ])("is %s", async (_, size, isReadable) => {
    const contents = `function named() {\n  return 1;\n}\nexport const text = ${JSON.stringify("x".repeat(size))}, value = named;`;
    expect((await bundle("module", { module: () => contents }, "esm")).includes("  return 1;")).toBe(isReadable);
  });

  test.each(["ajv", "node:fs", "./x.js", "/x.js"])("cannot be made where %s would be imported", async (specifier) => {
    const module = (): string => `import "${specifier}";`;
    await expect(bundle("module", { module }, "esm")).rejects.toThrow(`must not import ${specifier}`);
  });
});

/** The modules that are loaded with some of ours, those of packages by their names. */
async function loadedWith(entries: readonly string[]): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: entries.map((path) => join(root, "scripts", path)),
    absWorkingDir: root,
    outdir: "out",
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    write: false,
    metafile: true,
  });
  const found = new Set(entries.map((path) => `scripts/${path}`));
  for (const path of found) {
    for (const { path: next, kind } of metafile.inputs[path]?.imports ?? [])
      if (kind === "import-statement") found.add(next);
  }
  return [...found];
}

/** Whether a module is loaded only to emit everything. */
const isOfTwin = (path: string): boolean => /^scripts\/(?:emit\/twin\/|verify)/.test(path);

test("lint and validate load neither the twin nor verify, nor esbuild", async () => {
  expect((await loadedWith(["emit/emit.ts", "verify/verify.ts"])).filter(isOfTwin)).not.toEqual([]);
  const loaded = await loadedWith(["commands/lint.ts", "commands/validate.ts", "emit/code.ts"]);
  expect(loaded).toContain("scripts/pipeline.ts");
  expect(loaded.filter((path) => isOfTwin(path) || path === "esbuild")).toEqual([]);
});
