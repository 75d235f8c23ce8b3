// Three readings of a schema give one verdict: the printed validator, Ajv, and `evaluate`, which shares no code with either.
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { loadCatalog } from "../../scripts/catalog/catalog.ts";
import { inline } from "../../scripts/emit/view.ts";
import { formats } from "../../scripts/formats/formats.ts";
import { isDecimalMultiple } from "../../scripts/json/decimal.ts";
import type { Json } from "../../scripts/json/json.ts";
import { evaluate } from "../../scripts/schema/evaluate.ts";
import type { Schema } from "../../scripts/schema/schema.ts";
import { everyExample, everyKeyword } from "../fixtures/everyKeyword.ts";
import { writeSchemas } from "../support/build.ts";
import { Random } from "../support/oracles/random.ts";
import { mutated } from "../support/payloads.ts";
import { print } from "../support/printed.ts";
import { randomSchema, randomValue } from "../support/randomSchemas.ts";
import { runs } from "../support/runs.ts";

const [payloads, schemas] = [runs(1000, 100_000), runs(10, 200)];
/** The three readings of a flat schema. */
function readings(schema: Schema): (value: Json) => {
  readonly ours: boolean;
  readonly ajv: boolean;
  readonly evaluate: boolean;
  readonly issues: number;
} {
  // With all errors: otherwise Ajv 8.20 asks no further keyword of an empty array that has prefixItems.
  const ajv = new Ajv2020({ strict: false, ownProperties: true, allErrors: true, validateSchema: false });
  for (const { name, regex } of formats.values()) ajv.addFormat(name, regex);
  ajv.removeKeyword("multipleOf").addKeyword({
    keyword: "multipleOf",
    type: "number",
    validate: (step: number, value: number) => isDecimalMultiple(value, step),
  });
  const validate = ajv.compile(schema);
  const { accepts, explain } = print(schema);
  return (value) => {
    const ours = accepts(value);
    // Only what is refused is explained.
    return {
      ours,
      ajv: validate(value) === true,
      evaluate: evaluate(schema, value).length === 0,
      issues: ours ? 0 : explain(value).length,
    };
  };
}

/** Holds one verdict for a value; a refused one has issues that point into it. */
function agree(read: ReturnType<typeof readings>, value: Json, about: string): boolean {
  const { ours, ajv, evaluate: flat, issues } = read(value);
  if (ours !== ajv || ours !== flat || issues > 0 === ours)
    expect({ ours, ajv, flat, issues }, `${about}\n${JSON.stringify(value)}`).toEqual({
      ours,
      ajv: ours,
      flat: ours,
      issues: ours ? 0 : 1,
    });
  return ours;
}

test(`the fixture with every keyword: ${payloads} payloads`, async () => {
  const { catalog } = await loadCatalog(await writeSchemas(everyKeyword));
  const read = readings(inline(catalog.events[0]?.schema ?? {}));
  const seen = { valid: 0, invalid: 0 };
  fc.assert(
    fc.property(mutated([everyExample]), (value) => {
      seen[agree(read, value, "every keyword") ? "valid" : "invalid"]++;
    }),
    { numRuns: payloads, seed: 20261101 },
  );
  expect(Math.min(seen.valid, seen.invalid)).toBeGreaterThan(payloads / 10);
});

test(`${schemas} random schemas, 500 payloads each`, () => {
  const random = new Random(20261102);
  const seen = { valid: 0, invalid: 0 };
  for (let i = 0; i < schemas; i++) {
    const schema = randomSchema(random);
    const read = readings(schema);
    for (let k = 0; k < 500; k++)
      seen[agree(read, randomValue(random, schema), JSON.stringify(schema)) ? "valid" : "invalid"]++;
  }
  expect(Math.min(seen.valid, seen.invalid)).toBeGreaterThan(schemas * 50);
});
