// codegen validate on 2 GB of lines, the longest of 1 MB: how much memory it takes.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../support/codegen.ts";
import { exampleWith } from "../support/example.ts";
import { splitUsage, tellUsage } from "../support/usage.ts";

const gigabytes = 2;
const small = Array.from({ length: 2000 }, (_, i) => `${JSON.stringify(exampleWith({ "/id": `evt_${i}` }))}\n`).join(
  "",
);
const large = Array.from(
  { length: 10 },
  (_, i) => `${JSON.stringify(exampleWith({ "/padding": "x".repeat(999_000 - i * 90_000) }))}\n`,
);

test(`${gigabytes} GB are read in less than 200 MB of memory`, async () => {
  const child = spawn(process.execPath, [
    ...tellUsage,
    join(root, "scripts/run.mjs"),
    "validate",
    "-",
    "--type",
    "com.gigs.portOutCredentials.issued",
  ]);
  const texts = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (texts.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (texts.stderr += text));
  const closed = once(child, "close");
  let bytes = 0;
  for (let i = 0; bytes < gigabytes * 1e9; i++) {
    const block = Buffer.from(i % 2 === 0 ? small : (large[(i >> 1) % large.length] as string));
    bytes += block.length;
    if (!child.stdin.write(block)) await once(child.stdin, "drain");
  }
  child.stdin.end();
  expect(await closed).toEqual([0, null]);
  expect(texts.stdout).toMatch(/^[\d,]+ valid, 0 invalid, 0 of unknown type, 0 unreadable; /);
  const { memory: megabytes = Number.NaN } = splitUsage(texts.stderr).usage ?? {};
  console.log(`validate of ${(bytes / 1e9).toFixed(2)} GB: ${megabytes.toFixed(0)} MB, ${texts.stdout.trim()}`);
  expect(megabytes).toBeLessThan(200);
});
