// codegen validate as a process: pipes, signals, terminals, permissions.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root, run, runShell } from "./support/codegen.ts";
import { example, exampleWith } from "./support/example.ts";
import { writePayloads } from "./support/validate.ts";

const valid = `${JSON.stringify(example())}\n`;
const invalid = `${JSON.stringify(exampleWith({ "/time": 1 }))}\n`;
const here = writePayloads({ "good.ndjson": valid, "bad.ndjson": valid + invalid, "many.ndjson": invalid.repeat(5000), "empty.json": "" });
// Most runs take the package: the schemas need not be built for each.
const generated = ["--package", join(root, "generated")];
const codegen = [process.execPath, join(root, "scripts/run.mjs"), "validate", ...generated] as const;

test.concurrent.each<[args: string[], code: number, stdout: string, stderr: string]>([
  [["good.ndjson"], 0, "1 valid, 0 invalid, 0 of unknown type, 0 unreadable; 1 in", ""],
  [["bad.ndjson", "good.ndjson"], 1, "bad.ndjson:2:", ""],
  [["empty.json", "bad.ndjson", ...generated], 2, "bad.ndjson:2:", "empty.json is empty.\n"],
  [[], 2, "", "missing required argument 'paths'"],
  [["good.ndjson", "--max-errors", "some"], 2, "", "It is no count."],
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

test("a reader that goes away ends it quietly, with 141", async () => {
  const { code, stdout, stderr } = await runShell('{ "$@"; echo "code $?" >&2; } | head -n 1', [...codegen, "many.ndjson", "--max-errors", "5000"], { cwd: here });
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
  expect([code, printed]).toEqual([130, expect.stringMatching(/\ninterrupted; so far 1 valid, 1 invalid, 0 of unknown type, 0 unreadable; 2 in /)]);
});

test("a terminal gets a line of progress, which is gone at the end; nothing else gets one", async () => {
  const words = [...codegen, "many.ndjson", "--max-errors", "0"];
  const { stdout: drawn } = await runShell('script --quiet --return --command "$*" /dev/null', words, { cwd: here });
  const shown = drawn.replaceAll("\r\u001B[K", "<gone>");
  expect(shown).toMatch(/\d MB, [\d,]+ events, [\d,]+ per second<gone>/);
  expect(shown).toMatch(/<gone>and 5,000 more, [^\r]*\r\n0 valid, 5,000 invalid, /);
  const { stdout, stderr } = await run(["validate", "many.ndjson", "--max-errors", "0", ...generated], { cwd: here });
  expect(stdout + stderr).not.toContain(" MB, ");
});

test.skipIf(process.getuid?.() !== 0)("what may not be read is told, and the rest is read", async () => {
  const folder = writePayloads({ "a.ndjson": valid, "b.ndjson": valid });
  chmodSync(folder, 0o755);
  chmodSync(join(folder, "a.ndjson"), 0o600);
  chownSync(join(folder, "b.ndjson"), 65_534, 65_534);
  const { code, stdout, stderr } = await run(["validate", ".", ...generated], { cwd: folder, uid: 65_534, gid: 65_534 });
  expect([code, stderr]).toEqual([2, "a.ndjson cannot be read: permission is denied.\n"]);
  expect(stdout).toMatch(/^1 valid, 0 invalid/);
});
