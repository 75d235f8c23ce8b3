import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import type { JsonObject } from "../../scripts/json/json.ts";
import { copyFolder, createFolder, listTree, prepare, root, writeFiles } from "../support/codegen.ts";
import { run, runProcess } from "../support/run.ts";
import { manyEvents } from "../support/manyEvents.ts";
import { createRandom } from "../support/mutate.ts";

const events = 200;
const kills = 50;

function schemasOf(folder: Record<string, JsonObject>): string {
  const schemas = createFolder();
  writeFiles(schemas, folder);
  return schemas;
}

// The second state has other words in half of its files, other events, and lacks some.
const before = schemasOf(manyEvents(events));
const after = schemasOf({ ...manyEvents(events + 3, "Another object."), ...manyEvents(events / 2) });
const [outBefore, outAfter] = [join(createFolder(), "out"), join(createFolder(), "out")];
let duration = 0;

/** Whether all is staged: files are being renamed. */
function isCommitting(out: string): boolean {
  const staging = readdirSync(out).find((name) => name.startsWith(".staging-"));
  return staging !== undefined && existsSync(join(out, staging, ".inventory"));
}

beforeAll(async () => {
  expect((await run(["generate", "--schemas", before, "--out", outBefore])).code).toBe(0);
  const start = performance.now();
  expect((await run(["generate", "--schemas", after, "--out", outAfter])).code).toBe(0);
  duration = performance.now() - start;
});

test("ten runs at once, over two schema folders, leave what one of them gives", async () => {
  const out = join(createFolder(), "out");
  const runs = Array.from({ length: 10 }, (_, i) =>
    runProcess(["generate", "--schemas", i % 2 === 0 ? before : after, "--out", out]),
  );
  const ended = await Promise.all(runs);
  // Whoever has to wait too long says so, and changes nothing.
  for (const { code, stderr } of ended) expect([0, 2], stderr).toContain(code);
  expect(ended.map(({ code }) => code)).toContain(0);
  const left = JSON.stringify(listTree(out));
  expect([outBefore, outAfter].map((folder) => JSON.stringify(listTree(folder)) === left)).toContain(true);
});

test(`${kills} runs over ${events} events, killed at random: no file is cut off, and the next run mends all`, async () => {
  const random = createRandom(1);
  const [old, fresh] = [listTree(outBefore), listTree(outAfter)];
  let changed = 0;
  for (let i = 0; i < kills; i++) {
    const out = copyFolder(outBefore);
    const child = spawn(process.execPath, [
      join(root, "scripts/run.mjs"),
      "generate",
      "--schemas",
      after,
      "--out",
      out,
    ]);
    const end = once(child, "close");
    // Every second one is killed while it writes.
    if (i % 2 === 0) {
      while (child.exitCode === null && !isCommitting(out)) await setTimeout(1);
    }
    await setTimeout(random(i % 2 === 0 ? duration / 20 : duration));
    child.kill("SIGKILL");
    await end;
    const left = Object.entries(listTree(out)).filter(([path]) => !path.startsWith(".") && path !== "inventory.json");
    const cut = left.filter(([path, text]) => text !== old[path] && text !== fresh[path]);
    expect(
      cut.map(([path]) => path),
      `kill ${i}`,
    ).toEqual([]);
    if (left.some(([path, text]) => text !== old[path])) changed++;
    // Half a minute later the lock is nobody's.
    if (existsSync(join(out, ".lock"))) utimesSync(join(out, ".lock"), 1, 1);
    // The next run, in this process: what it needs of the schemas is worked out once for all.
    await (await prepare(after, out)).carryOut();
    expect(listTree(out), `kill ${i}`).toEqual(fresh);
  }
  console.info(`${changed} of ${kills} were killed when files had changed already`);
});
