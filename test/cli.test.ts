import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { check } from "../scripts/commands/check.ts";
import { generate } from "../scripts/commands/generate.ts";
import { checkFolder } from "../scripts/output/checkFolder.ts";
import { UnusableInput } from "../scripts/unusable.ts";
import { createContext, createFolder, createSchemas, draft, listFiles, listTimes } from "./support/codegen.ts";
import { listTree, root, secondEvent, writeFiles } from "./support/codegen.ts";
import { run, runProcess, runShell } from "./support/run.ts";

/** As a string in an expectation: "" is nothing at all, other words stand somewhere. */
const words = (text: string): unknown => (text === "" ? "" : expect.stringContaining(text));

const schemas = createSchemas(secondEvent);
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const { version } = JSON.parse(read("package.json")) as { version: string };
const eventless = createFolder();
writeFiles(eventless, { "event.schema.json": read("schemas/event.schema.json") });
const faulty = `{\n  "$schema": "${draft}",\n  "title": "XEvent",\n  "type": "object",\n    "minLenght": 1\n}`;
const broken = createSchemas({ "events/com.gigs.x.schema.json": faulty });
const fault = 'events/com.gigs.x.schema.json:5:5 error: has the unknown keyword "minLenght" [keyword]';

/** A part of the world that a bug of ours stands for. */
function brokenClock(): number {
  throw new TypeError("broken on purpose");
}

describe("exit code, standard output and standard error of", () => {
  const out = join(createFolder(), "out");
  test.concurrent.each<[name: string, args: string[], code: number, stdout: string, stderr: string]>([
    ["--help", ["--help"], 0, "Usage: codegen [options] [command]", ""],
    ["--version", ["--version"], 0, `${version}\n`, ""],
    ["an unknown command", ["generat"], 2, "", "unknown command 'generat'\n(Did you mean generate?)"],
    ["an unknown flag", ["check", "--schema", "x"], 2, "", "unknown option '--schema'\n(Did you mean --schemas?)"],
    ["a schema folder that is missing", ["generate", "--schemas", join(eventless, "x")], 2, "", "it does not exist"],
    ["a schema folder that is a file", ["check", "--schemas", join(root, "LICENSE")], 2, "", "it is not a folder"],
    ["a schema folder without events", ["generate", "--schemas", eventless, "--out", out], 2, "", "There is no event"],
    ["generate with a schema error", ["generate", "--schemas", broken, "--out", out], 1, "Nothing was", fault],
    ["an output folder to refuse", ["generate", "--schemas", schemas, "--out", schemas], 2, "", "choose another"],
  ])("%s", async (_, args, code, stdout, stderr) => {
    expect(await run(args)).toEqual({ code, stdout: words(stdout), stderr: words(stderr) });
    expect(existsSync(out)).toBe(false);
  });

  test("a bug of ours: 3, what broke and where to report it", async () => {
    const { code, stdout, stderr } = await run(["generate", "--schemas", schemas, "--out", out], { now: brokenClock });
    expect([code, stdout, existsSync(out)]).toEqual([3, "", false]);
    expect(stderr).toMatch(
      /^TypeError: broken on purpose\n +at [^]*\nThis is a bug of ours; please report it: https:\/\/\S+\/issues\n$/,
    );
  });
});

describe("--verbose tells the phases and their times on standard error, in their order:", () => {
  const out = createFolder();
  const emitted = ["load", "lint", "emit", "files"];
  test.each<[command: string, args: string[], phases: string[]]>([
    ["lint", ["lint"], ["load", "lint"]],
    ["show", ["show", "com.gigs.sim.activated"], ["load", "lint"]],
    ["generate", ["generate", "--out", out], [...emitted, "write"]],
    ["check", ["check", "--out", out], emitted],
    ["validate", ["validate", "-"], ["load", "lint", "emit"]],
  ])("%s", async (_, args, phases) => {
    const line = [...args, "--schemas", schemas];
    const [silent, verbose] = [await run(line, { stdin: "[]" }), await run([...line, "--verbose"], { stdin: "[]" })];
    const lines = verbose.stderr.trimEnd().split("\n");
    expect(lines.map((told) => /^(\w+) +\d+ ms$/.exec(told)?.[1])).toEqual(phases);
    expect([silent.code, silent.stderr]).toEqual([verbose.code, ""]);
  });
});

