// `lint --fix` as people run it: what it writes, prints and leaves alone.
import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { rewriteFiles } from "../scripts/catalog/rewrite.ts";
import { createFolder, createSchemas, draft, listTimes, listTree, writeFiles } from "./support/codegen.ts";
import { diagnose, draft07 } from "./support/fixed.ts";
import { run } from "./support/run.ts";

/** Runs `lint --fix` in a schema folder. */
const fix = (schemas: string, ...more: string[]) =>
  run(["lint", "--fix", "--schemas", schemas, ...more], { cwd: schemas });

describe("the command", () => {
  const file = "objects/phone-number.schema.json";
  const text = `{\n  "$schema": "${draft07}",\n  "description": "A number.",\n  "type": "string",\n  "nullable": true\n}\n`;
  const want = `{\n  "$schema": "${draft}",\n  "title": "PhoneNumber",\n  "description": "A number.",\n  "type": ["string", "null"]\n}\n`;

  test("writes, says what, and lints what is left; a second run writes nothing", async () => {
    const schemas = createSchemas({ [file]: text });
    chmodSync(join(schemas, file), 0o640);
    const before = listTree(schemas);
    const first = await fix(schemas);
    expect(first).toEqual({
      code: 0,
      stdout: `fixed ${file}: 1 $schema, 1 title, 1 nullable\n1 file fixed\n\n0 errors, 0 warnings\n`,
      stderr: "",
    });
    expect(listTree(schemas)).toEqual({ ...before, [file]: want });
    expect(statSync(join(schemas, file)).mode & 0o777).toBe(0o640);
    const times = listTimes(schemas);
    expect(await fix(schemas)).toEqual({ code: 0, stdout: "0 files fixed\n\n0 errors, 0 warnings\n", stderr: "" });
    expect(listTimes(schemas)).toEqual(times);
  });

  test("shows a diff with --dry-run, writes nothing, and says what would be left", async () => {
    const schemas = createSchemas({ [file]: text });
    const times = listTimes(schemas);
    const { code, stdout, stderr } = await fix(schemas, "--dry-run");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toBe(
      [
        `would fix ${file}: 1 $schema, 1 title, 1 nullable`,
        `--- ${file}`,
        `+++ ${file}`,
        "@@ -1,6 +1,6 @@",
        " {",
        `-  "$schema": "${draft07}",`,
        `+  "$schema": "${draft}",`,
        '+  "title": "PhoneNumber",',
        '   "description": "A number.",',
        '-  "type": "string",',
        '-  "nullable": true',
        '+  "type": ["string", "null"]',
        " }",
        "1 file would be fixed; nothing was written",
        "",
        "0 errors, 0 warnings",
        "",
      ].join("\n"),
    );
    expect(listTimes(schemas)).toEqual(times);
  });

  test.each([
    ["json", /^\{\n {2}"version": 1,\n {2}"diagnostics": \[\],/],
    ["github", /^$/],
    ["sarif", /^\{\n {2}"version": "2\.1\.0"/],
  ])("prints nothing but the report as %s", async (format, pattern) => {
    const schemas = createSchemas({ [file]: text });
    expect(await fix(schemas, "--format", format)).toEqual({
      code: 0,
      stdout: expect.stringMatching(pattern),
      stderr: "",
    });
    expect(readFileSync(join(schemas, file), "utf8")).toBe(want);
  });

  test("leaves what is not JSON, has a member twice, or is a link; the last is named", async () => {
    const schemas = createSchemas();
    const elsewhere = createFolder();
    writeFiles(elsewhere, { "o.schema.json": text, "more/p.schema.json": text });
    writeFiles(schemas, {
      "comment.schema.json": text.replace("{", "{ // what it is"),
      "comma.schema.json": text.replace("true\n", "true,\n"),
      "twice.schema.json": text.replace('"nullable"', '"type": "string", "nullable"'),
      "kept.schema.txt": text,
    });
    symlinkSync(join(schemas, "kept.schema.txt"), join(schemas, "inside.schema.json"));
    symlinkSync(join(elsewhere, "o.schema.json"), join(schemas, "outside.schema.json"));
    symlinkSync(join(elsewhere, "more"), join(schemas, "more"));
    const before = [listTree(schemas), listTree(elsewhere)];
    const { code, stdout, stderr } = await fix(schemas);
    expect([listTree(schemas), listTree(elsewhere)]).toEqual(before);
    expect([code, stderr]).toEqual([1, "inside.schema.json is a symbolic link: not fixed\n"]);
    expect(stdout).toMatch(/^0 files fixed\n/);
    for (const rule of ["json", "duplicate-key", "schema-file"]) expect(stdout).toContain(`[${rule}]`);
  });

  test("does not go by a link to the schema folder itself as one", async () => {
    const schemas = createSchemas({ [file]: text });
    const link = join(createFolder(), "link");
    symlinkSync(schemas, link);
    expect((await fix(link)).stdout).toMatch(/^fixed /);
    expect([lstatSync(link).isSymbolicLink(), readFileSync(join(schemas, file), "utf8")]).toEqual([true, want]);
  });

  test("tells with exit code 1 what is left, and the exact rewriting without --fix", async () => {
    const schemas = createSchemas({ [file]: text.replace('"string"', '"string", "id": "x"') });
    expect((await diagnose(schemas)).map(({ rule, message, fix: words }) => [rule, message, words])).toEqual([
      [
        "metaschema",
        "declares draft-07 instead of JSON Schema 2020-12",
        `run lint --fix, or write "$schema": "${draft}"`,
      ],
      ["legacy", 'has the keyword "id" of draft-04', 'call it "$id" if it is the address of the schema, or remove it'],
      [
        "legacy",
        'has "nullable", a keyword of OpenAPI 3.0 that JSON Schema does not have',
        'make "type" ["string", "null"], remove "nullable"; or run lint --fix',
      ],
    ]);
    const { code, stdout } = await fix(schemas);
    expect([code, stdout]).toEqual([1, expect.stringMatching(/\[legacy\][^]*\n1 error, 0 warnings\n$/)]);
  });

  test("says the title that an event would get", async () => {
    const event = "events/com.gigs.portOutCredentials.issued.schema.json";
    const schemas = createSchemas();
    const untitled = readFileSync(join(schemas, event), "utf8").replace(/ *"title": .*\n/, "");
    writeFileSync(join(schemas, event), untitled);
    const fixes = (await diagnose(schemas)).map(({ fix: words }) => words);
    expect(fixes).toEqual(['add "title": "PortOutCredentialsIssuedEvent", or run lint --fix']);
    expect((await fix(schemas)).code).toBe(0);
  });

  test("is refused with --dry-run alone", async () => {
    expect(await run(["lint", "--dry-run"])).toEqual({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("add --fix"),
    });
  });

  test("keeps what it did where there is no event", async () => {
    const schemas = createFolder();
    writeFiles(schemas, { [file]: text });
    const { code, stdout, stderr } = await fix(schemas);
    expect([code, stdout, stderr]).toEqual([
      2,
      expect.stringMatching(/^fixed .*\n1 file fixed\n/),
      expect.stringContaining("There is no events/"),
    ]);
  });
});

describe("writing", () => {
  test("changes nothing where a file has changed since it was read, or Ctrl-C came", async () => {
    const schemas = createFolder();
    writeFiles(schemas, { "a.schema.json": "{}", "b.schema.json": "{ }" });
    const before = listTree(schemas);
    const files = ["a.schema.json", "b.schema.json"].map((file) => ({ file, before: "{}", after: "[]" }));
    await expect(rewriteFiles(schemas, files, () => false)).rejects.toThrow(
      /b\.schema\.json was changed while this ran/,
    );
    await expect(rewriteFiles(schemas, files.slice(0, 1), () => true)).rejects.toThrow("Interrupted");
    expect(listTree(schemas)).toEqual(before);
  });
});
