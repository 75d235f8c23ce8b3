// Schemas that nobody would write, each wrong in one way thousands of times, or by one text that is as long as a file may be:
// they are refused, with a few short words.
import { describe, expect, test } from "vitest";
import { maxMembers, maxPath, maxValues } from "../scripts/catalog/limits.ts";
import type { Json, JsonObject } from "../scripts/json/json.ts";
import { quote, shorten } from "../scripts/report/quote.ts";
import { suggest } from "../scripts/suggest.ts";
import { createFolder, writeFiles } from "./support/codegen.ts";
import { run } from "./support/run.ts";
import { description, sentEvent } from "./support/sentEvent.ts";

const file = "events/test.sent.schema.json";
const long = "x".repeat(100_000);
const many = (count: number, make: (i: number) => [string, Json]): JsonObject =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => make(i)));

/** What lint finds in a file, as JSON, and how long the longest text is that it prints. */
async function lint(content: string | JsonObject) {
  const schemas = createFolder();
  writeFiles(schemas, { [file]: typeof content === "string" ? content : JSON.stringify(content) });
  const [json, text] = [
    await run(["lint", "--schemas", schemas, "--format", "json"]),
    await run(["lint", "--schemas", schemas, "--all"]),
  ];
  const { diagnostics } = JSON.parse(json.stdout) as {
    diagnostics: { rule: string; message: string; fix?: string; pointer?: string }[];
  };
  const longest = Math.max(...text.stdout.split("\n").map((line) => line.length));
  return { code: text.code, diagnostics, longest };
}

describe("one text of 100,000 characters is repeated by its beginning only:", () => {
  test.each<[name: string, content: JsonObject, rule: string, pointer?: string]>([
    ["a reference to a file", sentEvent({ $ref: long, description }), "ref-target"],
    ["a reference up and up", sentEvent({ $ref: "../".repeat(30_000), description }), "ref-target"],
    ["a fragment", sentEvent({ $ref: `#${long}`, description }), "ref-target"],
    ["a definition", sentEvent({ $ref: `#/$defs/${long}`, description }), "ref-target"],
    ["a reference to the web", sentEvent({ $ref: `https://${"x".repeat(3000)}`, description }), "ref-outside"],
    ["a type", sentEvent({ type: long, description }), "metaschema"],
    ["a format", sentEvent({ type: "string", format: long, description }), "format"],
    ["a title", sentEvent(undefined, { title: `${long} ` }), "title"],
    ["a required name", sentEvent(undefined, { required: ["type", long] }), "required"],
    ["a keyword, which is a name", sentEvent(undefined, { [long]: 1 }), "limits"],
    ["a keyword of a length that is read", sentEvent(undefined, { ["x".repeat(1500)]: 1 }), "keyword-unknown"],
    [
      "a property of a length that is read",
      sentEvent({ type: "object", description, properties: { ["x".repeat(1500)]: {} } }),
      "description",
    ],
    ["a rule that is switched off", sentEvent(undefined, { "x-lint-off": { ["x".repeat(1500)]: "why" } }), "lint-off"],
    ["a pattern", sentEvent({ type: "string", pattern: long, description }), "pattern-anchored"],
    ["a const of another type", sentEvent({ type: "number", const: long, description }), "branch-conflict"],
  ])("%s", async (_, content, rule) => {
    const { diagnostics, longest } = await lint(content);
    expect(diagnostics.map((one) => one.rule)).toContain(rule);
    expect(longest).toBeLessThan(400);
    for (const { message, fix = "" } of diagnostics)
      expect([message.length < 300, fix.length < 300]).toEqual([true, true]);
  });
});