describe("neither command works in an output folder that", () => {
  test.each<[name: string, out: string, reason: string, prepare?: (out: string) => void]>([
    ["is the schema folder", "schemas", "is or contains the schema folder"],
    ["contains the schema folder", ".", "is or contains the schema folder"],
    ["lies inside the schema folder", "schemas/events", "lies inside the schema folder"],
    ["would lie inside the schema folder", "schemas/new/out", "lies inside the schema folder"],
    ["is a link to the schema folder", "x", "is or contains the schema folder", (out) => symlinkSync("schemas", out)],
    ["is the root of a repository", "x", "is the root of a repository", (out) => writeFiles(out, { ".git/x": "" })],
    ["is a file", "file", "is a file", (out) => writeFiles(dirname(out), { file: "" })],
  ])("%s", async (_, path, reason, prepare) => {
    const base = createFolder();
    cpSync(schemas, join(base, "schemas"), { recursive: true });
    prepare?.(join(base, path));
    const before = [listTree(base), listTimes(base)];
    for (const command of [generate, check]) {
      const refusal = { name: "UnusableInput", message: expect.stringContaining(` ${reason};`) };
      await expect(command(createContext(join(base, "schemas"), join(base, path)))).rejects.toMatchObject(refusal);
    }
    expect([listTree(base), listTimes(base)]).toEqual(before);
  });

  test.each([".", ".."])("is or contains this repository: %s", (path) => {
    expect(() => checkFolder(join(root, path), schemas, root)).toThrow(UnusableInput);
  });
});

describe("generate gives the same bytes whatever", () => {
  const out = createFolder();
  beforeAll(async () => generate(createContext(schemas, out)));

  test.concurrent("the current folder, the umask, the time zone and the locale", async () => {
    const other = createFolder();
    const env = { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" };
    const surroundings = { cwd: createFolder(), before: "umask 077", env };
    const { code } = await runProcess(["generate", "--schemas", schemas, "--out", other], surroundings);
    expect([code, listTree(other)]).toEqual([0, listTree(out)]);
  });

  test("the order in which the schema files were made", async () => {
    const [reversed, other] = [createFolder(), createFolder()];
    for (const file of listFiles(schemas).toReversed()) writeFiles(reversed, { [file]: listTree(schemas)[file] });
    await generate(createContext(reversed, other));
    expect(listTree(other)).toEqual(listTree(out));
  });

  test.concurrent("other runs do at the same time in the same folder", async () => {
    const args = ["generate", "--schemas", schemas, "--out", createFolder()];
    expect(await Promise.all([runProcess(args), runProcess(args)])).toMatchObject([{ code: 0 }, { code: 0 }]);
    expect(listTree(args[4] ?? "")).toEqual(listTree(out));
  });
});

describe("check", () => {
  test.concurrent("shows what is stale, missing and extra, says how to fix it, and writes nothing", async () => {
    const base = createFolder();
    const flags = ["--schemas", relative(base, schemas), "--out", "out"];
    await generate(createContext(schemas, join(base, "out")));
    rmSync(join(base, "out/runtime.js"));
    const junk = `// Generated from schemas/; do not edit.\n${Array.from({ length: 60 }, (_, i) => `junk ${i}\n`).join("")}`;
    const longer = `${listTree(base)["out/LICENSE"]}more\n`;
    writeFiles(join(base, "out"), { "index.js": junk, "notes.txt": "", LICENSE: longer });
    const before = [listTree(base), listTimes(base)];
    const { code, stdout } = await run(["check", ...flags], { cwd: base });
    expect([listTree(base), listTimes(base)]).toEqual(before);
    const lines = stdout.trimEnd().split("\n");
    const large = lines.splice(lines.indexOf("stale: index.js"));
    expect(lines.join("\n")).toMatch(/^stale: LICENSE\n--- .*\n\+\+\+ .*\n@@ -\d+,\d+ \+\d+,\d+ @@\n( .*\n)+-more$/);
    expect([large[5], large[41]]).toEqual(["-junk 0", expect.stringMatching(/^… \d+ more lines$/)]);
    expect([code, ...large.slice(42)]).toEqual([
      1,
      "missing: runtime.js",
      "extra: notes.txt (not written by this tool; remove it yourself)",
      `2 stale, 1 missing, 1 extra; fix with: npm run codegen -- generate ${flags.join(" ")}`,
    ]);
  });

  test.concurrent("prints a command that mends the output, run in any folder of the repository", async () => {
    const [cwd, out] = [join(root, "test"), join(createFolder(), "it's my $HOME")];
    const flags = ["--schemas", relative(cwd, schemas), "--out", relative(cwd, out)];
    const { code, stdout } = await run(["check", ...flags], { cwd });
    expect([code, existsSync(out)]).toEqual([1, false]);
    const command = stdout.slice(stdout.indexOf("npm run codegen -- generate --schemas"));
    expect(await runShell(command, [], { cwd })).toMatchObject({ code: 0 });
    expect(await check(createContext(schemas, out))).toMatchObject({ code: 0 });
  });

  test("does not wait for a pipe that has the name of a file", async () => {
    const out = createFolder();
    spawnSync("mkfifo", [join(out, "index.js")]);
    const { code, text } = await check(createContext(schemas, out));
    expect([code, text]).toEqual([1, expect.stringContaining("in the way: index.js")]);
    await expect(generate(createContext(schemas, out))).rejects.toThrow("In the way of the output, remove: index.js");
  });
});
