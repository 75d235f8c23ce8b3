import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Loaded, loadCatalog, toCatalog } from "../scripts/catalog/catalog.ts";
import { readDocument } from "../scripts/catalog/document.ts";
import type { JsonObject } from "../scripts/json/json.ts";
import type { Diagnostic } from "../scripts/report/diagnostic.ts";
import { type Result, runPipeline } from "../scripts/pipeline.ts";
import { renderRulesPage } from "../scripts/rules/page.ts";
import { unportable } from "../scripts/rules/patternSyntax.ts";
import { rules } from "../scripts/rules/rules.ts";
import { runRules } from "../scripts/rules/run.ts";
import { suggest } from "../scripts/suggest.ts";
import { fixtures } from "./fixtures/rules/all.ts";
import { event, file, type Folder, part, withMember } from "./fixtures/rules/fixture.ts";
import { createContext, createFolder, root } from "./support/codegen.ts";

function writeFolder(files: Folder): string {
  const schemas = createFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(schemas, path)), { recursive: true });
    const isText = typeof content === "string" || content instanceof Uint8Array;
    writeFileSync(join(schemas, path), isText ? content : JSON.stringify(content, null, 2));
  }
  return schemas;
}

const buildFolder = (files: Folder): Promise<Result> => runPipeline(createContext(writeFolder(files), ""), "files");

/** What loading and rules find; nothing is emitted. */
const { project } = createContext("", "");
const diagnose = async (files: Folder): Promise<Diagnostic[]> => runRules(rules, await load(files), project);

/** Two files whose names differ in case only cannot both be in a folder everywhere: these are not written. */
async function load(files: Folder): Promise<Loaded> {
  const paths = Object.keys(files).toSorted();
  if (new Set(paths.map((path) => path.toLowerCase())).size === paths.length) return loadCatalog(writeFolder(files));
  const read = paths.map((path) => readDocument(path, Buffer.from(JSON.stringify(files[path], null, 2))));
  const documents = new Map(read.map(([document]) => [document.file, document]));
  return toCatalog({ documents, diagnostics: read.flatMap(([, problems]) => problems) });
}

const told = ({ file: path, line, column, rule }: Diagnostic): string =>
  `${[path, line, column].filter((one) => one !== undefined).join(":")} ${rule}`;

/** What is told of a member, or of a whole folder. */
const judge = async (files: Folder): Promise<string[]> => (await diagnose(files)).map(told);
const judgeMember = (schema: JsonObject): Promise<string[]> => judge({ [file]: withMember(schema) });

