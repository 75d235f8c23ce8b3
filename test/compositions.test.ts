// Definitions that are made of others in every way: each folder is generated, which verifies it, and judged by Ajv as well.
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterEach, describe, expect, test } from "vitest";
import { buildSchemas, generatePackage } from "./support/build.ts";
import { eventOf } from "./support/eventOf.ts";

const $schema = "https://json-schema.org/draft/2020-12/schema";
const d = { description: "d" };
const text = { type: "string", ...d };

type Companion = {
  is: (value: unknown) => boolean;
  validate: (value: unknown) => { valid: boolean; issues?: { pointer: string; message: string }[] };
};

const ref = (name: string): object => ({ $ref: `#/$defs/${name}` });
const titled = (title: string, schema: object): object => ({ title, ...d, ...schema });
const base = titled("Base", { type: "object", required: ["b"], properties: { b: text } });
const tagged = (tag: string, more: Record<string, object> = {}): object => ({
  type: "object",
  required: ["kind", ...Object.keys(more)],
  properties: { kind: { const: tag, ...d }, ...more },
});

describe("what is composed means to our validator what it means to Ajv:", () => {
  test.each<[string, Record<string, object>, unknown[]]>([
    [
      "a base, and a schema of objects and lists beside it",
      eventOf(
        { ...d, allOf: [ref("base"), ref("both")] },
        { base, both: { type: ["object", "array"], items: { type: "integer" }, uniqueItems: true, minProperties: 2 } },
      ),
      [{ b: "x", c: 1 }, { b: "x" }, { c: 1, d: 2 }, [], [1, 1]],
    ],
    [
      "a union that is settled to a branch with a base",
      eventOf(
        { type: "object", properties: { m: { ...d, allOf: [ref("n"), ref("t"), { type: "object" }] } } },
        {
          n: {
            anyOf: [
              { allOf: [ref("base")], type: "object", required: ["c"], properties: { c: text } },
              { type: "null" },
            ],
          },
          t: titled("Tt", { type: "object", properties: { z: text } }),
          base,
        },
      ),
      [{ m: { c: "" } }, { m: { c: "", b: "x" } }, { m: null }],
    ],
    [
      "an untitled schema that extends a titled one",
      eventOf(
        { type: "object", properties: { m: { ...d, ...ref("ext") }, n: { ...d, ...ref("base") } } },
        { base, ext: { allOf: [ref("base")], type: "object", required: ["c"], properties: { c: text } } },
      ),
      [{ m: { b: "x" } }, { m: { b: "x", c: "y" }, n: { b: "x" } }, { n: {} }],
    ],
    [
      "a reference with words",
      eventOf(
        { type: "object", properties: { m: { ...d, ...ref("alias") }, n: { ...d, ...ref("base") } } },
        { base, alias: { description: "words", ...ref("base") } },
      ),
      [{ m: {} }, { m: { b: "x" }, n: { b: "y" } }],
    ],
    [
      "a title in other letters",
      eventOf(
        { type: "object", properties: { m: { ...d, ...ref("u") } } },
        { u: titled("\u00dcberweisung", { type: "object", required: ["b"], properties: { b: text } }) },
      ),
      [{ m: {} }, { m: { b: "x" } }],
    ],
    [
      "a pattern that is also the text of a constant",
      eventOf({
        type: "object",
        properties: { a: { type: "string", pattern: "[^0-9\\-]", ...d }, b: { type: "string", format: "date", ...d } },
      }),
      [{ a: "x", b: "2022-02-21" }, { a: "1" }, { b: "x" }],
    ],
    [
      "a pattern with a slash in two definitions",
      eventOf(
        { type: "object", properties: { m: { ...d, ...ref("one") }, n: { ...d, ...ref("two") } } },
        {
          one: titled("One", {
            type: "object",
            properties: { url: { type: "string", pattern: "^https://[a-z]+$", ...d } },
          }),
          two: titled("Two", {
            type: "object",
            properties: { url: { type: "string", pattern: "^https://[a-z]+$", ...d } },
          }),
        },
      ),
      [{ m: { url: "https://a" } }, { n: { url: "https:a" } }],
    ],
    [
      "a union that is narrowed to null, whose other branch nobody else holds",
      eventOf(
        { type: "object", properties: { m: { ...d, ...ref("n"), type: "null" } } },
        { n: titled("Nn", { anyOf: [ref("base"), { type: "null" }] }), base },
      ),
      [{ m: null }, { m: { b: "x" } }, { m: 1 }],
    ],
    [
      "a definition that is extended by one and held by another",
      eventOf(
        {
          type: "object",
          properties: {
            m: { ...d, allOf: [ref("base")], type: "object", required: ["c"], properties: { c: text } },
            n: { ...d, anyOf: [ref("base"), text] },
          },
        },
        { base },
      ),
      [{ m: { c: "x", b: "y" }, n: { b: "x" } }, { m: { c: "x" } }, { n: null }, { n: {} }],
    ],
    [
      "null in two branches that a member tells apart",
      eventOf({
        type: "object",
        properties: {
          m: {
            ...d,
            oneOf: [
              { anyOf: [{ ...tagged("a"), type: ["object", "null"] }, tagged("b")] },
              { ...tagged("c"), type: ["object", "null"] },
            ],
          },
        },
      }),
      [{ m: null }, { m: { kind: "a" } }, { m: { kind: "c" } }, { m: { kind: "d" } }],
    ],
    [
      "a member called like a pattern's text",
      eventOf({
        type: "object",
        properties: {
          slug: { type: "string", pattern: "^a/b$", ...d },
          "slug-pattern-text": { type: "string", pattern: "^S", minLength: 2, ...d },
        },
      }),
      [
        { "slug-pattern-text": "SECRET", slug: "a/b" },
        { "slug-pattern-text": "SECRET", slug: "x" },
      ],
    ],
  ])("%s", async (_, schemas, values) => {
    const { XEvent } = (await import(`${await generatePackage(schemas)}/index.js`)) as { XEvent: Companion };
    const ajv = new Ajv2020({ strict: false });
    ajv.addFormat("date", (value) => value === "2022-02-21");
    const source = ajv.compile(schemas["events/t.x.schema.json"] as object);
    const verdicts = values.map((data) => XEvent.is({ type: "t.x", data }));
    expect(verdicts).toEqual(values.map((data) => source({ type: "t.x", data })));
    expect(new Set(verdicts).size).toBe(2);
    for (const data of values) {
      const { issues = [] } = XEvent.validate({ type: "t.x", data });
      for (const { message } of issues) expect(message).not.toContain("SECRET");
    }
  });
});

