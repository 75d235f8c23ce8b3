// The phase that holds what was emitted to what the schemas say, before it is compared or written.
import { cpSync, existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { check } from "../scripts/commands/check.ts";
import { generate } from "../scripts/commands/generate.ts";
import type { OutputFile } from "../scripts/emit/file.ts";
import { runtimeFiles } from "../scripts/runtime/exports.ts";
import { makeVectors, pinned } from "../scripts/emit/vectors.ts";
import type { Catalog } from "../scripts/catalog/catalog.ts";
import { createVerifier, type Difference } from "../scripts/verify/verify.ts";
import { everyKeyword } from "./fixtures/everyKeyword.ts";
import { withSecondEvent } from "./fixtures/secondEvent.ts";
import { buildSchemas, writeSchemas } from "./support/build.ts";
import { createContext, createFolder, draft, listTree, root, writeFiles } from "./support/codegen.ts";
import { runProcess } from "./support/run.ts";

const { catalog, files = [] } = await buildSchemas(everyKeyword);

/** Verifies a catalogue by its vectors. */
function verify(given: Catalog, code: readonly OutputFile[]): Difference[] {
  const verifier = createVerifier(given, code);
  return pinned(given).flatMap((definition) => verifier(definition, makeVectors(definition).tests));
}

/** The files with one text changed, once, in one of them. */
function turn(path: string, from: string, to: string): OutputFile[] {
  return files.map((file) => {
    if (file.path !== path) return file;
    expect(file.text).toContain(from);
    return { path, text: file.text.replace(from, to) };
  });
}

test("what is emitted for good schemas is what they say", async () => {
  expect(verify(catalog, files)).toEqual([]);
  const two = await buildSchemas(withSecondEvent);
  expect(verify(two.catalog, two.files ?? [])).toEqual([]);
});

const comparisons = files.filter(
  ({ path, text }) => /^(?:events|objects)\/.*\.cjs$/.test(path) && text.includes(" !== "),
);

describe("a comparison that is turned is found", () => {
  test("there are some", () => {
    expect(comparisons.map(({ path }) => path)).toContain("events/test.everyKeyword.cjs");
  });

  test.each(comparisons.map(({ path }) => path))("in our %s", (path) => {
    const [difference] = verify(catalog, turn(path, " !== ", " === "));
    const { evaluate, ours, ajv } = difference?.verdicts ?? {};
    expect(difference).toMatchObject({
      type: "test.everyKeyword",
      description: expect.stringMatching(/: (?:valid|breaks )/),
    });
    expect(ours).not.toBe(evaluate);
    expect(ajv).toBe(evaluate);
  });

  test.each([
    ["equality", '!= "string"', '== "string"'],
    ["a limit", "> 3", ">= 3"],
    ["a format", "T(?:[01]", "t(?:[01]"],
    ["the helper of multiples", "% step === 0", "% step !== 0"],
  ])("in Ajv's: %s", (_, from, to) => {
    const [difference] = verify(catalog, turn("ajv.cjs", from, to));
    const { evaluate, ours, ajv } = difference?.verdicts ?? {};
    expect(difference?.type).toBe("test.everyKeyword");
    expect(ours).toBe(evaluate);
    expect(ajv).not.toBe(evaluate);
  });
});

/** A package that says the same of every value. */
function saying(verbs: string, ajv = "Object.assign(() => true, { errors: null })"): OutputFile[] {
  const union = "is: () => true, validate: (value) => ({ valid: true, value }), types: ['x']";
  return [
    { path: "index.cjs", text: `module.exports = { XEvent: { type: "x", ${verbs} }, Union: { ${union} } };` },
    { path: "ajv.cjs", text: `module.exports = { XEvent: ${ajv} };` },
  ];
}

const yes = "is: () => true, validate: (value) => ({ valid: true, value })";
const no = "is: () => false, validate: () => ({ valid: false, reason: 'invalid', issues: [{}] })";

describe("the verdict of a package that contradicts itself:", () => {
  test.each<[name: string, files: OutputFile[], ours: string, ajv: string]>([
    ["nothing is wrong", saying(yes), "valid", "valid"],
    [
      "a refusal",
      saying(no, "Object.assign(() => false, { errors: [{}] })"),
      "invalid, but not to the union",
      "invalid",
    ],
    [
      "a refusal without an issue",
      saying("is: () => false, validate: () => ({ valid: false, issues: [] })"),
      "invalid without an issue",
      "valid",
    ],
    [
      "issues of what is accepted",
      saying("is: () => true, validate: () => ({ valid: false, issues: [{}] })"),
      "valid, but not to validate",
      "valid",
    ],
    [
      "an error that is thrown",
      saying("is() { throw new RangeError('secret'); }, validate() {}"),
      "throws RangeError",
      "valid",
    ],
    ["something else that is thrown", saying(yes, "() => { throw 'secret'; }"), "valid", "throws string"],
    [
      "errors of what Ajv accepts",
      saying(yes, "Object.assign(() => true, { errors: [{}] })"),
      "valid",
      "valid with 1 errors",
    ],
    [
      "a refusal by Ajv without an error",
      saying(yes, "Object.assign(() => false, { errors: null })"),
      "valid",
      "invalid with 0 errors",
    ],
    ["no function of Ajv", saying(yes, "undefined"), "valid", "missing"],
    ["no companion", saying("validate: 1"), "missing", "valid"],
  ])("%s", async (_, emitted, ours, ajv) => {
    const schema = {
      $schema: draft,
      title: "XEvent",
      description: "d",
      type: "object",
      required: ["type"],
      properties: { type: { const: "x" } },
    };
    const one = await buildSchemas({ "events/x.schema.json": { ...schema, examples: [{ type: "x" }] } });
    const found = verify(one.catalog, emitted).find(({ description }) =>
      description.startsWith("the documented example"),
    );
    const isSame = ours === "valid" && ajv === "valid";
    expect(found?.verdicts).toEqual(isSame ? undefined : { evaluate: "valid", ours, ajv });
  });
});

test("every example is judged, not the first alone", async () => {
  const [path, event] = Object.entries(everyKeyword)[0] as [string, { examples: object[] }];
  const [example] = event.examples as [{ data: object }];
  // No vector has this value: it is told apart by nothing but itself.
  const rare = { ...example, data: { ...example.data, data1: "rare" } };
  const built = await buildSchemas({ ...everyKeyword, [path]: { ...event, examples: [example, rare] } });
  const spoilt = (built.files ?? []).map((file) =>
    file.path === "index.cjs"
      ? {
          ...file,
          text: `${file.text}const { is } = EveryKeywordEvent; EveryKeywordEvent.is = (x) => x?.data?.data1 !== "rare" && is(x);`,
        }
      : file,
  );
  expect(verify(built.catalog, spoilt).map(({ description }) => description)).toEqual(["example 2"]);
});

test.each([
  ["a module of the package is not there", "events/test.everyKeyword.cjs"],
  ["the twin is not there", "ajv.cjs"],
])("where %s, the code cannot be run", (_, gone) => {
  const left = files.filter(({ path }) => path !== gone);
  expect(() => verify(catalog, left)).toThrow(`no file ${gone}`);
});

/** What the commands work on, with a helper that says the opposite. */
function createBroken(schemas: string, out: string): ReturnType<typeof createContext> {
  const context = createContext(schemas, out);
  const code = context.runtime.code.map((text, i) =>
    runtimeFiles[i] === "multiple.js" ? text.replaceAll("=== 0", "!== 0") : text,
  );
  return { ...context, runtime: { ...context.runtime, code } };
}

describe("a bug of ours", () => {
  test.each([
    ["generate", generate],
    ["check", check],
  ])("ends %s, names the event, the vector and the verdicts, and nothing is written", async (_, command) => {
    const out = createFolder();
    writeFiles(out, { "index.js": "mine" });
    const before = listTree(out);
    const context = createBroken(await writeSchemas(everyKeyword), out);
    await expect(command(context)).rejects.toThrow(
      /so nothing is written:\n {2}test\.everyKeyword, .+\n {4}the schema says valid, our validator invalid, Ajv invalid\n/,
    );
    expect(listTree(out)).toEqual(before);
  });

  test("ends the command line with 3, the stack and where to report it, and nothing is written", async () => {
    const home = createFolder();
    for (const path of ["scripts", "package.json", "LICENSE", "CHANGELOG.md"])
      cpSync(join(root, path), join(home, path), { recursive: true });
    symlinkSync(join(root, "node_modules"), join(home, "node_modules"));
    const helper = "scripts/runtime/multiple.js";
    writeFiles(home, { [helper]: readFileSync(join(home, helper), "utf8").replaceAll("=== 0", "!== 0") });
    const { code, stdout, stderr } = await runProcess(["generate", "--schemas", await writeSchemas(everyKeyword)], {
      home,
    });
    expect([code, stdout, existsSync(join(home, "generated"))]).toEqual([3, "", false]);
    expect(stderr).toMatch(/^Error: What was generated is not what the schemas say[^]*test\.everyKeyword, /);
    // A stack names the lines that people wrote.
    expect(stderr).toMatch(/^ +at .*scripts\/verify\/verify\.ts:\d+:\d+/m);
    expect(stderr).toMatch(/\nThis is a bug of ours; please report it: https:\/\/\S+\/issues\n$/);
  });
});
