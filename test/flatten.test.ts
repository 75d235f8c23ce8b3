import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { sharedView } from "../scripts/emit/shared.ts";
import { buildSchemas, generatePackage } from "./support/build.ts";

const $schema = "https://json-schema.org/draft/2020-12/schema";
const file = "events/test.probe.schema.json";
const description = "A member.";

/** An event with one member of interest, and an object that it can refer to. */
function folder(x: object, named: object = { type: "object" }): Record<string, object> {
  const described = typeof x === "object" ? { ...x, description } : x;
  const properties = { type: { const: "test.probe", description }, x: described };
  const examples = [{ type: "test.probe" }];
  return {
    [file]: { $schema, title: "ProbeEvent", type: "object", required: ["type"], properties, examples },
    "objects/named.schema.json": { $schema, title: "Named", ...named },
  };
}

const $ref = "../objects/named.schema.json";
const point = { type: "object", required: ["p"], properties: { p: { type: "string", description } } };

describe("a flat schema means what its source means to Ajv", () => {
  test.each<[string, Record<string, object>, unknown[]]>([
    [
      "a number and an integer, both or null",
      folder({ type: ["integer", "null"], allOf: [{ type: ["number", "null"] }] }),
      [5, 1.5, null],
    ],
    [
      "an enum of the words integer and number",
      folder({ enum: ["number"], allOf: [{ enum: ["integer", "number"] }] }),
      ["integer", "number"],
    ],
    [
      "anyOf with null beside a limit",
      folder({ anyOf: [{ type: "string", minLength: 5 }, { type: "null" }], type: ["string", "null"], minLength: 2 }),
      ["abc", "abcde", null],
    ],
    ["anyOf of an object and null", folder({ anyOf: [{ $ref }, { type: "null" }] }, point), [null, {}, { p: "x" }]],
    ["a reference narrowed by a limit", folder({ $ref, minProperties: 2 }, point), [{ p: "x" }, { p: "x", q: 1 }]],
    [
      "two references in one allOf",
      folder({ allOf: [{ $ref }, point] }, { type: "object", properties: { q: { type: "number", description } } }),
      [{ p: "x", q: "1" }, { p: "x" }],
    ],
    ["a const and what it satisfies", folder({ type: "string", minLength: 1, const: "x" }), ["x", "", "y"]],
    [
      "members that are named like Ajv's variables",
      folder({
        type: "object",
        additionalProperties: { type: "number" },
        properties: {
          key0: { type: "string", description },
          isFinite: { type: "number", description },
          data0: { type: "object", description, additionalProperties: { type: "number" } },
        },
      }),
      [{ key0: "x", isFinite: 1, z: 2, data0: { z: 1 } }, { isFinite: "1" }, { z: "1" }],
    ],
  ])("%s", async (_, schemas, values) => {
    const { ProbeEvent } = await import(`${await generatePackage(schemas)}/index.js`);
    const ajv = new Ajv2020({ strict: false });
    for (const [path, schema] of Object.entries(schemas)) ajv.addSchema(schema, `https://schemas.example/${path}`);
    const source = ajv.getSchema(`https://schemas.example/${file}`);
    for (const x of values) {
      const event = { type: "test.probe", x };
      expect(ProbeEvent.is(event), JSON.stringify(x)).toBe(source?.(event));
    }
  });
});

describe("what cannot be flattened or compiled is a finding, never a crash", () => {
  test.each<[string, Record<string, object>, string]>([
    [
      "an enum beside a reference that shares no value",
      folder({ $ref, enum: ["b"] }, { type: "string", enum: ["a"] }),
      "branch-conflict",
    ],
    ["a const of another type", folder({ type: "integer", const: "x" }), "branch-conflict"],
    ["a const that is too short", folder({ type: "string", minLength: 3, const: "x" }), "branch-conflict"],
    ["a broken pattern", folder({ type: "string", pattern: "(" }), "pattern-portable"],
    ["an escape that Unicode mode refuses", folder({ type: "string", pattern: "^\\_$" }), "pattern-portable"],
    ["a limit without its type", folder({ minLength: 3 }), "type-keyword"],
    [
      "a branch of another type than its parent",
      folder({ type: "string", anyOf: [{ type: "integer" }] }),
      "type-keyword",
    ],
  ])("%s", async (_, schemas, rule) => {
    const { diagnostics, files } = await buildSchemas(schemas);
    expect(files).toBeUndefined();
    expect(diagnostics.map((diagnostic) => diagnostic.rule)).toContain(rule);
    for (const { file: where, line } of diagnostics) expect([where, typeof line]).toEqual([file, "number"]);
  });
});

test.each([
  ["^[A-Z]{3}$", true],
  ["^(?:a|b)-[0-9]+$", true],
  ["^a\\.b$", true],
  ["^a|b$", false],
  ["^a\\$", false],
  ["^[^a]$", false],
  ["^a.b$", false],
  ["^(?:a|.)$", false],
  ["^\\cJ$", false],
  ["^\\s$", false],
  ["[A-Z]", false],
])("the shared schema refuses line breaks beside the pattern %s: %s", (pattern, refuses) => {
  expect("not" in sharedView({ type: "string", pattern })).toBe(refuses);
});

test("limits of millions do not become vectors of megabytes", async () => {
  const x = {
    type: "object",
    properties: {
      s: { type: "string", minLength: 1e9, description },
      a: { type: "array", minItems: 1e9, description },
      b: { type: "string", maxLength: 1e9, description },
    },
  };
  const { files = [] } = await buildSchemas(folder(x));
  expect(files.find(({ path }) => path === "vectors/test.probe.json")?.text.length).toBeLessThan(64 * 1024);
});
