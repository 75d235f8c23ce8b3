// What is left of an event for a log: nothing that is marked, and nothing that no schema describes.
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { GigsEvent } from "../generated/index.js";
import { redact } from "../generated/redact.js";
import type { JsonObject } from "../scripts/json/json.ts";
import { generatePackage } from "./support/build.ts";
import { eventOf } from "./support/eventOf.ts";
import { example, exampleWith } from "./support/example.ts";

type Redact = (event: unknown) => unknown;
const redactAny = redact as Redact;

describe("our events", () => {
  test("credentials are hidden, and everything else that is described stays", () => {
    const event = GigsEvent.parse(JSON.stringify(example()));
    const hidden = Object.fromEntries(GigsEvent.sensitive.map((pointer) => [pointer, "[redacted]"]));
    expect(redact(event)).toEqual(exampleWith(hidden));
    expect(event).toEqual(example());
  });

  test("null stays null, and what no schema describes is left out at every depth", () => {
    const event = exampleWith({ "/data/accountPin": null, "/data/more": "9281", "/more": { a: "9281" } });
    const first = GigsEvent.sensitive.find((pointer) => pointer !== "/data/accountPin") ?? "";
    expect(redactAny(event)).toEqual(exampleWith({ "/data/accountPin": null, [first]: "[redacted]" }));
  });

  test("of another type what all events share is left, without data", () => {
    const event = exampleWith({ "/type": "com.gigs.newer", "/data": { secret: "9281" }, "/more": "9281" });
    const { data: _, ...envelope } = event;
    expect(redactAny(event)).toEqual(Object.fromEntries(Object.entries(envelope).filter(([name]) => name !== "more")));
  });

  test.each(["constructor", "__proto__", undefined, 5])("type %s is one that is not known", (type) => {
    expect(redactAny({ ...example(), type })).not.toHaveProperty("data");
  });

  test.each([null, "text", 5, [], undefined])("%j is no event", (value) => {
    expect(() => redactAny(value)).toThrow(TypeError);
  });
});

const secret = { type: "string", "x-sensitive": true, description: "d" };
const text = { type: "string", description: "d" };
const part = { title: "Part", type: "object", description: "d", properties: { secret, open: text } };

/** An object of many secrets. */
const many = (title: string): JsonObject => ({
  title,
  type: "object",
  description: "d",
  properties: Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`${title}${i}`, secret])),
});
const ofMany = (child: JsonObject): JsonObject => ({
  first: many("First"),
  second: many("Second"),
  pin: { ...secret, title: "Pin" },
  node: {
    title: "Node",
    type: "object",
    description: "d",
    properties: {
      big: { anyOf: [{ $ref: "#/$defs/first" }, { $ref: "#/$defs/second" }] },
      child,
    },
  },
});
const nodeOrPin = { anyOf: [{ $ref: "#/$defs/node" }, { $ref: "#/$defs/pin" }] };
const holder = { type: "object", properties: { part: { $ref: "#/$defs/part" } } };

/** A value with so many levels around a secret. */
const nested = (levels: number): unknown =>
  levels === 0 ? { secret: "9281", open: "9281" } : { child: nested(levels - 1) };
const endless = (): JsonObject => ({
  node: { ...part, title: "Node", properties: { ...part.properties, child: { $ref: "#/$defs/node" } } },
});
/** What is left of it: the event is one level, and its data another. */
const cutAt = (levels: number): unknown => (levels === 0 ? "[redacted]" : { child: cutAt(levels - 1) });

