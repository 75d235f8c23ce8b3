import { describe, expect, test } from "vitest";
import { createSchemas, draft, writeFiles, createFolder } from "./support/codegen.ts";
import { run } from "./support/run.ts";

const event = "events/com.gigs.portOutCredentials.issued.schema.json";
const head = `{\n  "$schema": "${draft}",\n  "type": "object",\n`;

/** Ten files, ten mistakes; each is in line 4 or 5 of its file. */
const mistakes: Readonly<Record<string, [text: string, place: string, rule: string, fix: string]>> = {
  "a.schema.json": [`${head}  "requried": []\n}`, "4:3", "keyword", 'did you mean "required"?'],
  "b.schema.json": [
    `${head}  "properties": {\n    "x": { "format": "datetime", "type": "string", "description": "d" }\n  }\n}`,
    "5:12",
    "format",
    'did you mean "date-time"?',
  ],
  "c.schema.json": [
    `${head}  "properties": {\n    "x": { "type": "strng", "description": "d" }\n  }\n}`,
    "5:12",
    "metaschema",
    'did you mean "string"?',
  ],
  "d.schema.json": [
    `${head}  "properties": {\n    "x": { "$ref": "objects/portOutCredential.schema.json", "description": "d" }\n  }\n}`,
    "5:12",
    "ref-target",
    'did you mean "objects/portOutCredentials.schema.json"?',
  ],
  "e.schema.json": [
    `${head}  "properties": {\n    "x": { "$ref": "https://x.example/y", "description": "d" }\n  }\n}`,
    "5:12",
    "ref-outside",
    "relative path",
  ],
  "f.schema.json": [`${head}  "type": "object"\n}`, "4:3", "duplicate-key", "remove one of them"],
  "g.schema.json": [`${head}  // what it is\n}`, "4:3", "json", "$comment"],
  "h.schema.json": [
    `${head}  "properties": {\n    "x": { "type": "string" }\n  }\n}`,
    "5:5",
    "description",
    "add a description",
  ],
  "i.schema.json": [
    `${head}  "properties": {\n    "x": { "pattern": "^\\\\s+$", "type": "string", "description": "d" }\n  }\n}`,
    "5:12",
    "pattern-portable",
    "the blanks that are meant",
  ],
  "j.schema.json": [
    `${head}  "properties": {\n    "x": { "default": 1, "type": "string", "description": "d" }\n  }\n}`,
    "5:12",
    "values",
    "correct the value",
  ],
};

const schemas = createSchemas(Object.fromEntries(Object.entries(mistakes).map(([file, [text]]) => [file, text])));

describe("lint tells ten mistakes in ten files in one run, each with line and column:", () => {
  const places = Object.entries(mistakes).map(([file, [, place, rule]]) => `${file}:${place} [${rule}]`);

  test("as text, with a code frame", async () => {
    const { code, stdout, stderr } = await run(["lint", "--schemas", schemas]);
    const told = [...stdout.matchAll(/^.*?([a-j]\.schema\.json:[0-9:]+) (?:error|warning): .* (\[[a-z-]+\])$/gm)];
    expect(told.map(([, place, rule]) => `${place} ${rule}`)).toEqual(places);
    for (const [file, [, , , fix]] of Object.entries(mistakes)) {
      const block = stdout.split("\n\n").find((part) => part.includes(`/${file}:`));
      expect(block).toMatch(/^ *\| +\^$/m);
      expect(block).toContain(fix);
    }
    expect([code, stderr, stdout.endsWith("\n\n8 errors, 2 warnings\n")]).toEqual([1, "", true]);
  });

  test("as JSON", async () => {
    const { code, stdout } = await run(["lint", "--schemas", schemas, "--format", "json"]);
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: Record<string, string | number>[] };
    const told = diagnostics.map(
      ({ file, line, column, rule }) => `${String(file).split("/").at(-1)}:${line}:${column} [${rule}]`,
    );
    expect([code, told]).toEqual([1, places]);
  });

  test.each([
    ["github", /^(?:::(?:error|warning) file=[^\n]+\n){10}$/],
    ["sarif", /"version": "2\.1\.0"/],
  ])("as %s", async (format, pattern) => {
    const { code, stdout } = await run(["lint", "--schemas", schemas, "--format", format]);
    expect([code, stdout]).toEqual([1, expect.stringMatching(pattern)]);
  });
});

test.each<[name: string, changes: Record<string, string | undefined>, code: number, stdout: string]>([
  ["nothing, where nothing is wrong", {}, 0, "0 errors, 0 warnings\n"],
  ["not what only follows from a broken envelope", { "event.schema.json": "{" }, 1, "1 error, 0 warnings\n"],
  [
    "a warning, with exit code 0",
    { "k.schema.json": `{ "$schema": "${draft}", "type": "string", "pattern": "a" }` },
    0,
    "0 errors, 1 warning\n",
  ],
])("lint tells %s", async (_, changes, code, stdout) => {
  const ended = await run(["lint", "--schemas", createSchemas(changes)]);
  expect(ended).toEqual({ code, stdout: expect.stringMatching(new RegExp(`(?:^|\n)${stdout}$`)), stderr: "" });
});

test.each([
  ["a format that it does not have", ["lint", "--format", "xml"], "Allowed choices are text, json, github, sarif"],
  ["a folder without schemas", ["lint", "--schemas", createFolder()], "There is no events/"],
])("lint refuses %s", async (_, args, told) => {
  expect(await run(args)).toEqual({ code: 2, stdout: "", stderr: expect.stringContaining(told) });
});

test("generate and check tell the same first, and write nothing", async () => {
  const folder = createSchemas();
  writeFiles(folder, { [event]: "{" });
  for (const command of ["generate", "check"]) {
    const { code, stderr } = await run([command, "--schemas", folder, "--out", createFolder()]);
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining(`${event}:1:2 error: ends before its last value does [json]`),
    ]);
  }
});
