// What a change of the schemas does to those who depend on them: a pair of schemas for each kind of change.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Change } from "../scripts/breaking/change.ts";
import { renderChangesPage } from "../scripts/breaking/page.ts";
import { changeRules } from "../scripts/breaking/rules.ts";
import { toPointer } from "../scripts/json/json.ts";
import { draft, root } from "./support/codegen.ts";
import { changesOf, type Files } from "./support/changes.ts";
import { eventOf } from "./support/eventOf.ts";

const withExamples = changeRules.flatMap((rule) => (rule.example === undefined ? [] : [[rule.id, rule] as const]));

describe.each(withExamples)("%s", (id, { example, breaks, level }) => {
  const change = (): Change[] => changesOf(eventOf(example?.before ?? {}), eventOf(example?.after ?? {}));

  test("its example is this change, and no other", () => {
    expect(change().map(({ rule }) => rule)).toEqual([id]);
  });

  test("whom it breaks is shown by a payload", () => {
    const [found] = change();
    const shown = breaks.filter((one) => one === "live" || one === "replay");
    expect([found?.level, found?.unproven, found?.proofs.map((one) => one.breaks)]).toEqual([level, [], shown]);
  });

  test("the other way round, it is another, or a change of the same kind", () => {
    const reverse = changesOf(eventOf(example?.after ?? {}), eventOf(example?.before ?? {}));
    // What is changed back is changed again.
    expect(reverse.some(({ rule }) => rule === id)).toBe(id.endsWith("-changed"));
  });
});

test("the page of changes is current", () => {
  const page = readFileSync(join(root, "scripts/breaking/README.md"), "utf8");
  expect(page, "run npm run docs").toBe(renderChangesPage(changeRules));
});

test.each([
  ["nothing", { type: "string" }, { type: "string" }],
  ["null as a branch", { type: ["string", "null"] }, { anyOf: [{ type: "string" }, { type: "null" }] }],
  ["types in another order", { type: ["string", "null"] }, { type: ["null", "string"] }],
  ["values in another order", { enum: ["a", "b"] }, { enum: ["b", "a"] }],
  [
    "an entire object in allOf",
    { type: "object", properties: { a: {} } },
    { allOf: [{ type: "object", properties: { a: {} } }] },
  ],
])("%s is no change", (_, before, after) => {
  expect(changesOf(eventOf(before), eventOf(after))).toEqual([]);
});

const object = (properties: object, more: object = {}): object => ({ type: "object", properties, ...more });
const described = (schema: object): object => ({ description: "d", ...schema });

test.each<[name: string, before: object, after: object, isTheoretical: boolean]>([
  ["a new member of a type", object({}), object({ a: described({ type: "string" }) }), true],
  ["a new member of any type", object({}), object({ a: described({}) }), false],
  ["a member of a type that is gone", object({ a: described({ type: "string" }) }), object({}), true],
  ["a member of any type that is gone", object({ a: described({}) }), object({}), false],
  [
    "a new member of a closed object",
    object({}, { additionalProperties: false }),
    object({ a: described({ type: "string" }) }, { additionalProperties: false }),
    false,
  ],
  [
    "a new member that others of the map are like",
    object({}, { additionalProperties: { type: "string" } }),
    object({ a: described({ type: "string" }) }, { additionalProperties: { type: "string" } }),
    false,
  ],
  [
    "a member that has to be there now, and takes less",
    object({ a: described({ type: ["string", "null"] }) }),
    object({ a: described({ type: "string" }) }, { required: ["a"] }),
    false,
  ],
])("whether %s would break more if members that nobody described were sent", (_, before, after, isTheoretical) => {
  const [change] = changesOf(eventOf(before), eventOf(after));
  expect(change?.isTheoretical).toBe(isTheoretical);
});

test.each<[name: string, before: object, after: object, places: (string | undefined)[]]>([
  [
    "where its name is listed, and where it is described",
    object({ a: described({}) }, { required: ["a"] }),
    object({ a: described({}) }),
    ["/properties/data/required/0", "/properties/data/properties/a"],
  ],
  [
    "in the part of the schema that lists it",
    object({ a: described({}) }, { required: ["b"] }),
    object({ a: described({}) }, { required: ["b"], allOf: [object({}, { required: ["a"] })] }),
    ["/properties/data/properties/a", "/properties/data/allOf/0/required/0"],
  ],
])("a change stands %s", (_, before, after, places) => {
  const [change] = changesOf(eventOf(before), eventOf(after));
  expect([change?.before, change?.after].map((address) => address && toPointer(address.keys))).toEqual(places);
});

