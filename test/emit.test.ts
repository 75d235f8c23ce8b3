import { expect, test } from "vitest";
import { docText } from "../scripts/emit/comment.ts";
import { formatDeclaration } from "../scripts/emit/declaration.ts";
import type { Schema } from "../scripts/schema/schema.ts";
import { generatePackage } from "./support/build.ts";
import { print, type Reported } from "./support/printed.ts";

const object = (properties: object, more: object = {}): Schema => ({ type: "object", properties, ...more }) as Schema;

test.each<[string, Schema, unknown, Reported[]]>([
  ["required", object({ a: {} }, { required: ["a"] }), {}, [["/a", "required", "must be present"]]],
  [
    "required members come first",
    object({ a: { type: "string" }, b: {} }, { required: ["b", "a"] }),
    { a: 1 },
    [
      ["/b", "required", "must be present"],
      ["/a", "type", "must be a string"],
    ],
  ],
  [
    "a member that is missing is told once",
    object({ a: { type: "string" } }, { required: ["a"] }),
    {},
    [["/a", "required", "must be present"]],
  ],
  ["type", object({ a: { type: ["string", "null"] } }), { a: 1 }, [["/a", "type", "must be a string or null"]]],
  [
    "a number that no double holds",
    object({ a: { type: "number" } }),
    { a: Number.POSITIVE_INFINITY },
    [["/a", "type", "must be a number"]],
  ],
  ["const", object({ a: { const: "x" } }), { a: "y" }, [["/a", "const", 'must be "x"']]],
  ["enum", object({ a: { enum: ["x", 1, null] } }), { a: "y" }, [["/a", "enum", 'must be "x", 1 or null']]],
  [
    "minLength 1",
    object({ a: { type: "string", minLength: 1 } }),
    { a: "" },
    [["/a", "minLength", "must not be empty"]],
  ],
  [
    "minLength",
    object({ a: { type: "string", minLength: 2 } }),
    { a: "\u{1F600}" },
    [["/a", "minLength", "must have at least 2 characters"]],
  ],
  [
    "maxLength",
    object({ a: { type: "string", maxLength: 1 } }),
    { a: "xy" },
    [["/a", "maxLength", "must have at most 1 character"]],
  ],
  [
    "pattern",
    object({ a: { type: "string", pattern: "^x$" } }),
    { a: "y" },
    [["/a", "pattern", "must match the pattern ^x$"]],
  ],
  [
    "one issue of several broken keywords",
    object({ a: { type: "string", pattern: "^x$", minLength: 2 } }),
    { a: "y" },
    [["/a", "pattern", "must match the pattern ^x$"]],
  ],
  ["minimum", object({ a: { type: "number", minimum: 2 } }), { a: 1 }, [["/a", "minimum", "must be at least 2"]]],
  [
    "items",
    object({ a: { type: "array", items: { type: "integer" } } }),
    { a: [1, "2", 3, 4.5] },
    [
      ["/a/1", "type", "must be an integer"],
      ["/a/3", "type", "must be an integer"],
    ],
  ],
  [
    "a list that is too short, and its items",
    object({ a: { type: "array", minItems: 3, items: { type: "integer" } } }),
    { a: ["2"] },
    [
      ["/a", "minItems", "must have at least 3 items"],
      ["/a/0", "type", "must be an integer"],
    ],
  ],
  [
    "a closed object",
    object({ a: {} }, { additionalProperties: false }),
    { b: 1, c: 2 },
    [["", "additionalProperties", 'must not have members other than "a"']],
  ],
  [
    "a map",
    object({ a: {} }, { additionalProperties: { type: "null" } }),
    { "x/~": 1 },
    [["/x~1~0", "type", "must be null"]],
  ],
  [
    "a name to escape",
    object({ "a/~": { type: "null" } }, { required: ["a/~"] }),
    {},
    [["/a~1~0", "required", "must be present"]],
  ],
  [
    "anyOf of which no branch has the type",
    object({ a: { anyOf: [{ type: "string" }, { const: 1 }] } }),
    { a: true },
    [["/a", "anyOf", "must be a string or 1"]],
  ],
  [
    "the types of a nullable object",
    object({ a: { type: ["object", "null"], required: ["b"] } }),
    { a: 1 },
    [["/a", "type", "must be an object or null"]],
  ],
  [
    "inside a nullable object",
    object({ a: { type: ["object", "null"], required: ["b"] } }),
    { a: {} },
    [["/a/b", "required", "must be present"]],
  ],
  [
    "inside a nullable text",
    object({ a: { type: ["string", "null"], format: "date" } }),
    { a: "x" },
    [["/a", "format", "must be an RFC 3339 date from year 0001, such as 2022-02-21"]],
  ],
])("%s: an issue has place, keyword and sentence", (_, schema, value, wanted) => {
  const { accepts, explain } = print(schema);
  expect(explain(value)).toEqual(wanted);
  expect(accepts(value)).toBe(false);
});

