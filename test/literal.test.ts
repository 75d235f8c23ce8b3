import fc from "fast-check";
import { expect, test } from "vitest";
import type { Json } from "../scripts/json/json.ts";
import { toLiteral } from "../scripts/print/literal.ts";

/** What JavaScript makes of a literal. */
const evaluate = (literal: string): unknown => new Function(`return ${literal}`)();

test("a literal is the value again, `__proto__` and all quotes included", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.stringify(evaluate(toLiteral(value as Json)))).toBe(JSON.stringify(value));
    }),
    { numRuns: 1000, examples: [[JSON.parse('{"__proto__":{"a":"\\"\'\\\\\\u2028"}}')], [["'", '"', '\\"', "\\\\'"]]] },
  );
});

test.each([
  ["what fits stays on one line", { not: { type: "string", enum: [] } }, '{ not: { type: "string", enum: [] } }'],
  ["names that are none are quoted", { "a-b": 1 }, '{ "a-b": 1 }'],
  ["a text gets the quotes that it lacks", ['say "x"', "it's"], `['say "x"', "it's"]`],
  [
    "what is long gets a line per member",
    { a: "x".repeat(60), b: ["y".repeat(40)] },
    `{\n  a: "${"x".repeat(60)}",\n  b: ["${"y".repeat(40)}"],\n}`,
  ],
])("%s", (_, given, want) => {
  expect(toLiteral(given)).toBe(want);
});

test("a text that a variable holds is not written again", () => {
  expect(toLiteral({ a: ["x", "y"] }, "", 0, new Map([["x", "held.source"]]))).toBe('{ a: [held.source, "y"] }');
});