describe("a document that is larger than a limit is refused, and nothing else is said of it:", () => {
  const members = maxMembers + 1;
  const list = (make: (i: number) => Json): Json[] => Array.from({ length: members }, (_, i) => make(i));
  let nested: Json = { type: "object", description, properties: many(100, (i) => [`p${i}`, {}]) };
  for (let i = 0; i < 28; i++) nested = { type: "object", description, properties: { ["x".repeat(100)]: nested } };
  test.each<[name: string, content: JsonObject, told: string]>([
    [
      "properties",
      sentEvent({ type: "object", description, properties: many(members, (i) => [`p${i}`, {}]) }),
      `has ${members} properties under "properties"`,
    ],
    ["keywords", sentEvent(many(members, (i) => [`k${i}`, 1])), `has ${members} members under "member"`],
    ["values", sentEvent({ description, enum: list(() => 1) }), `has ${members} values under "enum"`],
    ["branches", sentEvent({ description, anyOf: list(() => ({})) }), `has ${members} schemas under "anyOf"`],
    [
      "required names",
      sentEvent(undefined, { required: list((i) => `r${i}`) }),
      `has ${members} names under "required"`,
    ],
    ["types", sentEvent({ description, type: list((i) => `t${i}`) }), `has ${members} names under "type"`],
    [
      "definitions",
      sentEvent(undefined, { $defs: many(members, (i) => [`d${i}`, {}]) }),
      `has ${members} members under "$defs"`,
    ],
    [
      "all together",
      sentEvent(undefined, { $defs: many(30, (i) => [`d${i}`, { properties: many(700, (j) => [`p${j}`, {}]) }]) }),
      `has more than ${maxValues} objects and lists`,
    ],
    [
      "a name",
      sentEvent(undefined, { $defs: { [long]: many(900, (i) => [`k${i}`, 1]) } }),
      `under names of more than ${maxPath} characters`,
    ],
    ["names inside each other", sentEvent(nested), `under names of more than ${maxPath} characters`],
  ])("%s", async (_, content, told) => {
    const { code, diagnostics } = await lint(content);
    expect([code, diagnostics.map(({ rule }) => rule)]).toEqual([1, ["limits"]]);
    expect(diagnostics[0]?.message).toContain(told);
    expect(diagnostics[0]?.pointer?.length).toBeLessThan(maxPath + 200);
  });
});

test.each<[name: string, text: string, count: number]>([
  ["in the root", `{${'"a":1,'.repeat(20_000)}"b":1}`, 19_999],
  ["under a name of half a file", `{"${long}":{${'"a":1,'.repeat(20_000)}"b":1}}`, 19_999],
])("of members that repeat the first hundred are reported, and the number of the rest: %s", async (_, text, count) => {
  const { diagnostics, longest } = await lint(text);
  const repeats = diagnostics.filter(({ rule }) => rule === "duplicate-key");
  expect(repeats.length).toBe(101);
  expect(repeats[0]?.message).toBe('has the member "a" twice');
  expect(repeats[100]?.message).toBe(`has ${count - 100} more members twice, from here on`);
  expect(longest).toBeLessThan(400);
  expect(Math.max(...repeats.map(({ pointer = "" }) => pointer.length))).toBeLessThan(10);
});

test("chains of references are followed as far as they may be, and are no reason for a stack", async () => {
  const length = 900;
  const link = (i: number, next: Json): Json => (i === length - 1 ? { type: "string" } : next);
  for (const make of [
    (i: number): Json => ({ $ref: `#/$defs/d${i + 1}` }),
    (i: number): Json => ({ type: "object", properties: { a: { $ref: `#/$defs/d${i + 1}` } } }),
    (i: number): Json => ({ title: `D${i}`, type: "object", properties: { a: { $ref: `#/$defs/d${i + 1}` } } }),
    (i: number): Json => ({ title: `D${i}`, type: "object", allOf: [{ $ref: `#/$defs/d${i + 1}` }] }),
  ]) {
    const $defs = many(length, (i) => [`d${i}`, link(i, make(i))]);
    const { code, diagnostics } = await lint(sentEvent({ $ref: "#/$defs/d0", description }, { $defs }));
    expect([code, diagnostics.some(({ rule }) => rule === "depth")]).toEqual([1, true]);
  }
});

test.each([
  ["a", "a"],
  ["a".repeat(100), "a".repeat(100)],
  ["a".repeat(101), `${"a".repeat(100)}…`],
  [`${"a".repeat(99)}😀`, `${"a".repeat(99)}…`],
])("a quoted text has at most a hundred characters, and no half of a pair", (text, want) => {
  expect([shorten(text), quote(text)]).toEqual([want, JSON.stringify(want)]);
});

test.each([
  ["a word that is too long", "x".repeat(101), ["x".repeat(100)], undefined],
  ["a candidate that is too long", "x".repeat(100), ["x".repeat(101)], undefined],
  ["the longest of both", `${"x".repeat(99)}a`, ["x".repeat(100)], "x".repeat(100)],
  [
    "a candidate behind a thousand others",
    "word",
    [...Array.from({ length: 1000 }, (_, i) => `${i}`), "wrd"],
    undefined,
  ],
  ["letters that are swapped at the end", "tilte", ["title"], "title"],
  ["letters whose small form is longer", "İİİ".repeat(30), ["İİi".repeat(30)], undefined],
])("what is compared for a suggestion: %s", (_, word, known, want) => {
  expect(suggest(word, known)).toBe(want);
});