test("each titled object is written once, in letters of any script", async () => {
  const { files = [] } = await buildSchemas(
    eventOf(
      { type: "object", properties: { m: { ...d, ...ref("u") } } },
      { u: titled("\u00dcberweisung", { type: "object", required: ["b"], properties: { b: text } }) },
    ),
  );
  const event = files.find(({ path }) => path === "events/t.x.js")?.text;
  expect(event).toContain("accepts\u00dcberweisung(");
  expect(event).not.toContain(".b");
});

describe("a discriminating member", () => {
  test.each<[string, object, unknown, [string, string][]]>([
    [
      "may have any name",
      {
        oneOf: ["a", "b"].map((tag) => ({
          type: "object",
          required: ["@event-kind/1"],
          properties: { "@event-kind/1": { const: tag, ...d }, x: text },
        })),
      },
      { "@event-kind/1": "a", x: 1 },
      [["/data/x", "must be a string"]],
    ],
    [
      "may be required by the schema around the union",
      {
        type: "object",
        required: ["kind"],
        properties: { kind: { enum: ["a", "b"], ...d } },
        anyOf: ["a", "b"].map((tag) => ({
          type: "object",
          required: ["x"],
          properties: { kind: { const: tag, ...d }, x: text },
        })),
      },
      { kind: "c" },
      [["/data/kind", 'must be "a" or "b"']],
    ],
    [
      "may be that of an inner union too",
      {
        oneOf: [
          { oneOf: [tagged("card", { v: { const: 1, ...d } }), tagged("card", { v: { const: 2, ...d } })] },
          tagged("bank"),
        ],
      },
      { kind: "x" },
      [["/data/kind", 'must be "card" or "bank"']],
    ],
    [
      "may stand in a branch that is nullable",
      { anyOf: [{ ...tagged("a", { x: text }), type: ["object", "null"] }, tagged("b")] },
      { kind: "a" },
      [["/data/x", "must be present"]],
    ],
  ])("%s", async (_, data, value, wanted) => {
    const { XEvent } = (await import(`${await generatePackage(eventOf(data))}/index.js`)) as { XEvent: Companion };
    expect(
      XEvent.validate({ type: "t.x", data: value }).issues?.map(({ pointer, message }) => [pointer, message]),
    ).toEqual(wanted);
  });
});

describe("an event that is another definition and nothing else", () => {
  afterEach(() => {
    delete (Object.prototype as Record<string, unknown>)["data"];
  });
  test.each([{ allOf: [{ $ref: "../objects/a.schema.json" }] }, { $ref: "../objects/a.schema.json" }])(
    "counts its own members: %j",
    async (composition) => {
      const event = (type: string, more: object): object => ({
        $schema,
        title: `${type.toUpperCase().replace(".", "")}Event`,
        ...d,
        type: "object",
        ...more,
        "x-lint-off": { example: "None is needed here." },
      });
      const out = await generatePackage({
        "objects/a.schema.json": {
          $schema,
          ...titled("Aa", {
            type: "object",
            required: ["type", "data"],
            properties: { type: { const: "t.x", ...d }, data: text },
          }),
        },
        "events/t.x.schema.json": event("t.x", composition),
        "events/t.y.schema.json": event("t.y", {
          required: ["type"],
          properties: { type: { const: "t.y", ...d }, m: { ...d, $ref: "../objects/a.schema.json" } },
        }),
      });
      const { TXEvent } = (await import(`${out}/index.js`)) as { TXEvent: Companion };
      (Object.prototype as Record<string, unknown>)["data"] = "x";
      expect([TXEvent.is({ type: "t.x" }), TXEvent.is({ type: "t.x", data: "y" })]).toEqual([false, true]);
    },
  );
});

test.each([
  ["a const", { const: {} }, "{ [k: string]: never }"],
  ["an enum", { enum: [{}, 1] }, "{ [k: string]: never } | 1"],
  ["a const with an empty object inside", { const: { a: [{}] } }, '{"a":[{ [k: string]: never }]}'],
])("no type is {}: %s", async (_, schema, type) => {
  const { files = [] } = await buildSchemas(eventOf(schema));
  expect(files.find(({ path }) => path === "events/t.x.d.ts")?.text).toContain(`data: ${type};`);
});
