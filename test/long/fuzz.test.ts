import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../support/codegen.ts";

/** FUZZ_SEED replays a seed, or begins at one that nobody has tried. */
const first = Number(process.env.FUZZ_SEED ?? 0);
const count = 5000;
const processes = 2;

/** How long one schema may take before it counts as a hang, in milliseconds. */
const patience = 20_000;

/** Runs seeds in a process of its own. @returns the exit code of `generate` by seed; "hang" or what the crash said */
async function runSeeds(from: number, end: number): Promise<string[]> {
  const words = ["--import", join(root, "scripts/typescript.mjs"), join(root, "test/support/fuzzRun.ts")];
  const child = spawn(process.execPath, [...words, String(from), String(end)], { cwd: root });
  let [seen, complaint] = ["", ""];
  let alarm = setTimeout(() => {}, 0);
  child.stderr.setEncoding("utf8").on("data", (text: string) => (complaint += text));
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    seen += text;
    clearTimeout(alarm);
    alarm = setTimeout(() => child.kill("SIGKILL"), patience);
  });
  const [code, signal] = (await once(child, "close")) as [number | null, string | null];
  clearTimeout(alarm);
  const ends = seen.split("\n").filter((line) => line !== "");
  if (code === 0) return ends;
  const broken = ends.pop() ?? `${from} `;
  return [
    ...ends,
    `${broken}${signal === null ? complaint : "hang"} (replay: FUZZ_SEED=${broken.trim()} npm run test:long)`,
  ];
}

test(`generate ends with 0, 1 or 2 on ${count} mutated schema folders from seed ${first}`, async () => {
  const share = Math.ceil(count / processes);
  const parts = Array.from({ length: processes }, (_, i) => runSeeds(first + i * share, first + (i + 1) * share));
  const ends = (await Promise.all(parts)).flat();
  expect(ends.filter((line) => !/^[0-9]+ [012]$/.test(line))).toEqual([]);
  expect(ends.length).toBe(share * processes);
  // Some have to pass: what is refused at the door tests nothing behind it.
  expect(ends.filter((line) => line.endsWith(" 0")).length).toBeGreaterThan(count / 20);
});
