// Payloads of any depth and size: no verb throws what it does not promise, and none takes long.
import { expect, test } from "vitest";
import { EventValidationError, GigsEvent } from "../generated/index.js";
import { codePoints, equal, unique } from "../scripts/runtime/equality.js";
import { exampleText } from "./support/example.ts";
import { measureGrowth } from "./support/growth.ts";
import { print } from "./support/printed.ts";

const nested = (levels: number): unknown => JSON.parse(`${"[".repeat(levels)}${"]".repeat(levels)}`);

test("equality and uniqueness go as deep as JSON does", () => {
  const [deep, other] = [nested(100_000), nested(100_001)];
  expect(equal(deep, nested(100_000))).toBe(true);
  expect(equal(deep, other)).toBe(false);
  expect([unique([deep, other]), unique([deep, nested(100_000)])]).toEqual([true, false]);
  const { accepts } = print({ type: "array", uniqueItems: true, items: { enum: [[], [[]], { a: 1 }] } });
  expect([accepts([[], [[]]]), accepts([[], []]), accepts([deep])]).toEqual([true, false, false]);
});

test("an event with a member of 100,000 levels is parsed, judged and explained", () => {
  const deep = `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`;
  const text = exampleText.replace(/\{/, `{"later":${deep},`);
  expect(GigsEvent.is(GigsEvent.parse(text))).toBe(true);
  for (const broken of [`${"[".repeat(100_000)}${"]".repeat(100_000)}`, deep, text.replace('"1.0"', deep)]) {
    expect(() => GigsEvent.parse(broken)).toThrow(EventValidationError);
  }
});

test("equal values have equal keys, whatever the order of members", () => {
  expect(
    unique([
      { a: [1, { b: null }], c: "x" },
      { c: "x", a: [1, { b: null }] },
    ]),
  ).toBe(false);
  expect(
    unique([
      "a",
      ["a"],
      { a: "a" },
      '"a',
      1,
      "1",
      true,
      "true",
      null,
      "null",
      [],
      {},
      [[]],
      [{}],
      { "": 1 },
      [null],
      ["null"],
    ]),
  ).toBe(true);
  expect(codePoints("a\u{1F600}")).toBe(2);
});

const differing = (count: number): unknown[] =>
  Array.from({ length: count }, (_, i) => ({ id: i, name: `item ${i}`, list: [i, i + 1] }));

const tell = (list: unknown[]): void => expect(unique(list)).toBe(true);

test("twice as many items take at most 2.6 times as long to tell apart", async () => {
  const [few, many] = [differing(20_000), differing(40_000)];
  const growth = await measureGrowth(
    () => tell(few),
    () => tell(many),
    1,
  );
  expect(growth).toMatchObject({ isLinear: true });
});
