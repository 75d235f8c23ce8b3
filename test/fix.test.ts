// What older drafts and OpenAPI 3.0 say becomes JSON Schema 2020-12, in the text.
import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../scripts/json/json.ts";
import { createSchemas, draft } from "./support/codegen.ts";
import { diagnose, draft07, fixSchema, fixText, fixTexts, inFile } from "./support/fixed.ts";

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

/** A text of draft-07, with an indentation. */
const olderText = (indent: string): string =>
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
/** What it becomes. */
const wantedText = (indent: string): string =>
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

describe("the text stays:", () => {
  test.each([
    ["two blanks", "  "],
    ["four blanks", "    "],
    ["tabs", "\t"],
  ])("%s", (_, indent) => {
    expect(fixText(olderText(indent))).toBe(wantedText(indent));
    expect(fixText(olderText(indent).replaceAll("\n", "\r\n"))).toBe(wantedText(indent).replaceAll("\n", "\r\n"));
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
      ["promise", "objects/error", "objects/taken"],
      ["PromiseObject", "ErrorObject", "TakenObject"],
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