const part = { title: "Part", type: "object", properties: { a: { type: "string", description: "d" } } };
const wider = { ...part, properties: { a: { type: ["string", "null"], description: "d" } } };
const orNull = (schema: object): object => ({ anyOf: [{ type: "null" }, schema] });

test.each<[name: string, before: Files, after: Files, changes: string[]]>([
  ["an object", eventOf(part), eventOf(orNull(part)), ["null-added /data"]],
  ["an object, the other way round", eventOf(orNull(part)), eventOf(part), ["null-removed /data"]],
  ["an object that changes besides", eventOf(part), eventOf(orNull(wider)), ["null-added /data", "null-added /data/a"]],
  [
    "a definition",
    eventOf({ $ref: "#/$defs/part" }, { part }),
    eventOf(orNull({ $ref: "#/$defs/part" }), { part }),
    ["null-added /data"],
  ],
  [
    "a definition that changes besides",
    eventOf({ $ref: "#/$defs/part" }, { part }),
    eventOf(orNull({ $ref: "#/$defs/part" }), { part: wider }),
    ["null-added /data", "null-added /data/a"],
  ],
  [
    "a list",
    eventOf({ type: "array", items: part }),
    eventOf(orNull({ type: "array", items: wider })),
    ["null-added /data", "null-added /data/*/a"],
  ],
])("%s that can be null as a branch keeps its members", (_, before, after, changes) => {
  // The description stands beside the branches now.
  const found = changesOf(before, after).filter(({ rule }) => rule !== "words-changed");
  expect(found.map(({ rule, pointer }) => `${rule} ${pointer}`).toSorted()).toEqual(changes);
});

const s = { type: "string", description: "d" };
const secret = { ...s, "x-sensitive": true };
const integer = { type: "integer", description: "d" };
const shape = (properties: object, more: object = {}): object => ({ ...object(properties, more), description: "d" });
const mapOf = (additionalProperties: object): object => ({ type: "object", additionalProperties });
const patternOf = (schema: object): object => ({ type: "object", patternProperties: { "^x": schema } });
const kind = (name: string, more: object = {}): object =>
  shape({ kind: { const: name, description: "d" }, ...more }, { required: ["kind"] });
const ifK = (w: object): object => ({
  ...shape({ k: s }, { required: ["k"] }),
  if: { properties: { k: { const: "x" } }, required: ["k"] },
  then: { properties: { w } },
});
const [user, org] = [
  shape({ id: s, name: s }, { required: ["id", "name"] }),
  shape({ id: s, plan: s }, { required: ["id", "plan"] }),
];

test.each<[name: string, before: object, after: object, changes: string[]]>([
  ["a mark of the values of a map", mapOf(secret), mapOf(s), ["sensitive-removed /data/*"]],
  [
    "a member of the values of a map",
    mapOf(shape({ t: s, u: s })),
    mapOf(shape({ t: s })),
    ["member-removed /data/*/u"],
  ],
  [
    "a member that is described apart from a map",
    mapOf(s),
    { ...mapOf(s), ...shape({ x: integer }) },
    ["type-changed /data/x"],
  ],
  ["a mark of the values of a pattern", patternOf(secret), patternOf(s), ["sensitive-removed /data/*"]],
  [
    "a member of the values of a pattern",
    patternOf(shape({ t: s })),
    patternOf(shape({})),
    ["member-removed /data/*/t"],
  ],
  ["a pattern that comes", shape({ a: s }), { ...shape({ a: s }), ...patternOf(s) }, ["member-added /data/*"]],
  ["a pattern that goes", { ...shape({ a: s }), ...patternOf(s) }, shape({ a: s }), ["member-removed /data/*"]],
  ["a mark of a member under a condition", ifK(secret), ifK(s), ["sensitive-removed /data/w"]],
  [
    "a limit of a member under a condition",
    ifK(s),
    ifK({ ...s, minLength: 3 }),
    ["condition-tightened /data", "limit-tightened /data/w"],
  ],
  [
    "titles that change places",
    shape({ u: { ...user, title: "User" }, o: { ...org, title: "Org" } }),
    shape({ u: { ...user, title: "Org" }, o: { ...org, title: "User" } }),
    ["title-changed /data/u", "title-changed /data/o"],
  ],
  [
    "a branch among those that one member tells apart, and two new ones",
    { oneOf: [kind("a", { x: s }), kind("b")] },
    { oneOf: [kind("b"), kind("a", { x: integer }), kind("c"), kind("d")] },
    ["type-changed /data/x", "branch-added /data", "branch-added /data"],
  ],
  [
    "branches in another order",
    { anyOf: [shape({ x: s }), shape({ y: s })] },
    { anyOf: [shape({ y: s }), shape({ x: s })] },
    [],
  ],
  [
    "a branch whose members can all be missing",
    { anyOf: [shape({ x: s }), shape({ y: s })] },
    { anyOf: [shape({ x: integer }), shape({ y: s })] },
    ["type-changed /data/x"],
  ],
  ["an object that is one of two now", kind("card"), { oneOf: [kind("card"), kind("bank")] }, ["branch-added /data"]],
  ["an object that was one of two", { oneOf: [kind("card"), kind("bank")] }, kind("card"), ["branch-removed /data"]],
  ["a mark that a branch has", secret, { anyOf: [secret, { type: "null" }] }, ["null-added /data"]],
])("%s: each change stands where it is", (_, before, after, changes) => {
  const found = changesOf(eventOf(before), eventOf(after));
  expect(found.map(({ rule, pointer }) => `${rule} ${pointer}`)).toEqual(changes);
});

