// What nobody sees, and what would end a text, in every spot of a schema where a text can stand. One package holds all.
import { symlinkSync } from "node:fs";
import { mkdir, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript-5.9";
import { describe, expect, test } from "vitest";
import { harmless } from "../scripts/emit/comment.ts";
import type { OutputFile } from "../scripts/emit/file.ts";
import { notice } from "../scripts/emit/file.ts";
import { markdownCode, markdownText } from "../scripts/emit/markdown.ts";
import { emitReadme } from "../scripts/emit/package.ts";
import { hiddenIn, withoutHidden } from "../scripts/json/hidden.ts";
import type { Json, JsonObject } from "../scripts/json/json.ts";
import { toJson } from "../scripts/json/text.ts";
import { escapeTemplate, quote } from "../scripts/print/text.ts";
import { buildSchemas, generatePackage } from "./support/build.ts";
import { createContext } from "./support/codegen.ts";

/** Code points that nobody sees, or that turn the direction of writing. */
const points = [
  ...[0x01, 0x08, 0x0b, 0x1b, 0x7f, 0x85, 0x9b, 0xad, 0x61c, 0x180e, 0x200b, 0x200e, 0x200f, 0x2028, 0x2029],
  ...[0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2060, 0x2064, 0x2066, 0x2067, 0x2068, 0x2069, 0xfeff],
  ...[0xe0000, 0xe0001, 0xe0041, 0xe007f],
];
const raw = new RegExp(`[${points.map((point) => `\\u{${point.toString(16)}}`).join("")}\\p{Cf}]`, "u");
/** Joiners may stand between letters and emoji of comments. */
const joiner = /(?<=\p{L}|\p{Extended_Pictographic})\u200d(?=\p{L}|\p{Extended_Pictographic})/gu;

const all = points.map((point) => String.fromCodePoint(point)).join("");

/** Where a text breaks out, the name EVIL becomes code. */
const texts = [
  `a${all}b`,
  "*\u200b/ EVIL(); /\u200b*",
  "*\u2060\u200d/ EVIL",
  "`\u200b+EVIL+`",
  "$\u200b{EVIL()}",
  "<!-\u200b- EVIL -\u200b->",
  "@\u200bexample EVIL\n{@\u200blink EVIL}",
  '"\u202e); EVIL(); ("',
  "'\u2066; EVIL;'",
  "\\\u200b",
  "\\",
  "\u2028EVIL()\u2029",
  "\r\nEVIL()\r",
  "</scr\u200bipt>",
  "PlaceholderMember_EVIL",
  "placeholderTuple_0_",
  "$&$'$`",
  "{ EVIL: any }\u00ad",
  "@ts-expect-error",
  "\t@ts-ignore",
  "|`EVIL`|",
  "\u{1F468}\u200d\u{1F469}",
];

/** A pattern that the text alone matches; every language reads it alike. */
const exactly = (text: string): string => `^${text.replace(/[$()*+./?[\\\]^{|}]/g, "\\$&")}$`;
/** Without line ends and tabs, which patterns write as escapes. */
const inPatterns = texts.filter((text) => !/[\t\n\r]/.test(text));

const $schema = "https://json-schema.org/draft/2020-12/schema";
const description = "A member.";
const constants = Object.fromEntries(texts.map((text, i) => [`const${i}`, { description, const: text }]));
const eachText = (make: (text: string) => JsonObject): JsonObject =>
  Object.fromEntries(texts.map((text, i) => [`m${i}`, make(text)]));
const object = (title: string, properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  $schema,
  title,
  description: "An object.",
  type: "object",
  properties,
  ...more,
});

