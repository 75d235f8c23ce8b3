// `lint --fix`: what older drafts and OpenAPI 3.0 say becomes JSON Schema 2020-12, in the text.
import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDocument } from "../scripts/catalog/document.ts";
import { rewriteFiles } from "../scripts/catalog/rewrite.ts";
import { fixDocuments } from "../scripts/fixes/fix.ts";
import type { Json, JsonObject } from "../scripts/json/json.ts";
import { createFolder, createSchemas, draft, listTimes, listTree, writeFiles } from "./support/codegen.ts";
import { olderSchema, values, wildSchema } from "./support/olderSchemas.ts";
import { run } from "./support/run.ts";
import { runs } from "./support/runs.ts";

type Texts = Readonly<Record<string, string>>;

const draft07 = "http://json-schema.org/draft-07/schema#";

/** Fixes files in memory. */
function fixTexts(texts: Texts, taken: readonly string[] = []): Texts {
  const documents = Object.entries(texts).map(([file, text]) => readDocument(file, Buffer.from(text))[0]);
  const byFile = new Map(documents.map((document) => [document.file, document]));
  const fixed = fixDocuments(byFile, () => true, new Set(taken));
  return { ...texts, ...Object.fromEntries([...fixed].map(([file, { text }]) => [file, text])) };
}

const fixText = (text: string): string => fixTexts({ "a.schema.json": text })["a.schema.json"] as string;

/** A schema in a file that lacks nothing else. */
const inFile = (schema: JsonObject, $schema = draft07): JsonObject => ({ $schema, title: "A", ...schema });
const fixSchema = (schema: JsonObject): JsonObject => JSON.parse(fixText(JSON.stringify(schema))) as JsonObject;

/** What becomes of a schema of draft-07. */
function fixed(schema: JsonObject): JsonObject {
  const { $schema, title, ...rest } = fixSchema(inFile(schema));
  expect([$schema, title]).toEqual([draft, "A"]);
  return rest;
}

const nothing = { type: "null" };