const list = (...prefixItems: object[]): object => ({ type: "array", prefixItems, items: { type: "string" } });
const lengths = (minLength: number): object => ({ type: "string", minLength });

test.each<[name: string, before: object, after: object, pointer: string, shown: string]>([
  ["all items", { type: "array", items: lengths(0) }, { type: "array", items: lengths(1) }, "/data/*", "/data/0"],
  ["the first item", list(lengths(0), lengths(2)), list(lengths(1), lengths(2)), "/data/0", "/data/0"],
  ["the second item", list(lengths(0), lengths(2)), list(lengths(0), lengths(3)), "/data/1", "/data/1"],
  [
    "all items behind two others",
    { ...list({}, {}), items: lengths(2) },
    { ...list({}, {}), items: lengths(3) },
    "/data/*",
    "/data/2",
  ],
  ["an item that has a schema of its own now", list({}), list({}, lengths(2)), "/data/1", "/data/1"],
])("%s can change", (_, before, after, pointer, shown) => {
  const found = changesOf(eventOf(before), eventOf(after));
  expect(found.map((change) => [change.rule, change.pointer, change.proofs.map((one) => one.pointer)])).toEqual([
    ["limit-tightened", pointer, [shown]],
  ]);
});

test.each<[name: string, before: object, after: object, change: Partial<Change>]>([
  [
    "null, where another branch takes it",
    { anyOf: [{ type: ["integer", "null"] }, { type: ["string", "null"] }] },
    { anyOf: [{ type: ["integer", "null"] }, { type: "string" }] },
    { rule: "null-removed", level: "minor", breaks: ["construct"], unproven: [] },
  ],
  [
    "a value, where another branch lists it",
    { anyOf: [{ enum: ["a", "b"] }, { enum: ["b", "c"] }] },
    { anyOf: [{ enum: ["a"] }, { enum: ["b", "c"] }] },
    { rule: "enum-value-removed", level: "minor", breaks: ["construct"], unproven: [] },
  ],
])("%s breaks less than it would elsewhere", (_, before, after, change) => {
  expect(changesOf(eventOf(before), eventOf(after))).toMatchObject([change]);
});

test("what no rule explains is shown by a payload too", () => {
  const [before, after] = [
    { oneOf: [{ type: "integer" }, { const: "x" }] },
    { oneOf: [{ type: ["integer", "string"] }, { const: "x" }] },
  ];
  // "x" fits both branches now, where exactly one is asked for.
  const found = changesOf(eventOf(before), eventOf(after)).find(({ rule }) => rule === "schema-changed");
  expect(found).toMatchObject({ breaks: ["replay"], unproven: [], proofs: [{ pointer: "/data", value: "x" }] });
});

const envelope = (required: readonly string[], more: object = {}): object => ({
  $schema: draft,
  title: "Event",
  description: "d",
  type: "object",
  required,
  properties: { type: { type: "string", description: "d" }, id: { type: "string", description: "d" }, ...more },
});
const eventIn = (type: string): object => ({
  $schema: draft,
  title: `${type.toUpperCase()}Event`,
  description: "d",
  type: "object",
  allOf: [{ $ref: "../event.schema.json" }],
  properties: { type: { const: `t.${type}`, description: "d" } },
});
const folder = (envelopeSchema: object, types: readonly string[]): Files => ({
  "event.schema.json": envelopeSchema,
  ...Object.fromEntries(types.map((type) => [`events/t.${type}.schema.json`, eventIn(type)])),
});