test.each<[name: string, data: JsonObject, $defs: JsonObject, given: unknown, want: unknown]>([
  ["a value of any kind", {}, {}, { a: "9281" }, {}],
  ["a list of anything", { type: "array" }, {}, ["9281", { a: 1 }], []],
  ["an object without members", { type: "object" }, {}, { a: "9281" }, {}],
  ["a map", { type: "object", additionalProperties: text }, {}, { a: "b" }, { a: "b" }],
  [
    "a map of secrets",
    { type: "object", additionalProperties: secret, properties: { open: text } },
    {},
    { a: "9281", open: "b" },
    { a: "[redacted]", open: "b" },
  ],
  [
    "members by a pattern",
    { type: "object", patternProperties: { "^s": secret }, properties: { open: text } },
    {},
    { s: "9281", open: "b", t: "9281" },
    { s: "[redacted]", open: "b" },
  ],
  ["an entire object", { type: ["object", "null"], "x-sensitive": true }, {}, { a: 1 }, "[redacted]"],
  ["items", { type: "array", items: secret }, {}, ["9281", "9282"], ["[redacted]", "[redacted]"]],
  [
    "items one by one",
    { type: "array", prefixItems: [part, text], items: false },
    {},
    [{ secret: "9281", more: 1 }, "a"],
    [{ secret: "[redacted]" }, "a"],
  ],
  [
    "branches, of which one hides it",
    {
      oneOf: [
        { type: "object", properties: { a: text } },
        { type: "object", properties: { a: secret, b: text } },
      ],
    },
    {},
    { a: "9281", b: "b", c: "9281" },
    { a: "[redacted]", b: "b" },
  ],
  [
    "a condition",
    { type: "object", properties: { kind: text }, if: { required: ["kind"] }, then: { properties: { a: secret } } },
    {},
    { kind: "k", a: "9281", b: "9281" },
    { kind: "k", a: "[redacted]" },
  ],
  [
    "a definition that holds itself",
    { $ref: "#/$defs/node" },
    {
      node: {
        title: "Node",
        description: "d",
        type: "object",
        properties: { secret, child: { $ref: "#/$defs/node" }, both: { anyOf: [{ $ref: "#/$defs/node" }, part] } },
      },
    },
    { secret: "9281", child: { child: { secret: "9281", more: 1 } }, both: { open: "a", child: { secret: "9281" } } },
    {
      secret: "[redacted]",
      child: { child: { secret: "[redacted]" } },
      both: { open: "a", child: { secret: "[redacted]" } },
    },
  ],
  [
    "a mark beside a reference",
    { type: "object", properties: { a: { $ref: "#/$defs/part", "x-sensitive": true }, b: { $ref: "#/$defs/part" } } },
    { part },
    { a: { open: "9281" }, b: { open: "a" } },
    { a: "[redacted]", b: { open: "a" } },
  ],
  [
    "a secret behind more than are listed",
    { $ref: "#/$defs/node" },
    ofMany(nodeOrPin),
    { child: "9281", big: { First1: "9281" } },
    { child: "[redacted]", big: { First1: "[redacted]" } },
  ],
  [
    "a secret behind more than are listed, further down",
    { $ref: "#/$defs/node" },
    ofMany(nodeOrPin),
    { child: { child: { child: "9281", big: { First1: "9281" } } } },
    { child: { child: { child: "[redacted]", big: { First1: "[redacted]" } } } },
  ],
  ["a text in lieu of an object", { $ref: "#/$defs/part" }, { part }, '{"secret":"9281"}', "[redacted]"],
  ["a number in lieu of a list", { type: "array", items: secret }, {}, 9281, "[redacted]"],
  ["a text in lieu of a part", holder, { part }, { part: '{"secret":"9281"}' }, { part: "[redacted]" }],
  ["null in lieu of a part", holder, { part }, { part: null }, { part: null }],
  ["a text that may be there in lieu of a part", { anyOf: [text, { $ref: "#/$defs/part" }] }, { part }, "a", "a"],
  [
    "a number that may be there in lieu of a part",
    { anyOf: [{ type: ["integer", "null"] }, { $ref: "#/$defs/part" }] },
    { part },
    5,
    5,
  ],
  [
    "a text where a part or a number may be",
    { anyOf: [{ type: ["integer", "null"] }, { $ref: "#/$defs/part" }] },
    { part },
    "9281",
    "[redacted]",
  ],
  ["an object that is 200 levels deep", { $ref: "#/$defs/node" }, endless(), nested(199), cutAt(199)],
  ["what is 3,000 levels deep", { $ref: "#/$defs/node" }, endless(), nested(3000), cutAt(199)],
  [
    "names that objects inherit",
    { type: "object", properties: { constructor: secret, toString: text } },
    {},
    JSON.parse('{ "constructor": "9281", "__proto__": "9281", "valueOf": "9281", "toString": "a" }'),
    { constructor: "[redacted]", toString: "a" },
  ],
])("%s", async (_, data, $defs, given, want) => {
  const folder = await generatePackage(eventOf(data, $defs));
  const { redact: own } = (await import(join(folder, "redact.js"))) as { redact: Redact };
  const { redact: common } = (await import(join(folder, "redact.cjs"))) as { redact: Redact };
  const event = { type: "t.x", data: given };
  const copy = own(event);
  expect(copy).toEqual({ type: "t.x", data: want });
  expect(common(event)).toEqual(copy);
  expect(Object.getPrototypeOf((copy as { data: unknown }).data)).toBe(Object.getPrototypeOf(want));
  expect(JSON.stringify(copy)).not.toContain("9281");
});
