// One change that makes one value of another, as test packages keep their invalid events.
import fc from "fast-check";
import { expect, test } from "vitest";
import { isEqual } from "../scripts/json/equality.ts";
import type { Json } from "../scripts/json/json.ts";
import { applied, difference, type Difference } from "../scripts/vectors/difference.ts";

test.each<[name: string, before: Json, after: Json, want: Difference | undefined]>([
  ["nothing", { a: [1, { b: null }] }, { a: [1, { b: null }] }, undefined],
  ["a member", { a: 1, b: 2 }, { a: 1, b: 3 }, { keys: ["b"], value: 3 }],
  ["a member of a member", { a: { b: { c: 1 } } }, { a: { b: { c: null } } }, { keys: ["a", "b", "c"], value: null }],
  ["a member that is gone", { a: { b: 1, c: 1 } }, { a: { c: 1 } }, { keys: ["a", "b"] }],
  ["a member that is new", { a: {} }, { a: { b: [1] } }, { keys: ["a", "b"], value: [1] }],
  ["an item", { a: [1, 2] }, { a: [1, "x"] }, { keys: ["a", 1], value: "x" }],
  ["more items", { a: [1] }, { a: [1, 2] }, { keys: ["a"], value: [1, 2] }],
  ["two members", { a: { b: 1, c: 1 }, d: 1 }, { a: { b: 2, c: 2 }, d: 1 }, { keys: ["a"], value: { b: 2, c: 2 } }],
  ["an object in lieu of an array", { a: [1] }, { a: { 0: 1 } }, { keys: ["a"], value: { 0: 1 } }],
  ["all", { a: 1 }, null, { keys: [], value: null }],
])("%s", (_, before, after, want) => {
  expect(difference(before, after)).toEqual(want);
});

test("a change that is applied gives the other value, and leaves the first as it is", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), fc.jsonValue({ maxDepth: 3 }), (left, right) => {
      const [before, after] = [left as Json, right as Json];
      const text = JSON.stringify(before);
      const found = difference(before, after);
      expect(isEqual(found === undefined ? before : (applied(before, found) as Json), after)).toBe(true);
      expect(JSON.stringify(before)).toBe(text);
    }),
  );
});

test.each<[name: string, root: Json, change: Difference]>([
  ["nothing there", { a: {} }, { keys: ["b", "c"], value: 1 }],
  ["a text there", { a: "x" }, { keys: ["a", "b"] }],
  ["what objects inherit", {}, { keys: ["constructor", "name"], value: 1 }],
])("a change has no holder where there is %s", (_, root, change) => {
  expect(applied(root, change)).toBeUndefined();
});