test("a change of the envelope is reported once, with the events that it reaches", () => {
  const found = changesOf(
    folder(envelope(["type"]), ["a", "b", "c"]),
    folder(envelope(["type", "more"], { more: { type: "string", description: "d" } }), ["a", "b", "c"]),
  );
  expect(found.map(({ rule, events, pointer }) => [rule, events, pointer])).toEqual([
    ["member-added-required", ["t.a", "t.b", "t.c"], "/more"],
  ]);
});

test("an event of before that cannot be read is not new", () => {
  const next = folder(envelope(["type"]), ["a", "b"]);
  const old = { ...next, "events/t.b.schema.json": { $schema: draft, title: "BEvent", type: "nonsense" } };
  expect(changesOf(old, next)).toEqual([]);
});

const node = (value: object): object => ({
  title: "Node",
  description: "d",
  type: "object",
  properties: { value, next: { $ref: "#/$defs/node" } },
});

test("a definition that holds itself is compared once", () => {
  const [old, next] = [{ type: "string" }, { type: ["string", "null"] }].map((value) =>
    eventOf({ $ref: "#/$defs/node" }, { node: node(value) }),
  ) as [Files, Files];
  expect(changesOf(old, next).map(({ rule, pointer, proofs }) => [rule, pointer, proofs.length])).toEqual([
    ["null-added", "/data/value", 1],
  ]);
});

const member = (b: object): object => ({ type: "object", properties: { a: { type: "string", description: "d" }, b } });
const tuple = (...prefixItems: object[]): object => ({ type: "array", prefixItems });
const named = (title: string, more: object = {}): object => ({ title, type: "object", properties: { x: {} }, ...more });
const byPattern = (schema: object): object => ({ type: "object", patternProperties: { "^x": schema } });
const when = (then: object): object => ({ type: "object", if: { required: ["c"] }, then: { properties: { c: then } } });
const [text, count] = [{ type: "string" }, { type: "integer" }];

test.each<[string, object, object, [rule: string, pointer: string][]]>([
  ["an item of a tuple", tuple(text, text), tuple(text, count), [["type-changed", "/data/b/1"]]],
  ["the first item of a tuple", tuple(text, text), tuple(count, text), [["type-changed", "/data/b/0"]]],
  ["the title of a text", { ...text, title: "Old" }, { ...text, title: "New" }, [["words-changed", "/data/b"]]],
  [
    "a member of a condition",
    when(text),
    when({ type: ["string", "integer"] }),
    [
      ["condition-loosened", "/data/b"],
      ["type-widened", "/data/b/c"],
    ],
  ],
  [
    "members by a pattern",
    byPattern(text),
    byPattern({ type: ["string", "integer"] }),
    [["type-widened", "/data/b/*"]],
  ],
])("%s that is another one breaks types, or nothing", (_, before, after, want) => {
  const found = changesOf(eventOf(member(before)), eventOf(member(after)));
  expect(found.map(({ rule, pointer }) => [rule, pointer])).toEqual(want);
});

const both = (b: string, c: string): object => ({ type: "object", properties: { b: named(b), c: named(c) } });
const refer = (b: object): Files => eventOf(member(b), { one: named("One") });

test("a type whose name stays breaks nobody where another member has it; one that is merged with more is gone", () => {
  const swapped = changesOf(eventOf(both("One", "Two")), eventOf(both("Two", "One")));
  expect(swapped.map(({ rule }) => rule)).toEqual(["words-changed", "words-changed"]);
  const ref = { $ref: "#/$defs/one" };
  const merged = changesOf(refer(ref), refer({ allOf: [ref, { minProperties: 1 }] }));
  expect(merged.map(({ rule }) => rule)).toEqual(["title-changed", "limit-tightened"]);
});

test.each(["constructor", "toString", "hasOwnProperty", "__proto__"])(
  "a member named %s comes and goes like any other",
  (name) => {
    const [without, having] = [
      { type: "object", properties: { a: { type: "string", description: "d" } } },
      {
        type: "object",
        properties: Object.fromEntries([
          ["a", { type: "string", description: "d" }],
          [name, { type: "string", description: "d" }],
        ]),
      },
    ];
    const found = [changesOf(eventOf(without), eventOf(having)), changesOf(eventOf(having), eventOf(without))];
    expect(found.map((changes) => changes.map(({ rule }) => rule))).toEqual([["member-added"], ["member-removed"]]);
  },
);

test("events come, go and get another type", () => {
  const found = changesOf(folder(envelope(["type"]), ["a", "b"]), folder(envelope(["type"]), ["a", "c", "d"]));
  expect(found.map(({ rule, events }) => [rule, events])).toEqual([
    ["event-renamed", ["t.c"]],
    ["event-added", ["t.d"]],
  ]);
});