test("accepts only answers yes or no, and reads each member once", () => {
  const { code } = print(
    object(
      {
        a: { type: "string", format: "uri" },
        b: { anyOf: [{ const: 1 }, { type: "null" }] },
        c: { type: ["string", "null"], minLength: 2 },
      },
      { required: ["a", "b"] },
    ),
  );
  const accepts = code.slice(code.indexOf("function acceptsProbe"), code.indexOf("/** Reports"));
  expect(accepts).not.toMatch(/report|must be/);
  for (const name of ["a", "b"]) expect(accepts.split(`probe.${name}`)).toHaveLength(2);
});

test("constants that look like code stay as they are", async () => {
  const names = [
    "data0",
    "vErrors",
    'x",schemaPath:"y',
    "errors++;",
    "formats0",
    "void 0",
    "*/",
    "</script>",
    "${x}",
    "`",
    "\u2028",
  ];
  const folder = await generatePackage({
    "events/test.names.schema.json": {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: "NamesEvent",
      type: "object",
      required: ["type"],
      properties: {
        type: { const: "test.names", description: "d" },
        list: { type: "array", items: { type: "string", enum: names }, description: "d" },
        ...Object.fromEntries(names.map((name) => [name, { type: "string", const: name, description: "d" }])),
      },
      examples: [{ type: "test.names" }],
    },
  });
  const { NamesEvent } = await import(`${folder}/index.js`);
  const value = { type: "test.names", list: names, ...Object.fromEntries(names.map((name) => [name, name])) };
  expect(NamesEvent.validate(value)).toEqual({ valid: true, value });
  for (const name of names) {
    expect(NamesEvent.validate({ ...value, [name]: "other" })).toMatchObject({
      issues: [{ path: [name], keyword: "const" }],
    });
  }
});

test("at most 100 issues are listed, and the rest is told", async () => {
  const folder = await generatePackage({
    "events/test.many.schema.json": {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: "ManyEvent",
      type: "object",
      required: ["type"],
      properties: {
        type: { const: "test.many", description: "d" },
        list: { type: "array", items: { type: "string" }, description: "d" },
      },
      examples: [{ type: "test.many" }],
    },
  });
  const { ManyEvent } = await import(`${folder}/index.js`);
  const many = (count: number): unknown => ManyEvent.validate({ type: "test.many", list: Array(count).fill(0) });
  expect(many(100)).toMatchObject({ issues: { length: 100 } });
  expect(many(100)).not.toHaveProperty("truncated");
  expect(many(101)).toMatchObject({ issues: { length: 100 }, truncated: true });
  expect(many(101)).toMatchObject({ issues: { 0: { path: ["list", 0] } } });
});

test("a doc comment says every fact and cannot be broken out of", () => {
  const text = docText({
    description: "Words */ alert() /* \u2028 more\u0007\u202e",
    examples: ["*/"],
    default: "x",
    format: "uri",
    deprecated: true,
    "x-sensitive": true,
  });
  for (const hostile of ["*/", "\u2028", "\u0007", "\u202e"]) expect(text).not.toContain(hostile);
  for (const tag of ["@example", '@defaultValue "x"', "@format uri", "@deprecated", "@remarks"])
    expect(text).toContain(tag);
});

test.each([
  ["a union", "export interface A {\na?: (string | null)\n}", "export interface A {\n  a?: string | null;\n}\n"],
  ["a nested object", "export interface A {\nb: {\nc: 1\n}\n}", "export interface A {\n  b: {\n    c: 1;\n  };\n}\n"],
  ["a short comment", "/**\n * d\n */\nexport type A = (1 | 2)", "/** d */\nexport type A = 1 | 2;\n"],
  ["a union in an array", "export interface A {\na: (1 | 2)[]\n}", "export interface A {\n  a: (1 | 2)[];\n}\n"],
])("declarations are laid out as a person would: %s", (_, given, want) => {
  expect(formatDeclaration(given)).toBe(want);
});