describe("a schema of draft-07:", () => {
  test.each<[name: string, older: JsonObject, wanted: JsonObject]>([
    ["definitions", { definitions: { a: {} } }, { $defs: { a: {} } }],
    [
      "definitions in definitions, and references to them",
      { definitions: { a: { definitions: { b: {} } } }, items: { $ref: "#/definitions/a/definitions/b" } },
      { $defs: { a: { $defs: { b: {} } } }, items: { $ref: "#/$defs/a/$defs/b" } },
    ],
    [
      "definitions beside $defs",
      { $defs: { a: {} }, definitions: { b: {}, 1: {} }, not: { $ref: "#/definitions/1" } },
      { $defs: { a: {}, b: {}, 1: {} }, not: { $ref: "#/$defs/1" } },
    ],
    ["definitions beside empty $defs", { definitions: { b: {} }, $defs: {} }, { $defs: { b: {} } }],
    [
      "a reference with escapes",
      { definitions: { "a/b %": {} }, not: { $ref: "#/definitions/a~1b%20%25" } },
      { $defs: { "a/b %": {} }, not: { $ref: "#/$defs/a~1b%20%25" } },
    ],
    [
      "a reference to the file itself",
      { definitions: { a: {} }, not: { $ref: "a.schema.json#/definitions/a" } },
      { $defs: { a: {} }, not: { $ref: "a.schema.json#/$defs/a" } },
    ],
    [
      "a reference by the $id of the file",
      { $id: "https://x.example/a", definitions: { a: {} }, not: { $ref: "https://x.example/a#/definitions/a" } },
      { $id: "https://x.example/a", $defs: { a: {} }, not: { $ref: "https://x.example/a#/$defs/a" } },
    ],
    [
      "a reference elsewhere",
      { not: { $ref: "https://x.example/b#/definitions/a" } },
      { not: { $ref: "https://x.example/b#/definitions/a" } },
    ],
    ["dependencies by names", { dependencies: { a: ["b"] } }, { dependentRequired: { a: ["b"] } }],
    [
      "dependencies by schemas, and references into them",
      { dependencies: { a: { minProperties: 2 }, b: false }, not: { $ref: "#/dependencies/a" } },
      { dependentSchemas: { a: { minProperties: 2 }, b: false }, not: { $ref: "#/dependentSchemas/a" } },
    ],
    [
      "dependencies by both",
      { dependencies: { a: { items: [{}] }, b: ["c"], constructor: [] } },
      { dependentRequired: { b: ["c"], constructor: [] }, dependentSchemas: { a: { prefixItems: [{}] } } },
    ],
    ["a tuple", { items: [{}, { items: [{}] }] }, { prefixItems: [{}, { prefixItems: [{}] }] }],
    [
      "a tuple with more items, and references to both",
      {
        items: [{}],
        additionalItems: { type: "null" },
        not: { anyOf: [{ $ref: "#/items/0" }, { $ref: "#/additionalItems" }] },
      },
      {
        prefixItems: [{}],
        items: { type: "null" },
        not: { anyOf: [{ $ref: "#/prefixItems/0" }, { $ref: "#/items" }] },
      },
    ],
    ["a closed tuple", { items: [{}], additionalItems: false }, { prefixItems: [{}], items: false }],
    ["an open tuple", { items: [{}], additionalItems: true }, { prefixItems: [{}] }],
    ["additionalItems without effect", { items: {}, additionalItems: false }, { items: {} }],
    ["additionalItems alone", { additionalItems: { nullable: true } }, {}],
    ["nullable: false", { type: "string", nullable: false }, { type: "string" }],
    ["nullable, with a type", { type: "string", nullable: true }, { type: ["string", "null"] }],
    ["nullable, with types", { type: ["string", "integer"], nullable: true }, { type: ["string", "integer", "null"] }],
    ["nullable, with null", { type: ["null"], nullable: true }, { type: ["null"] }],
    [
      "nullable, with an enum",
      { type: "string", nullable: true, enum: ["a"] },
      { type: ["string", "null"], enum: ["a", null] },
    ],
    ["nullable, with null in an enum", { nullable: true, enum: [null, "a"] }, { enum: [null, "a"] }],
    ["nullable, with nothing that refuses null", { nullable: true, minLength: 1 }, { minLength: 1 }],
    [
      "nullable, with $ref",
      { properties: { a: { description: "d", $ref: "b", nullable: true } } },
      { properties: { a: { description: "d", anyOf: [{ $ref: "b" }, nothing] } } },
    ],
    [
      "nullable, with allOf and more",
      { minLength: 1, description: "d", allOf: [{ items: [{}] }], nullable: true, not: { $ref: "#/allOf/0/items/0" } },
      {
        anyOf: [
          { minLength: 1, allOf: [{ prefixItems: [{}] }], not: { $ref: "#/anyOf/0/allOf/0/prefixItems/0" } },
          nothing,
        ],
        description: "d",
      },
    ],
    ["nullable, with oneOf", { oneOf: [{}], nullable: true }, { anyOf: [{ oneOf: [{}] }, nothing] }],
    ["nullable, with anyOf", { anyOf: [{ maximum: 1 }], nullable: true }, { anyOf: [{ maximum: 1 }, nothing] }],
    [
      "nullable, with null in anyOf",
      { anyOf: [{ maximum: 1 }, nothing], nullable: true },
      { anyOf: [{ maximum: 1 }, nothing] },
    ],
    [
      "nullable in nullable",
      { allOf: [{ allOf: [{}], nullable: true }], nullable: true },
      { anyOf: [{ allOf: [{ anyOf: [{ allOf: [{}] }, nothing] }] }, nothing] },
    ],
    ["an anchor", { $id: "#name", not: { $ref: "#name" } }, { $anchor: "name", not: { $ref: "#name" } }],
    [
      "words beside a $ref",
      { properties: { a: { $ref: "b", description: "d", default: 1 } } },
      { properties: { a: { $ref: "b", description: "d", default: 1 } } },
    ],
  ])("%s", (_, older, wanted) => {
    const found = fixed(older);
    expect(found).toEqual(wanted);
    expect(Object.keys(found)).toEqual(Object.keys(wanted));
  });

  const look: JsonObject = {
    nullable: true,
    definitions: { $ref: "#/definitions/a" },
    items: [1],
    $id: "#a",
    dependencies: {},
  };
  test.each<[name: string, schema: JsonObject]>([
    ["const", { const: look }],
    ["enum", { enum: [look] }],
    ["examples", { examples: [look], example: look }],
    ["default", { default: look }],
    ["a keyword that nobody knows", { "x-more": look }],
  ])("nothing that only looks like one, in %s", (_, schema) => {
    expect(fixed(schema)).toEqual(schema);
  });

  test("no property that is called like a keyword", () => {
    const properties = { definitions: {}, nullable: {}, items: {}, dependencies: {}, additionalItems: {}, id: {} };
    expect(fixed({ properties })).toEqual({ properties });
  });
});