/** Spots where texts stand, as objects that an event holds. */
const spots: Readonly<Record<string, JsonObject>> = {
  Words: object(
    "Words",
    eachText((text) => ({
      type: "string",
      title: text,
      description: text,
      examples: [text],
      default: text,
      $comment: text,
      "x-other": text,
      deprecated: true,
      format: text,
    })),
    { description: texts.join("\n"), $comment: texts.join(" ") },
  ),
  Values: object("Values", {
    ...constants,
    all: { description, enum: texts },
    open: { description, type: "string", enum: texts, "x-open": true },
    deep: { description, const: { list: texts, ...Object.fromEntries(texts.map((text) => [text, text])) } },
    tuple: {
      description,
      type: "array",
      prefixItems: [
        { const: "$&$'" },
        { const: texts[0] as string },
        { type: "array", items: { description: "{ EVIL: x }", type: "string" } },
      ],
      items: false,
    },
  }),
  Names: object("Names", Object.fromEntries(texts.map((text) => [text, { type: "string", description }])), {
    required: texts.slice(0, 9),
    dependentRequired: { [texts[1] as string]: [texts[2] as string] },
    additionalProperties: false,
  }),
  Patterns: object("Patterns", {
    ...Object.fromEntries(
      inPatterns.map((text, i) => [`p${i}`, { type: "string", description, pattern: exactly(text) }]),
    ),
    twice: { type: "string", description, pattern: exactly(texts[0] as string) },
    map: { type: "object", description, patternProperties: { [exactly(texts[1] as string)]: { type: "string" } } },
    names: { type: "object", description, propertyNames: { pattern: exactly(texts[2] as string) } },
  }),
  Union: object("Union", {
    of: {
      description,
      oneOf: texts.slice(0, 4).map((text) => ({
        type: "object",
        required: ["kind"],
        properties: { kind: { const: text, description }, [text]: { type: "string", description } },
      })),
    },
  }),
};

/** A value of each spot that holds every text. */
const value = {
  Words: eachText((text) => text as never),
  Values: {
    ...Object.fromEntries(texts.map((text, i) => [`const${i}`, text])),
    all: texts[0],
    open: texts[1],
    deep: (spots["Values"]?.["properties"] as Record<string, JsonObject>)["deep"]?.["const"],
    tuple: ["$&$'", texts[0], ["a"]],
  },
  Names: Object.fromEntries(texts.map((text) => [text, "a"])),
  Patterns: {
    ...Object.fromEntries(inPatterns.map((text, i) => [`p${i}`, text])),
    twice: texts[0],
    map: { [texts[1] as string]: "a" },
    names: { [texts[2] as string]: 1 },
  },
  Union: { of: { kind: texts[0], [texts[0] as string]: "a" } },
} as unknown as JsonObject;
const event = { type: "t.escapes", ...value };

const schemas = {
  ...Object.fromEntries(Object.entries(spots).map(([name, schema]) => [`objects/${name}.schema.json`, schema])),
  "events/t.escapes.schema.json": {
    $schema,
    title: "EscapesEvent",
    description: "Sent by tests.",
    type: "object",
    required: ["type"],
    properties: {
      type: { const: "t.escapes", description: "Names this event." },
      ...Object.fromEntries(
        Object.keys(spots).map((name) => [
          name,
          { $ref: `../objects/${name}.schema.json`, description: texts.join(" ") },
        ]),
      ),
    },
    examples: [event],
  },
};

const built = await buildSchemas(schemas);
const files: readonly OutputFile[] = built.files ?? [];
const folder = built.files === undefined ? "" : await generatePackage(schemas);
type Schemas = Record<string, { properties: Record<string, JsonObject> }>;

test("nothing is wrong but what nobody sees", () => {
  const errors = built.diagnostics.filter(({ severity }) => severity === "error");
  expect(errors).toEqual([]);
  const told = built.diagnostics.filter(({ rule }) => rule === "invisible");
  expect(told.length).toBeGreaterThan(texts.length);
  for (const { message, fix } of told) expect(`${message}${fix}`).toMatch(/^[ -~]+$/);
  expect(told.map(({ message }) => message)).toContain(
    "has characters that nobody sees: U+0001, U+0008, U+000B and 28 more",
  );
});

test("no file holds a character that nobody sees", () => {
  expect(files.length).toBeGreaterThan(30);
  for (const { path, text } of files)
    expect([path, raw.exec(text.replaceAll(joiner, ""))?.index]).toEqual([path, undefined]);
});

test("what is JSON is read as the values that the schemas hold", () => {
  const json = (path: string): Json => JSON.parse(files.find((file) => file.path === path)?.text ?? "null") as Json;
  for (const { path } of files.filter((file) => file.path.endsWith(".json"))) json(path);
  for (const path of ["schemas/t.escapes.schema.json", "schemas/draft-07/t.escapes.schema.json"]) {
    const { properties } = json(path) as unknown as { properties: Schemas };
    const { Words, Values, Names, Patterns } = properties as unknown as Schemas;
    for (const [i, text] of texts.entries()) {
      expect(Words?.properties[`m${i}`]).toMatchObject({ title: text, examples: [text] });
      expect(String(Words?.properties[`m${i}`]?.["description"]).startsWith(text)).toBe(true);
      expect(Values?.properties[`const${i}`]).toMatchObject({ const: text });
    }
    expect(Values?.properties["all"]?.["enum"]).toEqual(texts);
    expect(Values?.properties["deep"]?.["const"]).toEqual((value["Values"] as JsonObject)["deep"]);
    expect(Object.keys(Names?.properties ?? {}).toSorted()).toEqual(texts.toSorted());
    expect(inPatterns.map((_, i) => Patterns?.properties[`p${i}`]?.["pattern"])).toEqual(inPatterns.map(exactly));
  }
  const [{ tests }] = json("vectors/t.escapes.json") as unknown as [{ tests: { data: Json; valid: boolean }[] }];
  expect(tests[0]).toMatchObject({ data: { type: "t.escapes" }, valid: true });
  const [{ tests: ofNames }] = json("vectors/objects/Names.json") as unknown as [{ tests: { data: Json }[] }];
  expect(Object.keys(ofNames[0]?.data ?? {}).toSorted()).toEqual(texts.toSorted());
});

