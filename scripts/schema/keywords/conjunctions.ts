import { isEqual } from "../../json/equality.ts";
import { toJson } from "../../json/text.ts";
import { toComparable } from "../expand.ts";
import type { Schema } from "../schema.ts";
import { apart, type Assertion, assertion } from "./keyword.ts";
import { nounPhrase } from "./phrases.ts";

/**
 * Of flat schemas what one schema cannot say: two unions, two patterns. In composed ones the definitions that a schema is
 * made of as well. Its code is that of the printer.
 */
export const allOf: Assertion<readonly Schema[]> = assertion<readonly Schema[], "any">({
  of: "any",
  inside: "list",
  applies: "here",
  also: (_, schemas) => schemas,
  // Who asks takes it apart first: its schemas are asked one by one.
  implied: () => true,
  print: () => [],
  expected: () => "must satisfy all that the schema asks",
  both: (a, b) => [...a, ...b.filter((one) => !a.some((other) => isSame(one, other)))],
  edges: () => [],
  steps: (schemas, { value }) => schemas.map((schema) => ({ value, schema })),
});

function isSame(a: Schema, b: Schema): boolean {
  return a === b || (a.ref === b.ref && isEqual(toComparable(a), toComparable(b)));
}

export const not: Assertion<Schema> = assertion<Schema, "any">({
  of: "any",
  inside: "schema",
  applies: "here",
  isSlow: true,
  holds: (value, schema, _, accepts) => !accepts(schema, value),
  implied: (schema, known) => known.misfits(schema),
  excluded: (schema, known) => known.fits(schema),
  print: (limit, schema, value, printer) => {
    const [yes] = printer.fits(limit, value);
    const body = printer.fail(value, "not", schema);
    return yes === "true" ? body : [{ when: yes, body, isSlow: true }];
  },
  expected: (limit) => {
    if (Object.keys(limit).length === 0) return "must not be present";
    const [name, ...more] = limit.required ?? [];
    if (name !== undefined && more.length === 0 && Object.keys(limit).length === 1)
      return `must not have the member ${toJson(name)}`;
    return `must not be ${nounPhrase(limit, "what the schema excludes")}`;
  },
  both: () => apart,
  edges: (limit, { sample, varied }) => [sample(limit), ...varied(limit)],
  steps: () => [],
});