describe("the text stays:", () => {
  const older = (indent: string): string =>
    [
      "{",
      `${indent}"type" : "object",`,
      `${indent}"$schema": "${draft07}",`,
      `${indent}"title": "A",`,
      `${indent}"properties": {`,
      `${indent}${indent}"a": {"type": "number", "nullable": true, "maximum": 1.50e2},`,
      `${indent}${indent}"b": {`,
      `${indent}${indent}${indent}"nullable": true,`,
      `${indent}${indent}${indent}"allOf": [`,
      `${indent}${indent}${indent}${indent}{"$ref": "#/definitions/c"}`,
      `${indent}${indent}${indent}]`,
      `${indent}${indent}}`,
      `${indent}},`,
      `${indent}"definitions": {"c": {}}`,
      "}",
      "",
    ].join("\n");
  const wanted = (indent: string): string =>
    [
      "{",
      `${indent}"type" : "object",`,
      `${indent}"$schema": "${draft}",`,
      `${indent}"title": "A",`,
      `${indent}"properties": {`,
      `${indent}${indent}"a": {"type": ["number", "null"], "maximum": 1.50e2},`,
      `${indent}${indent}"b": {`,
      `${indent}${indent}${indent}"anyOf": [`,
      `${indent}${indent}${indent}${indent}{`,
      `${indent}${indent}${indent}${indent}${indent}"allOf" : [`,
      `${indent}${indent}${indent}${indent}${indent}${indent}{"$ref": "#/$defs/c"}`,
      `${indent}${indent}${indent}${indent}${indent}]`,
      `${indent}${indent}${indent}${indent}},`,
      `${indent}${indent}${indent}${indent}{ "type" : "null" }`,
      `${indent}${indent}${indent}]`,
      `${indent}${indent}}`,
      `${indent}},`,
      `${indent}"$defs": {"c": {}}`,
      "}",
      "",
    ].join("\n");

  test.each([
    ["two blanks", "  "],
    ["four blanks", "    "],
    ["tabs", "\t"],
  ])("%s", (_, indent) => {
    expect(fixText(older(indent))).toBe(wanted(indent));
    expect(fixText(older(indent).replaceAll("\n", "\r\n"))).toBe(wanted(indent).replaceAll("\n", "\r\n"));
  });

  test.each([
    ["one line", '{"nullable":true,"type":"string"}', `{"$schema":"${draft}","title":"A","type":["string","null"]}`],
    ["an empty object", "{}", `{ "$schema": "${draft}", "title": "A" }`],
    [
      "what is new stands first, and the title behind the $id",
      '{\n  "$id": "a",\n  "type": "string"\n}',
      `{\n  "$schema": "${draft}",\n  "$id": "a",\n  "title": "A",\n  "type": "string"\n}`,
    ],
    [
      "all members go",
      `{\n  "$schema": "${draft}",\n  "title": "A",\n  "not": {\n    "nullable": false,\n    "additionalItems": {}\n  }\n}`,
      `{\n  "$schema": "${draft}",\n  "title": "A",\n  "not": {}\n}`,
    ],
    [
      "a list has an element to each line",
      `{\n  "$schema": "${draft}",\n  "title": "A",\n  "enum": [\n    "b"\n  ],\n  "nullable": true\n}`,
      `{\n  "$schema": "${draft}",\n  "title": "A",\n  "enum": [\n    "b",\n    null\n  ]\n}`,
    ],
  ])("%s", (_, text, want) => {
    expect(fixText(text)).toBe(want);
  });
});