describe("the code holds the real values:", () => {
  type Companion = {
    is: (value: unknown) => boolean;
    validate: (value: unknown) => { issues?: { pointer: string; message: string }[] };
  };
  const load = async (path: string) => (await import(`${folder}/${path}`)) as { EscapesEvent: Companion };
  const change = (spot: string, member: JsonObject): JsonObject => ({
    ...event,
    [spot]: { ...(value[spot] as JsonObject), ...member },
  });

  test("an event with all of them is accepted, by every module", async () => {
    for (const path of ["index.js", "index.cjs"])
      expect((await load(path)).EscapesEvent.validate(event)).toMatchObject({ valid: true });
    for (const path of ["ajv.js", "ajv.cjs"]) {
      const { EscapesEvent } = (await load(path)) as unknown as { EscapesEvent: (value: unknown) => boolean };
      expect(EscapesEvent(event)).toBe(true);
      expect(EscapesEvent(change("Values", { const0: "ab" }))).toBe(false);
    }
  });

  test("what only looks the same is refused, in words that hide nothing", async () => {
    const { EscapesEvent } = await load("index.js");
    const wrong = [
      ...texts.map((text, i) => change("Values", { [`const${i}`]: `${text}\u200b` })),
      ...inPatterns.map((text, i) => change("Patterns", { [`p${i}`]: `${text}\u200b` })),
      change("Values", { all: withoutHidden(texts[0] as string) }),
      change("Names", { ab: "a" }),
      change("Patterns", { names: { a: 1 } }),
      change("Union", { of: { kind: "ab" } }),
    ];
    for (const one of wrong) {
      const { issues = [] } = EscapesEvent.validate(one);
      expect(issues).toHaveLength(1);
      expect(issues[0]?.message).not.toMatch(raw);
      expect(issues[0]?.message).not.toMatch(/[\n\r\t]/);
    }
    const missing = EscapesEvent.validate({ ...event, Names: {} }).issues ?? [];
    expect(missing.map(({ pointer }) => pointer)).toContain(`/Names/${texts[0]}`);
  });
});

describe("the types", () => {
  const program = async () => {
    const project = await mkdtemp(join(tmpdir(), "escapes-"));
    await mkdir(join(project, "node_modules"));
    symlinkSync(folder, join(project, "node_modules/gigs-events"));
    const file = join(folder, "index.d.ts");
    const options = { strict: true, noEmit: true, types: [], module: ts.ModuleKind.NodeNext, lib: ["lib.es2022.d.ts"] };
    return ts.createProgram([file, join(folder, "ajv.d.ts"), join(folder, "index.d.cts")], options);
  };

  test("compile, and are the real values and names", async () => {
    const compiled = await program();
    expect(
      ts.getPreEmitDiagnostics(compiled).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " ")),
    ).toEqual([]);
    const checker = compiled.getTypeChecker();
    const typeOf = (name: string): ts.Type => {
      const source = compiled.getSourceFiles().find(({ fileName }) => fileName.endsWith(`objects/${name}.d.ts`));
      const symbol = checker.getSymbolAtLocation(source as ts.Node) as ts.Symbol;
      return checker.getDeclaredTypeOfSymbol(checker.getExportsOfModule(symbol)[0] as ts.Symbol);
    };
    const member = (type: ts.Type, name: string): ts.Type =>
      checker.getNonNullableType(checker.getTypeOfSymbol(type.getProperty(name) as ts.Symbol));
    const valuesOf = (type: ts.Type): string[] =>
      (type.isUnion() ? type.types : [type]).flatMap((one) => (one.isStringLiteral() ? [one.value] : []));
    const values = typeOf("Values");
    for (const [i, text] of texts.entries()) expect(valuesOf(member(values, `const${i}`))).toEqual([text]);
    expect(valuesOf(member(values, "all")).toSorted()).toEqual(texts.toSorted());
    expect(valuesOf(member(values, "open")).toSorted()).toEqual(texts.toSorted());
    expect(
      member(values, "deep")
        .getProperties()
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(["list", ...texts].toSorted());
    const [first, second] = checker.getTypeArguments(member(values, "tuple") as ts.TypeReference);
    expect([first, second].map((type) => valuesOf(type as ts.Type))).toEqual([["$&$'"], [texts[0]]]);
    expect(
      typeOf("Names")
        .getProperties()
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(texts.toSorted());
  });
});

