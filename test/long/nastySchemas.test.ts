// Twice as much of what is wrong takes twice as long: lint of documents near the limit of a file, and of thousands of files.
import { expect, test } from "vitest";
import type { Json, JsonObject } from "../../scripts/json/json.ts";
import { createFolder, writeFiles } from "../support/codegen.ts";
import { measureGrowth } from "../support/growth.ts";
import { run } from "../support/run.ts";
import { description, sentEvent } from "../support/sentEvent.ts";

const list = (count: number, make: (i: number) => Json): Json[] => Array.from({ length: count }, (_, i) => make(i));
const map = (count: number, make: (i: number) => Json, name = "p"): JsonObject =>
  Object.fromEntries(list(count, make).map((value, i) => [`${name}${i}`, value]));
/** Objects of 900 members each, which is within the limit of one. */
const groups = (count: number, make: (i: number) => Json): Json => ({
  type: "object",
  description,
  properties: map(Math.ceil(count / 900), () => ({ type: "object", description, properties: map(900, make) })),
});
const one = (content: JsonObject | string): Record<string, string> => ({
  "events/test.sent.schema.json": typeof content === "string" ? content : JSON.stringify(content),
});
const files = (count: number, make: (i: number) => JsonObject): Record<string, string> =>
  Object.fromEntries(
    list(count, (i) => i).map((i) => [`events/test.a${String(i)}.schema.json`, JSON.stringify(make(i as number))]),
  );

const kinds: readonly (readonly [name: string, size: number, make: (size: number) => Record<string, string>])[] = [
  ["one key", 900_000, (size) => one(sentEvent({}, { ["x".repeat(size)]: 1 }))],
  ["a pattern", 900_000, (size) => one(sentEvent({ type: "string", description, pattern: `^${"x".repeat(size)}$` }))],
  ["a reference of dots", 900_000, (size) => one(sentEvent({ $ref: "../".repeat(size / 3) }))],
  [
    "unknown keywords",
    70_000,
    (size) =>
      one(
        sentEvent(
          {},
          map(size, () => 1, "k"),
        ),
      ),
  ],
  [
    "unknown keywords in groups",
    50_000,
    (size) => one(sentEvent({ properties: map(Math.ceil(size / 900), () => map(900, () => 1, "minLen")) })),
  ],
  ["equal members", 150_000, (size) => one(`{${'"a":1,'.repeat(size)}"b":1}`)],
  [
    "equal members under a large key",
    70_000,
    (size) => one(`{"${"x".repeat(size * 6)}":{${'"a":1,'.repeat(size)}"b":1}}`),
  ],
  [
    "values that repeat",
    180_000,
    (size) => one(sentEvent({ type: "string", description, enum: list(size, () => "ab") })),
  ],
  [
    "examples of another type",
    120_000,
    (size) => one(sentEvent({ type: "string", description, examples: list(size, (i) => i) })),
  ],
  ["required names that are missing", 80_000, (size) => one(sentEvent({}, { required: list(size, (i) => `r${i}`) }))],
  ["properties without words", 18_000, (size) => one(sentEvent(groups(size, () => ({ type: "string" }))))],
  ["references to nothing", 16_000, (size) => one(sentEvent(groups(size, (i) => ({ $ref: `#/$defs/x${i}` }))))],
  ["branches", 100_000, (size) => one(sentEvent({ description, anyOf: list(size, () => ({})) }))],
  [
    "branches in groups",
    18_000,
    (size) =>
      one(
        sentEvent({
          type: "object",
          description,
          properties: map(Math.ceil(size / 900), () => ({ description, anyOf: list(900, (i) => ({ const: i })) })),
        }),
      ),
  ],
  [
    "files with a reference to nothing",
    2000,
    (size) => files(size, (i) => sentEvent({ $ref: `../objects/b${i}.schema.json` }, { title: `A${i}Event` })),
  ],
  ["files of one title", 2000, (size) => files(size, () => sentEvent({ type: "string", description }))],
  [
    "files without a title",
    2000,
    (size) => files(size, () => sentEvent({ type: "string", description }, { title: "" })),
  ],
];

async function lint(schemas: string): Promise<void> {
  const { code, stderr } = await run(["lint", "--schemas", schemas]);
  expect([code === 0 || code === 1, stderr]).toEqual([true, ""]);
}

/** What is over in a moment is no matter, in milliseconds. */
const quick = 500;

test.each(kinds)("%s, up to %i", async (name, size, make) => {
  const [half, full] = [size / 2, size].map((part) => {
    const schemas = createFolder();
    writeFiles(schemas, make(Math.floor(part)));
    return () => lint(schemas);
  }) as [() => Promise<void>, () => Promise<void>];
  const growth = await measureGrowth(half, full, quick);
  console.info(`${name}: ${(growth.half / 1000).toFixed(2)} s, then ${(growth.full / 1000).toFixed(2)} s`);
  expect(growth).toMatchObject({ isLinear: true });
});