describe("titles by file names:", () => {
  test.each<[files: string[], titles: string[]]>([
    [["objects/phone-number"], ["PhoneNumber"]],
    [["objects/portOut.credentials_v2"], ["PortOutCredentialsV2"]],
    [["events/com.acme.sim.activated"], ["SimActivatedEvent"]],
    [["events/ping"], ["PingEvent"]],
    [
      ["events/com.a.sim.activated", "events/com.b.sim.activated"],
      ["SimActivatedEvent", "BSimActivatedEvent"],
    ],
    [
      ["a/sim", "b/sim", "c/SIM"],
      ["Sim", "SimObject", "SIMObject2"],
    ],
    [
      ["event", "objects/error", "objects/taken"],
      ["EventObject", "ErrorObject", "TakenObject"],
    ],
    [
      ["objects/3d", "objects/-"],
      ["Schema3d", "Schema"],
    ],
  ])("%j", (files, titles) => {
    const texts = fixTexts(Object.fromEntries(files.map((file) => [`${file}.schema.json`, "{}"])), ["Taken"]);
    const found = files.map((file) => (JSON.parse(texts[`${file}.schema.json`] as string) as JsonObject)["title"]);
    expect(found).toEqual(titles);
  });

  test("one that a definition has is not free, and one that stands there stays", () => {
    const texts = {
      "sim.schema.json": "{}",
      "b.schema.json": '{ "title": "x", "$defs": { "a": { "title": "SIM" } } }',
    };
    const found = Object.values(fixTexts(texts)).map((text) => (JSON.parse(text) as JsonObject)["title"]);
    expect(found).toEqual(["SimObject", "x"]);
  });
});

test("references across files follow, whatever order the files have", () => {
  const texts = fixTexts({
    "a.schema.json": JSON.stringify(inFile({ items: [{ $ref: "objects/b.schema.json#/definitions/x" }] })),
    "objects/b.schema.json": JSON.stringify(
      inFile({ title: "B", definitions: { x: { $ref: "../a.schema.json#/items/0" } } }),
    ),
    "z.schema.json": JSON.stringify(
      inFile({ title: "Z", $ref: "./objects/b.schema.json#/definitions/x/definitions" }, draft),
    ),
  });
  expect(Object.values(texts).map((text) => JSON.parse(text) as Json)).toEqual([
    inFile({ prefixItems: [{ $ref: "objects/b.schema.json#/$defs/x" }] }, draft),
    inFile({ title: "B", $defs: { x: { $ref: "../a.schema.json#/prefixItems/0" } } }, draft),
    inFile({ title: "Z", $ref: "./objects/b.schema.json#/$defs/x/definitions" }, draft),
  ]);
});

/** What lint says of a file that is not the event's, rule by rule. */
async function diagnose(schemas: string): Promise<Record<string, string>[]> {
  const { stdout } = await run(["lint", "--schemas", schemas, "--format", "json"]);
  return (JSON.parse(stdout) as { diagnostics: Record<string, string>[] }).diagnostics;
}