test("no code comes from a text", () => {
  for (const { path, text } of files.filter((file) => /\.(?:c?js|d\.c?ts)$/.test(file.path))) {
    const source = ts.createSourceFile(path.replace(/\.cjs$/, ".js"), text, ts.ScriptTarget.Latest);
    const { parseDiagnostics } = source as unknown as { parseDiagnostics: readonly unknown[] };
    expect([path, parseDiagnostics]).toEqual([path, []]);
    const names: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node)) names.push(node.text);
      ts.forEachChild(node, visit);
    };
    visit(source);
    // Names of variables are made of those of members, and begin in lower case.
    expect([path, names.includes("EVIL")]).toEqual([path, false]);
  }
});

describe("one escaping per target:", () => {
  const evaluate = (code: string): unknown => new Function(`return ${code}`)();

  test.each(texts)("%j is the same value in JSON, in quotes and in a template", (text) => {
    for (const code of [toJson(text), quote(text), `\`${escapeTemplate(text)}\``]) {
      expect(code).not.toMatch(raw);
      expect(evaluate(code)).toBe(text);
    }
    expect(JSON.parse(toJson({ [text]: [text] }, 2))).toEqual({ [text]: [text] });
  });

  test.each([
    ["*\u200b/", "*\\/"],
    ["*\u200d/", "*\\/"],
    ["*\u0000\u202e/ x", "*\\/ x"],
    ["a\u2028b\r\nc\rd", "a\nb\nc\nd"],
    ["a\tb", "a b"],
    ["\u{1F468}\u200d\u{1F469} \u200d x\u200c", "\u{1F468}\u200d\u{1F469}  x"],
    ["\u0645\u06cc\u200c\u062e", "\u0645\u06cc\u200c\u062e"],
    ["\u2764\ufe0f\u200d\u{1F525}", "\u2764\ufe0f\u200d\u{1F525}"],
    ["a @ts-ignore\n  @ts-ignore", "a @ts-ignore\n  \\@ts-ignore"],
    ["@\u200bts-ignore", "\\@ts-ignore"],
    ["@deprecated {@link x} **b**", "@deprecated {@link x} **b**"],
  ])("%j in a comment", (text, want) => expect(harmless(text)).toBe(want));

  test.each([
    ["a|b", "a\\|b"],
    ["<img src=x>&lt;", "\\<img src=x\\>\\&lt;"],
    ["<!-\u200b- x -->", "\\<!-- x --\\>"],
    ["`\u200b`` x", "\\`\\`\\` x"],
    ["a\n\n# b\u2028c", "a \\# b\\n".replace("\\n", "c")],
    ["- a", "\\- a"],
    ["1. a", "1\\. a"],
    ["[a](b) *c* _d_", "\\[a\\](b) \\*c\\* \\_d\\_"],
    ["Types, and more. No dependency.", "Types, and more. No dependency."],
  ])("%j as words of Markdown", (text, want) => expect(markdownText(text)).toBe(want));

  test.each([
    ["a.b", "`a.b`"],
    ["a|b", "`a\\|b`"],
    ["`a`", "`` `a` ``"],
    ["a\u200b``\nb", "``` a`` b ```"],
  ])("%j as code of Markdown", (text, want) => expect(markdownCode(text)).toBe(want));

  test("a path in the first line of a file", () => {
    expect(notice("schemas/a\n*\u200b/ --> \u202eb")).toBe("Generated from schemas/a / -- b; do not edit.");
  });

  test("the description of the package, on its page", () => {
    const { project } = createContext("", "");
    const hostile = { ...project, description: "# a | b\n<script>EVIL()</script> \u202e`c`" };
    const { text } = emitReadme(built.catalog, hostile);
    expect(text).toContain("\n\\# a \\| b \\<script\\>EVIL()\\</script\\> \\`c\\`\n");
    expect(hiddenIn(text)).toEqual([]);
  });
});
