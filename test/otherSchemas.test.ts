// What other people's schemas say is told as what it is: severities, their setting, many findings of one kind.
import { describe, expect, test } from "vitest";
import { loadCatalog } from "../scripts/catalog/catalog.ts";
import type { Project } from "../scripts/project.ts";
import { toProject } from "../scripts/project.ts";
import type { Diagnostic } from "../scripts/report/diagnostic.ts";
import { rules } from "../scripts/rules/rules.ts";
import { runRules } from "../scripts/rules/run.ts";
import { writeSchemas } from "./support/build.ts";
import { createContext } from "./support/codegen.ts";
import { eventOf } from "./support/eventOf.ts";
import { run } from "./support/run.ts";

const { project } = createContext("", "");
const d = { description: "d" };

async function diagnose(data: object, own: Partial<Project> = {}): Promise<Diagnostic[]> {
  return runRules(rules, await loadCatalog(await writeSchemas(eventOf(data))), { ...project, ...own });
}

const told = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map(
    ({ rule, severity, pointer = "" }) => `${severity} ${rule} ${pointer.replace("/properties/data", "")}`,
  );

test.each<[name: string, data: object, want: string[]]>([
  [
    "annotations of others",
    {
      type: "string",
      "x-internal": 1,
      discriminator: {},
      $comment: "c",
      contentMediaType: "a/b",
      contentEncoding: "base64",
      example: 1,
      externalDocs: {},
      xml: {},
    },
    [],
  ],
  ["a keyword that is nearly one", { type: "string", maxLenght: 3 }, ["error keyword /maxLenght"]],
  ["our own keyword, nearly", { type: "string", "x-sensitiv": true }, ["error keyword /x-sensitiv"]],
  ["a keyword that nobody knows", { type: "string", faker: "name" }, ["warning keyword-unknown /faker"]],
  ["a format that nobody knows", { type: "string", format: "phone" }, ["warning format /format"]],
  [
    "formats that are words",
    {
      type: "object",
      properties: {
        a: { type: "integer", format: "int64", ...d },
        b: { type: "number", format: "double", ...d },
        c: { type: "string", format: "byte", ...d },
      },
    },
    [],
  ],
  [
    "a member without a description",
    { type: "object", properties: { a: { type: "string" } } },
    ["warning description /properties/a"],
  ],
  [
    "what allOf closes",
    {
      allOf: [
        { type: "object", properties: { a: { type: "string", ...d } }, additionalProperties: false },
        { type: "object", properties: { b: { type: "string", ...d } } },
      ],
    },
    ["warning closed-branch /allOf/0/additionalProperties"],
  ],
  [
    "what a branch closes",
    {
      type: "object",
      properties: { a: { type: "string", ...d } },
      anyOf: [{ properties: { b: { type: "string", ...d } }, additionalProperties: false }],
    },
    ["warning closed-branch /anyOf/0/additionalProperties"],
  ],
  [
    "branches that each close themselves",
    {
      anyOf: [
        { type: "object", properties: { a: { type: "string", ...d } }, additionalProperties: false },
        { type: "object", properties: { b: { type: "string", ...d } }, additionalProperties: false },
      ],
    },
    [],
  ],
])("%s", async (_, data, want) => {
  expect(told(await diagnose(data))).toEqual(want);
});

test("events without a title are told as that, each", async () => {
  const [first = "", schema = {}] = Object.entries(eventOf({ type: "string" }))[0] ?? [];
  const untitled = (type: string): object => ({
    ...schema,
    title: undefined,
    properties: { type: { const: type, ...d } },
    required: ["type"],
  });
  const folder = await writeSchemas({ [first]: untitled("t.x"), "events/t.y.schema.json": untitled("t.y") });
  const found = await runRules(rules, await loadCatalog(folder), project);
  expect(found.map(({ rule, message }) => [rule, message])).toEqual([
    ["title", "has no title"],
    ["title", "has no title"],
  ]);
});

describe("codegen.rules in package.json", () => {
  const undescribed = { type: "object", properties: { a: { type: "string", faker: 1 } } };

  test.each<[Project["rules"], string[]]>([
    [{}, ["warning description /properties/a", "warning keyword-unknown /properties/a/faker"]],
    [{ description: "off" }, ["warning keyword-unknown /properties/a/faker"]],
    [{ description: "error", "keyword-unknown": "off" }, ["error description /properties/a"]],
  ])("%j", async (own, want) => {
    expect(told(await diagnose(undescribed, { rules: own }))).toEqual(want);
  });

  test("a switch in a schema for a rule that is off is no mistake", async () => {
    const data = { ...undescribed, "x-lint-off": { description: "Names say enough." } };
    expect(told(await diagnose(data, { rules: { description: "off", "keyword-unknown": "off" } }))).toEqual([]);
  });

  test.each<[Project["rules"], RegExp]>([
    [{ descripton: "off" }, /"codegen.rules" names "descripton", which is no rule: did you mean "description"\?/],
    [{ keyword: "off" }, /names "keyword", whose severity cannot be changed/],
  ])("%j cannot be used", async (own, message) => {
    await expect(diagnose(undescribed, { rules: own })).rejects.toThrow(message);
  });

  test("a severity is one of three", () => {
    expect(() => toProject(withOwn({ rules: { description: "of" } }), "", "")).toThrow(
      '"description" under "codegen.rules" has to be "off", "warning", "error"',
    );
  });
});

/** A package.json that says other things of the package. */
const withOwn = (own: object) => ({ version: "1", license: "MIT", repository: {}, codegen: { ...project, ...own } });

test.each(["", "Gigs", "a b", "a\n", "`a`", "a/b", '"', "../a", "@a", "@a/b/c", "a\u202e"])(
  "the package cannot be called %j",
  (name) =>
    expect(() => toProject(withOwn({ name }), "", "")).toThrow('"name" under "codegen" has to be one that npm takes'),
);

test.each(["a", "gigs-events", "@gigs/events", "@a-b/c.d_e"])("the package can be called %s", (name) => {
  expect(toProject(withOwn({ name }), "", "").name).toBe(name);
});

const count = (text: string, part: RegExp): number => text.match(part)?.length ?? 0;

describe("of 25 findings of one rule", () => {
  const properties = Object.fromEntries(
    Array.from({ length: 25 }, (_, i) => [`a${i}`, { type: "string", ...(i === 24 ? { maxLenght: 1 } : {}) }]),
  );
  const folder = writeSchemas(eventOf({ type: "object", properties }));
  test.each([
    ["text", 20, /and 5 more findings of description; --all shows them/],
    ["github", 20, /::notice title=description::and 5 more findings of description; --all shows them/],
    ["json", 25, /"errors": 1/],
  ])("%s has %d", async (format, want, summary) => {
    const { stdout } = await run(["lint", "--schemas", await folder, "--format", format]);
    expect([count(stdout, /without a description/g), stdout]).toEqual([want, expect.stringMatching(summary)]);
    expect(stdout).toContain("maxLenght");
  });

  test("--all shows all", async () => {
    const { stdout } = await run(["lint", "--schemas", await folder, "--all"]);
    expect([count(stdout, /without a description/g), stdout.includes("more findings")]).toEqual([25, false]);
  });
});