describe("what a person has to decide is named and left:", () => {
  test.each<[name: string, schema: JsonObject, at: string, fix: RegExp]>([
    ["names in definitions and $defs", { definitions: { a: {} }, $defs: { a: {} } }, "/definitions", /rename "a"/],
    [
      "dependencies beside what they become",
      { dependencies: { a: [] }, dependentRequired: {} },
      "/dependencies",
      /move/,
    ],
    ["dependencies of draft-03", { dependencies: { a: "b" } }, "/dependencies", /list of names/],
    ["an empty tuple", { items: [] }, "/items", /one schema/],
    ["a tuple beside prefixItems", { items: [{}], prefixItems: [{}] }, "/items", /keep one/],
    ["additionalItems beside prefixItems", { prefixItems: [{}], additionalItems: {} }, "/additionalItems", /"items"/],
    ["nullable beside const", { const: 1, nullable: true }, "/nullable", /"enum"/],
    ["nullable that is no boolean", { nullable: "yes" }, "/nullable", /true or false/],
    ["a $id that ends with #", { $id: "https://x.example/a#" }, "/$id", /"https:\/\/x.example\/a"/],
    ["a $id with a pointer", { $id: "#/properties/a" }, "/$id", /remove the fragment/],
    ["id", { id: "a" }, "/id", /"\$id"/],
    ["exclusiveMinimum: true", { minimum: 5, exclusiveMinimum: true }, "/exclusiveMinimum", /"exclusiveMinimum": 5/],
    ["exclusiveMaximum: false", { maximum: 5, exclusiveMaximum: false }, "/exclusiveMaximum", /remove/],
  ])("%s", async (_, schema, pointer, fix) => {
    const older = inFile(schema, draft);
    const text = JSON.stringify(older);
    expect(fixText(text)).toBe(text);
    const found = await diagnose(createSchemas({ "a.schema.json": text }));
    expect(found).toContainEqual(expect.objectContaining({ rule: "legacy", pointer, fix: expect.stringMatching(fix) }));
    // What has nothing to do with it is rewritten.
    expect(fixSchema(inFile({ ...schema, not: { type: "string", nullable: true } }, draft))).toEqual({
      ...older,
      not: { type: ["string", "null"] },
    });
  });

  const older = { definitions: { a: {} } };
  test.each<[name: string, file: JsonObject, at: string]>([
    ["an unknown draft", { ...older, $schema: "https://x.example/schema" }, "/$schema"],
    ["a demand beside a $ref", inFile({ ...older, not: { $ref: "#/definitions/a", minLength: 1 } }), "/not/minLength"],
    ["a keyword that the draft ignores", inFile({ ...older, not: { prefixItems: [] } }), "/not/prefixItems"],
    ["const in draft-04", inFile({ ...older, const: 1 }, "http://json-schema.org/draft-04/schema#"), "/const"],
    ["id in draft-04", inFile({ ...older, id: "a" }, "http://json-schema.org/draft-04/schema#"), "/id"],
    [
      "a reference inside a schema with an address",
      inFile({ ...older, not: { $id: "https://x.example/b", not: { $ref: "#/definitions/a" } } }),
      "/not/not/$ref",
    ],
  ])("the file, for %s", async (_, file, pointer) => {
    const texts = {
      "a.schema.json": JSON.stringify(file),
      "b.schema.json": JSON.stringify(inFile({ title: "B", $ref: "a.schema.json#/definitions/a" }, draft)),
    };
    expect(fixTexts(texts)).toEqual(texts);
    const found = await diagnose(createSchemas(texts));
    expect(found).toContainEqual(expect.objectContaining({ pointer, file: expect.stringMatching(/a\.schema\.json$/) }));
    expect(found.filter(({ rule, fix }) => rule === "legacy" && fix?.includes("or run lint --fix"))).toEqual([]);
  });

  test("draft-04 without anything of its own is rewritten", () => {
    expect(fixSchema(inFile(older, "http://json-schema.org/draft-04/schema#"))).toEqual(
      inFile({ $defs: { a: {} } }, draft),
    );
  });
});

describe("laws:", () => {
  const layouts = fc.constantFrom<[string | number, string]>([0, "\n"], [2, "\n"], [4, "\r\n"], ["\t", "\n"]);
  const print = (schema: JsonObject, [indent, lineEnd]: [string | number, string]): string =>
    JSON.stringify(schema, null, indent).replaceAll("\n", lineEnd);

  test("a second run changes nothing, and line ends are those that were there", () => {
    const changes = { some: 0, none: 0 };
    const schemas = fc.oneof(olderSchema, wildSchema);
    const property = fc.property(schemas, schemas, layouts, (a, b, layout) => {
      const texts = { "a.schema.json": print(a, layout), "b.schema.json": print(b, layout) };
      const once = fixTexts(texts);
      changes[once["a.schema.json"] === texts["a.schema.json"] ? "none" : "some"]++;
      expect(fixTexts(once)).toEqual(once);
      for (const text of Object.values(once)) {
        JSON.parse(text);
        if (layout[1] === "\r\n") expect(text).not.toMatch(/(?<!\r)\n/);
      }
    });
    const numRuns = runs(300, 5000);
    fc.assert(property, { numRuns, seed: 20261126 });
    expect(changes.some).toBeGreaterThan(numRuns / 4);
  });

  test("the layout of a text changes nothing but the layout", () => {
    const property = fc.property(fc.oneof(olderSchema, wildSchema), layouts, (schema, layout) => {
      expect(JSON.parse(fixText(print(schema, layout)))).toEqual(fixSchema(schema));
    });
    fc.assert(property, { numRuns: runs(200, 5000), seed: 20261126 });
  });

  test("Ajv says the same of the old schema in its draft and of the new one in 2020-12", () => {
    const seen = { valid: 0, invalid: 0 };
    const [ajv, ajv2020] = [new Ajv({ strict: false }), new Ajv2020({ strict: false })];
    const property = fc.property(olderSchema, fc.array(values, { minLength: 8, maxLength: 8 }), (older, list) => {
      const before = ajv.compile(older);
      const newer = fixSchema(older);
      expect(newer["$schema"]).toBe(draft);
      const after = ajv2020.compile(newer);
      for (const value of list) {
        seen[before(value) ? "valid" : "invalid"]++;
        expect([after(value), value]).toEqual([before(value), value]);
      }
    });
    const numRuns = runs(300, 5000);
    fc.assert(property, { numRuns, seed: 20261126 });
    expect(Math.min(seen.valid, seen.invalid)).toBeGreaterThan(numRuns / 2);
  });
});

