// Whether each value of a schema is one of another: small pairs, each with what is right.
import { describe, expect, test } from "vitest";
import { createInclusion } from "../scripts/inclusion/inclusion.ts";
import type { Definition, Schema } from "../scripts/schema/schema.ts";

type Row = readonly [name: string, inner: Schema, outer: Schema, forward: string, backward: string];

const text = { type: "string" } as const;
const object = (properties: Record<string, Schema>, more: Schema = {}): Schema => ({
  type: "object",
  properties,
  ...more,
});

const rows: readonly Row[] = [
  ["a type more", text, { type: ["string", "null"] }, "yes", "no"],
  ["integers are numbers", { type: "integer" }, { type: "number" }, "yes", "no"],
  ["a const of an enum", { const: "a" }, { enum: ["a", "b"] }, "yes", "no"],
  ["a const and its type", { const: 1 }, { type: "integer" }, "yes", "no"],
  ["a lower limit", { type: "string", minLength: 3 }, { type: "string", minLength: 2 }, "yes", "no"],
  ["a limit that a format makes", { type: "string", format: "date" }, { type: "string", minLength: 1 }, "yes", "no"],
  ["a limit of integers", { type: "integer", exclusiveMinimum: 0 }, { type: "integer", minimum: 1 }, "yes", "yes"],
  ["the same of numbers", { type: "number", minimum: 1 }, { type: "number", exclusiveMinimum: 0 }, "yes", "no"],
  ["a step", { type: "number", multipleOf: 0.3 }, { type: "number", multipleOf: 0.1 }, "yes", "no"],
  ["integers have a step", { type: "integer" }, { type: "number", multipleOf: 0.5 }, "yes", "no"],
  ["a format within another", { type: "string", format: "uri" }, { type: "string", format: "iri" }, "yes", "no"],
  ["formats apart", { type: "string", format: "date" }, { type: "string", format: "uuid" }, "no", "no"],
  ["another pattern", { type: "string", pattern: "^a$" }, { type: "string", pattern: "^b$" }, "no", "no"],
  ["a required member", object({ a: text }, { required: ["a"] }), object({ a: text }), "yes", "no"],
  ["a member that is described", object({ a: text }), object({}), "yes", "no"],
  ["a closed object", object({ a: text }, { additionalProperties: false }), object({ a: text }), "yes", "no"],
  ["a map", { type: "object", additionalProperties: text }, { type: "object" }, "yes", "no"],
  [
    "a closed object in a map",
    object({ a: text }, { additionalProperties: false }),
    { type: "object", additionalProperties: text },
    "yes",
    "no",
  ],
  ["longer lists", { type: "array", minItems: 2 }, { type: "array", minItems: 1 }, "yes", "no"],
  ["a tuple", { type: "array", prefixItems: [text, text] }, { type: "array", prefixItems: [text] }, "yes", "no"],
  ["items", { type: "array", items: { type: "integer" } }, { type: "array", items: { type: "number" } }, "yes", "no"],
  ["a branch more", { anyOf: [text] }, { anyOf: [text, { type: "null" }] }, "yes", "no"],
  ["null as a type or as a branch", { type: ["string", "null"] }, { anyOf: [text, { type: "null" }] }, "yes", "yes"],
  [
    "branches that a member tells apart",
    object({ kind: { enum: ["a", "b"] } }, { required: ["kind"] }),
    { anyOf: ["a", "b"].map((kind) => object({ kind: { const: kind } }, { required: ["kind"] })) },
    "yes",
    "yes",
  ],
  ["a condition", { type: "string", if: { minLength: 3 }, then: { format: "date" } }, text, "yes", "no"],
  ["what is excluded", { type: "integer", not: { const: 1 } }, { type: "integer" }, "yes", "no"],
  [
    "members that go together",
    object({ a: text, b: text }, { dependentRequired: { a: ["b"] } }),
    object({ a: text, b: text }),
    "yes",
    "no",
  ],
  [
    "names",
    { type: "object", propertyNames: { maxLength: 3 } },
    { type: "object", propertyNames: { maxLength: 4 } },
    "yes",
    "no",
  ],
  [
    "items of a kind",
    { type: "array", contains: text, minContains: 2 },
    { type: "array", contains: text },
    "yes",
    "no",
  ],
  ["nothing", { not: {} }, text, "yes", "no"],
];

test.each(rows)("%s", (_, inner, outer, forward, backward) => {
  const { compare } = createInclusion(false);
  expect([compare(inner, outer).verdict, compare(outer, inner).verdict]).toEqual([forward, backward]);
});

/** A definition that holds itself. */
function listOf(value: Schema): Definition {
  const definition = { name: "List", schema: {} } as { name: string; schema: Schema };
  definition.schema = object({ value, next: { ref: definition as Definition } }, { required: ["value"] });
  return definition as Definition;
}

describe("definitions that hold themselves", () => {
  test.each<[string, Schema, Schema, string]>([
    ["the same", text, text, "yes"],
    ["narrower", { type: "string", minLength: 1 }, text, "yes"],
    ["wider", { type: ["string", "null"] }, text, "no"],
  ])("%s", (_, inner, outer, want) => {
    const answer = createInclusion(false).compare({ ref: listOf(inner) }, { ref: listOf(outer) });
    expect(answer.verdict).toBe(want);
  });
});

describe("members that a schema does not describe", () => {
  const [without, optional, required] = [
    object({ a: text }),
    object({ a: text, b: text }),
    object({ a: text, b: text }, { required: ["b"] }),
  ];
  test.each<[string, Schema, Schema, string, string]>([
    ["an optional member is new", without, optional, "no", "yes"],
    ["a required member is new", without, required, "no", "no"],
    ["an object is closed", without, { ...without, additionalProperties: false }, "no", "yes"],
  ])("%s", (_, inner, outer, open, absent) => {
    const verdicts = [false, true].map((isAbsent) => createInclusion(isAbsent).compare(inner, outer).verdict);
    expect(verdicts).toEqual([open, absent]);
  });
});

test("a witness is the example with the smallest change, and the keys lead to it", () => {
  const event = (pin: Schema): Schema =>
    object({ id: text, data: object({ pin, more: text }, { required: ["pin"] }) }, { required: ["id", "data"] });
  const example = { id: "1", data: { pin: "1234", more: "x" } };
  const answer = createInclusion(true).compare(event({ type: ["string", "null"] }), event(text), [example]);
  expect(answer).toEqual({ verdict: "no", keys: ["data", "pin"], value: { id: "1", data: { pin: null, more: "x" } } });
});

test("what is neither proven nor shown names the keyword", () => {
  const answer = createInclusion(false).compare(
    { type: "string", pattern: "^(?:ab)+$" },
    { type: "string", pattern: "^[ab]+$" },
  );
  expect(answer).toEqual({ verdict: "unknown", keyword: "pattern", keys: [] });
});
