// Laws of `lint --fix`, for random schemas.
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { JsonObject } from "../../scripts/json/json.ts";
import { draft } from "../support/codegen.ts";
import { fixSchema, fixText, fixTexts } from "../support/fixed.ts";
import { olderSchema, values, wildSchema } from "../support/olderSchemas.ts";
import { runs } from "../support/runs.ts";

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