describe("the command", () => {
  const file = "objects/phone-number.schema.json";
  const text = `{\n  "$schema": "${draft07}",\n  "description": "A number.",\n  "type": "string",\n  "nullable": true\n}\n`;
  const want = `{\n  "$schema": "${draft}",\n  "title": "PhoneNumber",\n  "description": "A number.",\n  "type": ["string", "null"]\n}\n`;
  const fix = (schemas: string, ...more: string[]) =>
    run(["lint", "--fix", "--schemas", schemas, ...more], { cwd: schemas });

  test("writes, says what, and lints what is left; a second run writes nothing", async () => {
    const schemas = createSchemas({ [file]: text });
    chmodSync(join(schemas, file), 0o640);
    const before = listTree(schemas);
    const first = await fix(schemas);
    expect(first).toEqual({
      code: 0,
      stdout: `fixed ${file}: 1 $schema, 1 title, 1 nullable\n1 file fixed\n\n0 errors, 0 warnings\n`,
      stderr: "",
    });
    expect(listTree(schemas)).toEqual({ ...before, [file]: want });
    expect(statSync(join(schemas, file)).mode & 0o777).toBe(0o640);
    const times = listTimes(schemas);
    expect(await fix(schemas)).toEqual({ code: 0, stdout: "0 files fixed\n\n0 errors, 0 warnings\n", stderr: "" });
    expect(listTimes(schemas)).toEqual(times);
  });

  test("shows a diff with --dry-run, writes nothing, and says what would be left", async () => {
    const schemas = createSchemas({ [file]: text });
    const times = listTimes(schemas);
    const { code, stdout, stderr } = await fix(schemas, "--dry-run");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toBe(
      [
        `would fix ${file}: 1 $schema, 1 title, 1 nullable`,
        `--- ${file}`,
        `+++ ${file}`,
        "@@ -1,6 +1,6 @@",
        " {",
        `-  "$schema": "${draft07}",`,
        `+  "$schema": "${draft}",`,
        '+  "title": "PhoneNumber",',
        '   "description": "A number.",',
        '-  "type": "string",',
        '-  "nullable": true',
        '+  "type": ["string", "null"]',
        " }",
        "1 file would be fixed; nothing was written",
        "",
        "0 errors, 0 warnings",
        "",
      ].join("\n"),
    );
    expect(listTimes(schemas)).toEqual(times);
  });

  test.each([
    ["json", /^\{\n {2}"version": 1,\n {2}"diagnostics": \[\],/],
    ["github", /^$/],
    ["sarif", /^\{\n {2}"version": "2\.1\.0"/],
  ])("prints nothing but the report as %s", async (format, pattern) => {
    const schemas = createSchemas({ [file]: text });
    expect(await fix(schemas, "--format", format)).toEqual({
      code: 0,
      stdout: expect.stringMatching(pattern),
      stderr: "",
    });
    expect(readFileSync(join(schemas, file), "utf8")).toBe(want);
  });

  test("leaves what is not JSON, has a member twice, or is a link; the last is named", async () => {
    const schemas = createSchemas();
    const elsewhere = createFolder();
    writeFiles(elsewhere, { "o.schema.json": text, "more/p.schema.json": text });
    writeFiles(schemas, {
      "comment.schema.json": text.replace("{", "{ // what it is"),
      "comma.schema.json": text.replace("true\n", "true,\n"),
      "twice.schema.json": text.replace('"nullable"', '"type": "string", "nullable"'),
      "kept.schema.txt": text,
    });
    symlinkSync(join(schemas, "kept.schema.txt"), join(schemas, "inside.schema.json"));
    symlinkSync(join(elsewhere, "o.schema.json"), join(schemas, "outside.schema.json"));
    symlinkSync(join(elsewhere, "more"), join(schemas, "more"));
    const before = [listTree(schemas), listTree(elsewhere)];
    const { code, stdout, stderr } = await fix(schemas);
    expect([listTree(schemas), listTree(elsewhere)]).toEqual(before);
    expect([code, stderr]).toEqual([1, "inside.schema.json is a symbolic link: not fixed\n"]);
    expect(stdout).toMatch(/^0 files fixed\n/);
    for (const rule of ["json", "duplicate-key", "schema-file"]) expect(stdout).toContain(`[${rule}]`);
  });

  test("does not go by a link to the schema folder itself as one", async () => {
    const schemas = createSchemas({ [file]: text });
    const link = join(createFolder(), "link");
    symlinkSync(schemas, link);
    expect((await fix(link)).stdout).toMatch(/^fixed /);
    expect([lstatSync(link).isSymbolicLink(), readFileSync(join(schemas, file), "utf8")]).toEqual([true, want]);
  });

  test("tells with exit code 1 what is left, and the exact rewriting without --fix", async () => {
    const schemas = createSchemas({ [file]: text.replace('"string"', '"string", "id": "x"') });
    expect((await diagnose(schemas)).map(({ rule, message, fix: words }) => [rule, message, words])).toEqual([
      ["metaschema", "declares draft-07; 2020-12 is read", `run lint --fix, or write "$schema": "${draft}"`],
      ["legacy", 'has the keyword "id" of draft-04', 'call it "$id" if it is the address of the schema, or remove it'],
      [
        "legacy",
        'has "nullable", a keyword of OpenAPI 3.0 that JSON Schema does not have',
        'make "type" ["string", "null"], remove "nullable"; or run lint --fix',
      ],
    ]);
    const { code, stdout } = await fix(schemas);
    expect([code, stdout]).toEqual([1, expect.stringMatching(/\[legacy\][^]*\n1 error, 0 warnings\n$/)]);
  });

  test("says the title that an event would get", async () => {
    const event = "events/com.gigs.portOutCredentials.issued.schema.json";
    const schemas = createSchemas();
    const untitled = readFileSync(join(schemas, event), "utf8").replace(/ *"title": .*\n/, "");
    writeFileSync(join(schemas, event), untitled);
    const fixes = (await diagnose(schemas)).map(({ fix: words }) => words);
    expect(fixes).toEqual(['add "title": "PortOutCredentialsIssuedEvent", or run lint --fix']);
    expect((await fix(schemas)).code).toBe(0);
  });

  test("is refused with --dry-run alone", async () => {
    expect(await run(["lint", "--dry-run"])).toEqual({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("add --fix"),
    });
  });

  test("keeps what it did where there is no event", async () => {
    const schemas = createFolder();
    writeFiles(schemas, { [file]: text });
    const { code, stdout, stderr } = await fix(schemas);
    expect([code, stdout, stderr]).toEqual([
      2,
      expect.stringMatching(/^fixed .*\n1 file fixed\n/),
      expect.stringContaining("There is no events/"),
    ]);
  });
});

describe("writing", () => {
  test("changes nothing where a file has changed since it was read, or Ctrl-C came", async () => {
    const schemas = createFolder();
    writeFiles(schemas, { "a.schema.json": "{}", "b.schema.json": "{ }" });
    const before = listTree(schemas);
    const files = ["a.schema.json", "b.schema.json"].map((file) => ({ file, before: "{}", after: "[]" }));
    await expect(rewriteFiles(schemas, files, () => false)).rejects.toThrow(
      /b\.schema\.json was changed while this ran/,
    );
    await expect(rewriteFiles(schemas, files.slice(0, 1), () => true)).rejects.toThrow("Interrupted");
    expect(listTree(schemas)).toEqual(before);
  });
});
