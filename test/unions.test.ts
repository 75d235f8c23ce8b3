// Issues inside unions: at the member that is wrong, in the branch that the value was meant for.
import { describe, expect, test } from "vitest";
import type { Schema } from "../scripts/schema/schema.ts";
import { print, type Reported } from "./support/printed.ts";

const text: Schema = { type: "string" };
const branch = (kind: unknown, more: Record<string, Schema> = {}): Schema =>
  ({
    type: "object",
    required: ["kind", ...Object.keys(more)],
    properties: { kind: { const: kind }, ...more },
  }) as Schema;
const card = branch("card", { last4: text });
const bank = branch("bank", { iban: text });
const cash: Schema = {
  type: "object",
  required: ["kind"],
  properties: { kind: { enum: ["cash", "coins"] }, amount: { type: "number" } },
};
const list = (items: Schema): Schema => ({ type: "array", items });
const holder = (method: Schema): Schema => ({ type: "object", required: ["method"], properties: { method } });

describe("a member that tells the branches apart", () => {
  const union: Schema = { oneOf: [card, bank, cash] };
  test.each<[string, Schema, unknown, Reported[]]>([
    ["chooses the branch", union, { kind: "card", last4: 1 }, [["/last4", "type", "must be a string"]]],
    ["whose missing members are told", union, { kind: "bank" }, [["/iban", "required", "must be present"]]],
    ["also by one of several values", union, { kind: "coins", amount: "1" }, [["/amount", "type", "must be a number"]]],
    ["is told where it is missing", union, { last4: "1" }, [["/kind", "required", "must be present"]]],
    [
      "is told with what is known where it is unknown",
      union,
      { kind: "fish" },
      [["/kind", "enum", 'must be "card", "bank", "cash" or "coins"']],
    ],
    ["needs an object", union, 3, [["", "oneOf", "must be an object"]]],
    [
      "works beside null",
      { anyOf: [card, bank, { type: "null" }] },
      { kind: "card" },
      [["/last4", "required", "must be present"]],
    ],
    [
      "works in a list",
      list(union),
      [{ kind: "cash" }, { kind: "card", last4: 1 }, { kind: "x" }],
      [
        ["/1/last4", "type", "must be a string"],
        ["/2/kind", "enum", 'must be "card", "bank", "cash" or "coins"'],
      ],
    ],
    [
      "works in a member",
      holder(union),
      { method: { kind: "card" } },
      [["/method/last4", "required", "must be present"]],
    ],
    [
      "works through a union inside a branch",
      { anyOf: [{ oneOf: [card, bank] }, cash] },
      { kind: "bank", iban: 5 },
      [["/iban", "type", "must be a string"]],
    ],
    [
      "can be a number",
      { oneOf: [branch(1, { a: text }), branch(2)] },
      { kind: 1, a: 2 },
      [["/a", "type", "must be a string"]],
    ],
    [
      "can have a name that every object inherits",
      {
        oneOf: [
          { type: "object", required: ["constructor"], properties: { constructor: { const: "a" }, x: text } },
          { type: "object", required: ["constructor"], properties: { constructor: { const: "b" } } },
        ],
      },
      { constructor: "a", x: 1 },
      [["/x", "type", "must be a string"]],
    ],
  ])("%s", (_, schema, value, wanted) => {
    expect(print(schema).explain(value)).toEqual(wanted);
    expect(print(schema).accepts(value)).toBe(false);
  });

  test("accepts what each branch accepts, and null where it is one", () => {
    const { accepts } = print({ oneOf: [card, bank, cash, { type: "null" }] });
    expect([{ kind: "card", last4: "1" }, { kind: "coins" }, null, { kind: "card" }, undefined].map(accepts)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe("without such a member", () => {
  const point: Schema = { type: "object", required: ["x"], properties: { x: { type: "integer" } } };
  const size: Schema = {
    type: "object",
    required: ["width", "height"],
    properties: { width: { type: "integer" }, height: { type: "integer" } },
  };
  test.each<[string, Schema, unknown, Reported[]]>([
    [
      "the branch whose type fits is explained",
      { anyOf: [text, point] },
      { x: "1" },
      [["/x", "type", "must be an integer"]],
    ],
    ["the one with the fewest issues", { anyOf: [size, point] }, {}, [["/x", "required", "must be present"]]],
    [
      "the first on a tie",
      { anyOf: [{ ...point }, { type: "object", required: ["y"] }] },
      {},
      [["/x", "required", "must be present"]],
    ],
    [
      "a missing member counts once",
      { anyOf: [{ type: "object", required: ["y", "z"] }, point] },
      {},
      [["/x", "required", "must be present"]],
    ],
    ["the union where no type fits", { anyOf: [text, point] }, 5, [["", "anyOf", "must be a string or an object"]]],
    [
      "a branch that is a limit",
      { anyOf: [{ type: "string", minLength: 3 }, { type: "integer" }] },
      "ab",
      [["", "minLength", "must have at least 3 characters"]],
    ],
    [
      "an integer is a number",
      { anyOf: [{ type: "number", minimum: 3 }, text] },
      2,
      [["", "minimum", "must be at least 3"]],
    ],
    [
      "branches without a type",
      { type: "object", properties: { a: text, b: text }, anyOf: [{ required: ["a"] }, { required: ["b"] }] },
      {},
      [["/a", "required", "must be present"]],
    ],
    [
      "too many that fit",
      {
        oneOf: [
          { type: "number", minimum: 3 },
          { type: "number", maximum: 5 },
        ],
      },
      4,
      [["", "oneOf", "must be a number of exactly one of 2 kinds"]],
    ],
    [
      "none that fits, of which one must",
      {
        oneOf: [
          { type: "number", minimum: 3 },
          { type: "number", maximum: 1 },
        ],
      },
      2,
      [["", "minimum", "must be at least 3"]],
    ],
    [
      "null beside one schema",
      { oneOf: [point, { type: "null" }] },
      { x: 1.5 },
      [["/x", "type", "must be an integer"]],
    ],
    [
      "a list of lists",
      list(list({ anyOf: [text, point] })),
      [["a"], [{ x: 1 }, {}]],
      [["/1/1/x", "required", "must be present"]],
    ],
    [
      "a map of unions",
      { type: "object", additionalProperties: { anyOf: [text, point] } },
      { "a/b": {} },
      [["/a~1b/x", "required", "must be present"]],
    ],
    [
      "values that are listed",
      { anyOf: [{ enum: ["a", "b"] }, { const: "c" }] },
      "d",
      [["", "anyOf", 'must be "a", "b" or "c"']],
    ],
  ])("%s", (_, schema, value, wanted) => {
    expect(print(schema).explain(value)).toEqual(wanted);
    expect(print(schema).accepts(value)).toBe(false);
  });
});
