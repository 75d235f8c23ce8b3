// codegen validate on the command line: exit codes, and, as a process, pipes, signals and permissions.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, existsSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { root } from "./support/codegen.ts";
import { example, exampleWith } from "./support/example.ts";
import { run, runAll, runShell } from "./support/run.ts";
import { writePayloads } from "./support/validate.ts";

const valid = `${JSON.stringify(example())}\n`;
const invalid = `${JSON.stringify(exampleWith({ "/time": 1 }))}\n`;
const here = writePayloads({
  "good.ndjson": valid,
  "bad.ndjson": valid + invalid,
  "many.ndjson": invalid.repeat(5000),
  "empty.json": "",
});
// Most runs take the package: the schemas need not be built for each.
const generated = ["--package", join(root, "generated")];
const codegen = [process.execPath, join(root, "scripts/run.mjs"), "validate", ...generated] as const;

test.each<[args: string[], code: number, stdout: string, stderr: string]>([
  [["good.ndjson"], 0, "1 valid, 0 invalid, 0 of unknown type, 0 unreadable; 1 in", ""],
  [["bad.ndjson", "good.ndjson"], 1, "bad.ndjson:2:", ""],
  [["empty.json", "bad.ndjson", ...generated], 2, "bad.ndjson:2:", "empty.json is empty.\n"],
  [[], 2, "", "missing required argument 'paths'"],
  [["good.ndjson", "--max-errors", "some"], 2, "", "It is not a number from 0 to 999999."],
  [["good.ndjson", "--format", "sarif"], 2, "", "Allowed choices are text, json, github."],
  [["good.ndjson", "--schemas", "nowhere"], 2, "", "it does not exist"],
])("%j ends with %i", async (args, code, stdout, stderr) => {
  const ended = await run(["validate", ...args], { cwd: here });
  expect(ended).toEqual({ code, stdout: expect.stringContaining(stdout), stderr: expect.stringContaining(stderr) });
});

test("standard input and relative paths work through npm, from another folder", async () => {
  const command = `cat bad.ndjson | npm --prefix "$1" run --silent codegen -- validate - good.ndjson`;
  const { code, stdout } = await runShell(command, [root], { cwd: here });
  expect([code, stdout]).toEqual([1, expect.stringMatching(/^standard input:2:[^]*\n2 valid, 1 invalid, /)]);
});

test("a package is found from where the person is", async () => {
  const folder = writePayloads({ "good.ndjson": valid });
  symlinkSync(join(root, "generated"), join(folder, "package"));
  const env = { npm_lifecycle_event: "codegen", INIT_CWD: folder };
  const { code, stdout } = await run(["validate", "good.ndjson", "--package", "package"], { env });
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^1 valid, /)]);
});

test.each([0, 300])("Ctrl-C ends the wait for a pipe that nobody writes, after %i ms of it", async (wait) => {
  const folder = writePayloads({ "bad.ndjson": invalid });
  await runShell("mkfifo pipe", [], { cwd: folder });
  const child = spawn(codegen[0], [...codegen.slice(1), "bad.ndjson", "pipe"], { cwd: folder });
  await once(child.stdout, "data");
  await setTimeout(wait);
  child.kill("SIGINT");
  expect(await once(child, "close")).toEqual([130, null]);
});

test("a reader of standard error that goes away leaves no lock behind", async () => {
  const out = join(writePayloads({}), "out");
  const command = '"$@" 2>&1 >/dev/null | head -n 5';
  const words = [process.execPath, join(root, "scripts/run.mjs"), "generate", "--verbose", "--out", out];
  await runShell(command, words, { cwd: here });
  expect(existsSync(join(out, ".lock"))).toBe(false);
});

test("a reader that goes away ends it quietly, with 141", async () => {
  const { code, stdout, stderr } = await runShell(
    '{ "$@"; echo "code $?" >&2; } | head -n 1',
    [...codegen, "many.ndjson", "--max-errors", "5000"],
    { cwd: here },
  );
  expect([code, stdout.split("\n").length, stderr]).toEqual([0, 2, "code 141\n"]);
});

test("Ctrl-C prints what came of it so far, and ends with 130", async () => {
  const child = spawn(codegen[0], [...codegen.slice(1), "-"], { cwd: here });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (printed += text));
  child.stdin.write(invalid + valid);
  while (!printed.includes("standard input:1:")) await once(child.stdout, "data");
  child.kill("SIGINT");
  const [code] = await once(child, "close");
  expect([code, printed]).toEqual([
    130,
    expect.stringMatching(/\ninterrupted; so far 1 valid, 1 invalid, 0 of unknown type, 0 unreadable; 2 in /),
  ]);
});

test("a terminal gets a line of progress, which is gone at the end; nothing else gets one", async () => {
  const words = ["validate", ...generated, "many.ndjson", "--max-errors", "0"];
  // A clock by which every look is a second later.
  let time = 0;
  const now = (): number => (time += 1000);
  const { stdout, stderr } = await run(words, { cwd: here, isTTY: true, now });
  expect(stderr.replaceAll("\r\u001B[K", "<gone>")).toMatch(/^(?:\d MB, [\d,]+ events, [\d,]+ per second<gone>)+$/);
  expect(stdout).toMatch(/^and 5,000 more, [^\r]*\n0 valid, 5,000 invalid, /);
  const piped = await run(words, { cwd: here, now });
  expect([piped.stderr, piped.stdout.replace(/;.*/s, "")]).toEqual(["", stdout.replace(/;.*/s, "")]);
});

test.skipIf(!existsSync("/dev/full"))("a full output device ends it with 2 and one sentence", async () => {
  const { code, stderr } = await runShell('exec "$@" > /dev/full', [...codegen, "bad.ndjson"], { cwd: here });
  expect([code, stderr]).toEqual([2, "Standard output cannot be written: the disk is full.\n"]);
});

test.skipIf(process.getuid?.() !== 0)("what may not be read is told, and the rest is read", async () => {
  const folder = writePayloads({ "a.ndjson": valid, "b.ndjson": valid });
  chmodSync(folder, 0o755);
  chmodSync(join(folder, "a.ndjson"), 0o600);
  chownSync(join(folder, "b.ndjson"), 65_534, 65_534);
  const { runs } = await runAll([["validate", folder, ...generated]], { uid: 65_534, gid: 65_534 });
  expect(runs).toMatchObject([
    { code: 2, stderr: `${join(folder, "a.ndjson")} cannot be read: permission is denied.\n` },
  ]);
  expect(runs[0]?.stdout).toMatch(/^1 valid, 0 invalid/);
});