describe("every rule", () => {
  test("has a fixture, and an id of its own", () => {
    expect(Object.keys(fixtures).toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
  });

  test.each(Object.entries(fixtures))("%s is told alone, at its place", async (rule, { broken, at }) => {
    const diagnostics = await diagnose(broken);
    expect(diagnostics.map(told)).toEqual([`${at} ${rule}`]);
    const { severity = "error" } = rules.find(({ id }) => id === rule) ?? {};
    expect(diagnostics[0]).toMatchObject({ severity });
    expect(diagnostics[0]?.message).not.toContain("secret value");
  });

  test.each(Object.entries(fixtures))("%s is silent where the mistake is mended", async (_, { corrected }) => {
    expect(await judge(corrected)).toEqual([]);
  });

  test("is on the page", () => {
    const page = readFileSync(join(root, "scripts/rules/README.md"), "utf8");
    expect(page, "run npm run docs").toBe(renderRulesPage(rules));
  });
});

describe("what was meant is suggested:", () => {
  test.each([
    ["requried", "required"],
    ["tpye", "type"],
    ["minlength", "minLength"],
    ["nonsense", undefined],
    ["x", undefined],
  ])("%s: %s", (word, meant) => {
    expect(suggest(word, ["required", "type", "minLength", "minimum", "not"])).toBe(meant);
  });

  test.each<[string, Folder, string]>([
    ["a keyword", { [file]: { ...event(), requried: [] } }, '"required"'],
    ["a format", { [file]: withMember({ type: "string", format: "dat-time" }) }, '"date-time"'],
    ["a type", { [file]: event(), "a.schema.json": part({ type: "strng" }) }, '"string"'],
    ["a required member", { [file]: event({ required: ["type", "tipe"] }) }, '"type"'],
    ["a rule", { [file]: { ...event(), "x-lint-off": { exmaple: "why" } } }, '"example"'],
  ])("%s", async (_, files, meant) => {
    expect(await diagnose(files)).toMatchObject([{ fix: `did you mean ${meant}?` }]);
  });
});

describe("values:", () => {
  test.each<[string, JsonObject, string[]]>([
    ["a default", { default: 1, type: "string" }, ["15:7"]],
    ["a value of an enum", { enum: ["a", 1], "x-open": true, type: "string" }, ["17:9"]],
    ["a value behind a $ref", { default: "y", $ref: "#/properties/type" }, ["15:7"]],
    ["a text that only Ajv refuses", { default: "a@b", type: "string", format: "email" }, ["15:7"]],
    ["none", { default: "2022-02-21", type: "string", format: "date" }, []],
  ])("%s", async (_, schema, places) => {
    expect(await judgeMember(schema)).toEqual(places.map((at) => `${file}:${at} values`));
  });

  test("a member of the event's example", async () => {
    const examples = [{ type: "test.sent" }, { type: "other" }];
    const message = 'gives a value under "examples" that breaks "const" of its own schema at /type, for our validators';
    expect(await diagnose({ [file]: event({ examples }) })).toMatchObject([
      { rule: "values", pointer: "/examples/1", message },
    ]);
  });
});

test.each<[string, JsonObject, boolean]>([
  ["true", { "x-sensitive": true, type: "string" }, false],
  ["true beside a reference", { "x-sensitive": true, $ref: "#/$defs/secret" }, false],
  ["false", { "x-sensitive": false, type: "string" }, true],
  ["false beside a reference, which would unmark it", { "x-sensitive": false, $ref: "#/$defs/secret" }, true],
  ["null", { "x-sensitive": null, type: "string" }, true],
])("x-sensitive is %s", async (_, schema, isWrong) => {
  const $defs = { secret: { type: "string", "x-sensitive": true } };
  const message = "has an x-sensitive that is not true";
  const wanted = { rule: "sensitive", severity: "error", line: 15, message, fix: "write true, or remove it" };
  expect(await diagnose({ [file]: { ...withMember(schema), $defs } })).toMatchObject(isWrong ? [wanted] : []);
});

test.each([
  ["(?=a)", "lookaround"],
  ["(?<!a)", "lookaround"],
  ["(?<a>a)", "a named group"],
  ["(a)\\1", "a backreference"],
  ["\\d", "a set by letter"],
  ["\\bx", "a word boundary"],
  ["\\p{L}", "a Unicode property"],
  ["\\u{61}", "a character by \\u"],
  ["[$]", "$ in a class"],
  ["[]", "an empty class"],
  ["[^]", "an empty class"],
  ["a^", "^ behind the start"],
  ["^$a", "$ before the end"],
  ["[a--b]", "a doubled sign"],
  ["[a(]", "what ECMAScript refuses in v mode"],
  ["(", "what ECMAScript refuses in v mode"],
  ["a{1,1001}", "a bound over 1000"],
])("the pattern %s is not portable: %s", (pattern, what) => {
  expect(unportable(pattern).map((one) => one.what)).toEqual([what]);
});

test.each(["^a.b$", "^[^a-z\\-]\\x24[!#-'^]{2,1000}$", "^(?:a|b)*\\.\\/\\$\\n$", "^(a)[\\[\\]]?$"])(
  "the pattern %s is portable",
  (pattern) => {
    expect(unportable(pattern)).toEqual([]);
  },
);

test.each<[string, JsonObject, string[]]>([
  ["a branch has the types around it", { type: "string", anyOf: [{ minLength: 2 }, { pattern: "^a$" }] }, []],
  ["a type comes by $ref", { $ref: "#/$defs/text", minLength: 2 }, []],
  ["an integer is a number", { type: ["integer", "null"], minimum: 2 }, []],
  ["a type that the schema around lacks", { type: "string", anyOf: [{ type: "null" }, { minLength: 2 }] }, ["18:11"]],
  ["items have types of their own", { type: "array", items: { minItems: 1 } }, ["17:9"]],
])("types: %s", async (_, schema, places) => {
  const { $schema, ...rest } = withMember(schema);
  const found = await judge({ [file]: { $schema, ...rest, $defs: { text: { type: "string" } } } as JsonObject });
  expect(found).toEqual(places.map((at) => `${file}:${at} type-keyword`));
});

describe("x-lint-off", () => {
  const reason = "It may stand anywhere.";

  test("holds for what lies inside, and leaves no trace in the output", async () => {
    const schema = withMember({ type: "string", pattern: "a" });
    const off = { ...schema, "x-lint-off": { "pattern-anchored": reason } };
    const [plain, quiet] = [await buildFolder({ [file]: schema }), await buildFolder({ [file]: off })];
    expect(plain.diagnostics).toMatchObject([{ rule: "pattern-anchored", severity: "warning" }]);
    expect(quiet.diagnostics).toEqual([]);
    expect(quiet.files).toEqual(plain.files);
  });

  test("does not go from one branch to another, and leaves a reference a name", async () => {
    const definition = { title: "Inner", type: "object", "x-lint-off": { description: reason }, properties: { a: {} } };
    const make = (more: JsonObject): Folder => ({
      [file]: { ...withMember({ $ref: "#/$defs/inner", ...more }), $defs: { inner: definition } },
    });
    const [one, two] = [await buildFolder(make({})), await buildFolder(make({ "x-lint-off": {} }))];
    expect([one.diagnostics, two.diagnostics]).toEqual([[], []]);
    expect(two.files).toEqual(one.files);
    expect(JSON.stringify(one.files)).not.toContain("x-lint-off");
  });

  test.each<[string, JsonObject | string, string]>([
    ["a rule that is locked", { "pattern-safe": reason }, 'switches off "pattern-safe", which cannot be switched off'],
    ["a rule that loading applies", { json: reason }, 'switches off "json", which cannot be switched off'],
    ["a rule that is unknown", { nonsense: reason }, 'switches off "nonsense", which is not a rule'],
    ["an empty reason", { description: " " }, 'switches off "description" without a reason'],
    ["a reason that is no text", { description: true }, 'switches off "description" without a reason'],
    ["no use", { description: reason }, 'switches off "description", which finds nothing here'],
    ["no object", "description", "has an x-lint-off that is not an object"],
  ])("is told where it has %s", async (_, off, message) => {
    const schema = { ...event(), "x-lint-off": off };
    expect(await diagnose({ [file]: schema })).toMatchObject([{ rule: "lint-off", severity: "error", message }]);
  });
});
