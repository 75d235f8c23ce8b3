import { expect, test } from "vitest";
import { docText } from "../scripts/emit/comment.ts";
import { compile } from "../scripts/emit/compile.ts";
import { formatDeclaration } from "../scripts/emit/declaration.ts";
import { generatePackage } from "./support/build.ts";

const object = (properties: object, more: object = {}): object => ({ type: "object", properties, ...more });

test.each([
  ["required", object({ a: {} }, { required: ["a"] }), '"/a", "required", "must be present"'],
  ["type", object({ a: { type: ["string", "null"] } }), '"/a", "type", "must be a string or null"'],
  ["const", object({ a: { const: "x" } }), '"/a", "const", "must be \\"x\\""'],
  ["enum", object({ a: { enum: ["x", 1, null] } }), '"/a", "enum", "must be \\"x\\", 1 or null"'],
  ["minLength 1", object({ a: { type: "string", minLength: 1 } }), '"must not be empty"'],
  ["minLength", object({ a: { type: "string", minLength: 2 } }), '"must have at least 2 characters"'],
  ["maxLength", object({ a: { type: "string", maxLength: 1 } }), '"must have at most 1 character"'],
  ["pattern", object({ a: { type: "string", pattern: "^x$" } }), '"must match the pattern ^x$"'],
  ["minimum", object({ a: { type: "number", minimum: 2 } }), '"must be at least 2"'],
  ["items", object({ a: { type: "array", items: { type: "integer" } } }), '"/a/" + i0, "type", "must be an integer"'],
  ["a closed object", object({ a: {} }, { additionalProperties: false }), '"must not have members other than \\"a\\""'],
  ["a name to escape", object({ "a/~": { type: "null" } }), '"/a~1~0", "type", "must be null"'],
  ["anyOf", object({ a: { anyOf: [{ type: "string" }, { const: 1 }] } }), '"/a", "anyOf", "must be a string or 1"'],
])("%s: an issue has place, keyword and sentence", (_, schema, wanted) => {
  expect(compile("", schema as never).explain).toContain(wanted);
});

test("accepts only answers yes or no", () => {
  const { accepts } = compile("", object({ a: { type: "string", format: "uri" }, b: { anyOf: [{ const: 1 }, { type: "null" }] } }) as never);
  expect(accepts).not.toMatch(/report|instancePath|vErrors|schemaPath|must be/);
  expect(accepts).toContain("uri.test(a)");
});

test("constants that look like Ajv's own code stay as they are", async () => {
  const names = ["data0", "vErrors", 'x",schemaPath:"y', "errors++;", "formats0", "void 0", "*/", "</script>", "${x}", "`", "\u2028"];
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
    expect(NamesEvent.validate({ ...value, [name]: "other" })).toMatchObject({ issues: [{ path: [name], keyword: "const" }] });
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
  for (const tag of ["@example", '@defaultValue "x"', "@format uri", "@deprecated", "@remarks"]) expect(text).toContain(tag);
});

test.each([
  ["a union", "export interface A {\na?: (string | null)\n}", "export interface A {\n  a?: string | null;\n}\n"],
  ["a nested object", "export interface A {\nb: {\nc: 1\n}\n}", "export interface A {\n  b: {\n    c: 1;\n  };\n}\n"],
  ["a short comment", "/**\n * d\n */\nexport type A = (1 | 2)", "/** d */\nexport type A = 1 | 2;\n"],
  ["a union in an array", "export interface A {\na: (1 | 2)[]\n}", "export interface A {\n  a: (1 | 2)[];\n}\n"],
])("declarations are laid out as a person would: %s", (_, given, want) => {
  expect(formatDeclaration(given)).toBe(want);
});
