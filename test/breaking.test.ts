// What a change of the schemas does to those who depend on them: a pair of schemas for each kind of change.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Change } from "../scripts/breaking/change.ts";
import { compareCatalogs } from "../scripts/breaking/compareCatalogs.ts";
import { renderChangesPage } from "../scripts/breaking/page.ts";
import { changeRules } from "../scripts/breaking/rules.ts";
import { toReader } from "../scripts/breaking/compareSides.ts";
import { draft, root } from "./support/codegen.ts";
import { catalogOf } from "./support/catalogOf.ts";
import { eventOf } from "./support/eventOf.ts";

type Files = Readonly<Record<string, object>>;

function changesOf(before: Files, after: Files): Change[] {
  const catalogs = { before: catalogOf(before), after: catalogOf(after) };
  return compareCatalogs(catalogs, { before: toReader(catalogs.before), after: toReader(catalogs.after) });
}

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
      ["types-changed", "/data/b/c"],
    ],
  ],
  [
    "members by a pattern",
    byPattern(text),
    byPattern({ type: ["string", "integer"] }),
    [
      ["condition-loosened", "/data/b"],
      ["types-changed", "/data/b"],
    ],
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
