// What two branches leave, in types, validators and shared schemas; and types of what people write in odd ways.
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { generatePackage, buildSchemas } from "./support/build.ts";

const $schema = "https://json-schema.org/draft/2020-12/schema";
const file = "events/test.probe.schema.json";
const description = "d";

/** An event with one member, and a definition that it can refer to. */
function folder(x: object, named: object = { type: "object" }): Record<string, object> {
  const properties = { type: { const: "test.probe", description }, x: { description, ...x } };
  return {
    [file]: {
      $schema,
      title: "ProbeEvent",
      type: "object",
      required: ["type"],
      properties,
      examples: [{ type: "test.probe" }],
    },
    "objects/named.schema.json": { $schema, title: "Named", ...named },
  };
}

/** The type of the member, on one line and without comments. */
async function typeOfMember(schemas: Record<string, object>): Promise<string | undefined> {
  const { files = [], diagnostics } = await buildSchemas(schemas);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const text = files.find(({ path }) => path === "events/test.probe.d.ts")?.text ?? "";
  const lines = text.split("\n").filter((line) => !/^\s*(?:\/?\*|\/\*\*)/.test(line));
  return /\bx\?: (.*?);\s*\}\s*(?:\/\*|export)/.exec(lines.join(" ").replace(/\s+/g, " "))?.[1];
}

const $ref = "../objects/named.schema.json";
const dateTime = "2022-02-21T19:38:34Z";

describe("narrowing", () => {
  test.each<[string, Record<string, object>, string, unknown[]]>([
    [
      "a nullable date-time to null",
      folder({ $ref, type: "null" }, { type: ["string", "null"], format: "date-time" }),
      "null",
      [null, dateTime, "x"],
    ],
    [
      "a nullable date-time to a text",
      folder({ $ref, type: "string" }, { type: ["string", "null"], format: "date-time" }),
      "string",
      [null, dateTime, "x"],
    ],
    [
      "a nullable object to null, in allOf",
      folder(
        { allOf: [{ $ref }, { type: "null" }] },
        { type: ["object", "null"], required: ["a"], properties: { a: { type: "string", description } } },
      ),
      "null",
      [null, { a: "x" }, {}],
    ],
    [
      "a union to one of its types",
      folder({ $ref, type: "string" }, { anyOf: [{ type: "string", minLength: 2 }, { type: "integer" }] }),
      "string",
      ["ab", "a", 1],
    ],
    [
      "a union of an object and null to null",
      folder(
        { allOf: [{ anyOf: [{ $ref }, { type: "null" }] }, { type: "null" }] },
        { type: "object", required: ["a"], properties: { a: { type: "string", description } } },
      ),
      "null",
      [null, {}, { a: "x" }],
    ],
    [
      "a list of values to those of a type",
      folder({ allOf: [{ enum: ["a", 1, null] }, { type: ["string", "null"] }] }),
      '"a" | null',
      ["a", 1, null],
    ],
    [
      "a number to an integer",
      folder({ $ref, type: "integer" }, { type: "number", minimum: 2 }),
      "number",
      [2, 2.5, 1],
    ],
  ])("%s", async (_, schemas, type, values) => {
    expect(await typeOfMember(schemas)).toBe(type);
    const out = await generatePackage(schemas);
    const { ProbeEvent } = (await import(`${out}/index.js`)) as {
      ProbeEvent: {
        is: (value: unknown) => boolean;
        "~standard": { jsonSchema: { input: (options: object) => object } };
      };
    };
    const source = new Ajv2020({ strict: false });
    for (const [path, schema] of Object.entries(schemas)) source.addSchema(schema, `https://schemas.example/${path}`);
    source.addFormat("date-time", (text) => text === dateTime);
    const shared = new Ajv2020({ strict: false }).compile(
      ProbeEvent["~standard"].jsonSchema.input({ target: "draft-2020-12" }),
    );
    for (const x of values) {
      const event = { type: "test.probe", x };
      const want = source.getSchema(`https://schemas.example/${file}`)?.(event);
      expect([ProbeEvent.is(event), shared(event)], JSON.stringify(x)).toEqual([want, want]);
    }
  });

  test.each<[string, object, object]>([
    ["two types that share nothing", { $ref, type: "integer" }, { type: "string" }],
    ["values of which none has the type", { $ref, type: "integer" }, { enum: ["a", "b"] }],
    [
      "a union of which no branch has the type",
      { $ref, type: "boolean" },
      { anyOf: [{ type: "string" }, { type: "integer" }] },
    ],
  ])("%s is a diagnostic of lint", async (_, x, named) => {
    const { diagnostics, files } = await buildSchemas(folder(x, named));
    expect(files).toBeUndefined();
    expect(diagnostics.map(({ rule }) => rule)).toContain("branch-conflict");
  });
});

describe("types", () => {
  test.each<[string, object, string]>([
    ["an object of anything", { type: "object" }, "{ [k: string]: unknown; }"],
    ["one that says so", { type: "object", additionalProperties: true }, "{ [k: string]: unknown; }"],
    ["one without described members", { type: "object", properties: {} }, "{ [k: string]: unknown; }"],
    [
      "one that may be null",
      { type: ["object", "null"], additionalProperties: true },
      "({ [k: string]: unknown; } | null)",
    ],
    ["a map", { type: "object", additionalProperties: { type: "number" } }, "{ [k: string]: number; }"],
    ["an object that is empty", { type: "object", additionalProperties: false }, "{ [k: string]: never; }"],
    [
      "a list of objects of anything",
      { type: "array", items: { type: "object", properties: {}, additionalProperties: true } },
      "{ [k: string]: unknown; }[]",
    ],
    [
      "at least one of two members",
      {
        type: "object",
        properties: { a: { type: "string", description }, b: { type: "string", description } },
        anyOf: [{ required: ["a"] }, { required: ["b"] }],
      },
      "{ a?: string; b?: string; }",
    ],
    [
      "members that every object inherits",
      {
        type: "object",
        required: ["constructor"],
        properties: { constructor: { type: "string", description }, toString: { type: "string", description } },
      },
      "{ constructor: string; toString?: string; }",
    ],
  ])("%s", async (_, x, type) => {
    expect(await typeOfMember(folder(x))).toBe(type);
  });
});
