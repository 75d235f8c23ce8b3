// Ctrl-C and SIGTERM end every command: at once where nothing is written, between two changes where something is.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { createFolder, listTree, root, writeFiles } from "./support/codegen.ts";
import { manyEvents } from "./support/manyEvents.ts";
import { nastyValues } from "./support/nasty.ts";

const signals = [
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const;

const start = (words: readonly string[], cwd = root): ChildProcess =>
  spawn(process.execPath, [join(root, "scripts/run.mjs"), ...words], { cwd, stdio: "pipe" });

const schemas = createFolder();
writeFiles(schemas, manyEvents(150));

describe.each(signals)("%s", (signal, code) => {
  test("ends lint at once, by the signal's default", async () => {
    const child = start(["lint", "--schemas", schemas, "--verbose"]);
    // It is in the midst of its work.
    await once(child.stderr as NodeJS.ReadableStream, "data");
    child.kill(signal);
    expect(await once(child, "close")).toEqual([null, signal]);
  });

  test("ends validate inside one document", async () => {
    const folder = createFolder();
    writeFiles(folder, { "a.json": nastyValues["many names"]?.(20_000_000) ?? "" });
    const child = start(["validate", "a.json", "--package", join(root, "generated")], folder);
    const ended = once(child, "close");
    await setTimeout(1500);
    child.kill(signal);
    expect(await ended).toEqual([null, signal]);
  });

  test("ends validate where it waits for a line, and it says what came of it so far", async () => {
    const child = start(["validate", "-", "--package", join(root, "generated")]);
    let printed = "";
    child.stdout?.setEncoding("utf8").on("data", (text: string) => (printed += text));
    child.stdin?.write('{"a":1}\n');
    while (!printed.includes("standard input:1:")) await once(child.stdout as NodeJS.ReadableStream, "data");
    child.kill(signal);
    const [ended] = await once(child, "close");
    expect([ended, printed]).toEqual([code, expect.stringMatching(/\ninterrupted; so far 0 valid, 1 invalid, /)]);
  });

  test("ends generate between two files, and leaves nothing behind", async () => {
    const out = join(createFolder(), "out");
    const child = start(["generate", "--schemas", schemas, "--out", out]);
    const ended = once(child, "close");
    const isStaging = (): boolean => existsSync(out) && readdirSync(out).some((name) => name.startsWith(".staging-"));
    while (!isStaging() && child.exitCode === null) await setTimeout(5);
    child.kill(signal);
    expect(await ended).toEqual([code, null]);
    expect(existsSync(out) ? listTree(out) : {}).toEqual({});
  });
});
