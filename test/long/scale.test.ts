import { join } from "node:path";
import { expect, test } from "vitest";
import { compileDocuments } from "../../scripts/emit/twin/compile.ts";
import type { JsonObject } from "../../scripts/json/json.ts";
import { createFolder, root, writeFiles } from "../support/codegen.ts";
import { runShell } from "../support/run.ts";
import { manyEvents } from "../support/manyEvents.ts";
import { splitUsage, tellUsage } from "../support/usage.ts";

// A machine's speed decides no test: the time is printed, and a hang ends at the test's timeout. Nor does the mood of the
// garbage collector, which left to itself lets 80 MB more or less lie: the heap is what the work has to do with.
test.each([
  ["lint", 10_000, 1500, 800],
  ["generate", 1000, 500, 240],
])("%s of %i events stays below %i MB, with a heap of %i MB", async (command, count, megabytes, heap) => {
  const [schemas, out] = [createFolder(), join(createFolder(), "out")];
  writeFiles(schemas, manyEvents(count));
  const flags = ["--schemas", schemas, ...(command === "generate" ? ["--out", out] : [])];
  const start = performance.now();
  const words = [
    process.execPath,
    `--max-old-space-size=${heap}`,
    ...tellUsage,
    join(root, "scripts/run.mjs"),
    command,
    ...flags,
  ];
  // Where a shell allows 64 open files, that is enough.
  const { code, stderr } = await runShell('ulimit -n 64 && exec "$@"', words);
  const { memory = Number.NaN } = splitUsage(stderr).usage ?? {};
  console.info(
    `${command} of ${count} events: ${((performance.now() - start) / 1000).toFixed(1)} s, ${memory.toFixed(0)} MB`,
  );
  expect([code, memory < megabytes]).toEqual([0, true]);
});

test("breaking of 1,000 events on both sides takes at most 30 s of CPU and 400 MB", async () => {
  const [before, after] = [createFolder(), createFolder()];
  writeFiles(before, manyEvents(1000));
  const next = manyEvents(1000, "Another object.");
  const envelope = next["event.schema.json"] as { readonly properties: JsonObject };
  const properties = { ...envelope.properties, more: { type: "string", description: "One more." } };
  writeFiles(after, { ...next, "event.schema.json": { ...envelope, properties } });
  const flags = ["--against", before, "--schemas", after, "--format", "json"];
  const { code, stdout, stderr } = await runShell('exec "$@"', [
    process.execPath,
    ...tellUsage,
    join(root, "scripts/run.mjs"),
    "breaking",
    ...flags,
  ]);
  const { changes } = JSON.parse(stdout) as { changes: { rule: string; events: string[] }[] };
  const { cpu = Number.NaN, memory = Number.NaN } = splitUsage(stderr).usage ?? {};
  console.info(`breaking of 1,000 events: ${cpu.toFixed(1)} s of CPU, ${memory.toFixed(0)} MB`);
  // What the envelope got is told once; the words of each object, once for each.
  expect(changes.map(({ rule, events }) => `${rule} ${events.length}`).toSorted()).toEqual([
    "member-added 1000",
    ...Array.from({ length: 1000 }, () => "words-changed 1"),
  ]);
  expect([code, cpu < 30, memory < 400]).toEqual([0, true, true]);
});

test("Ajv's twin of 10,000 events is written out", () => {
  const ids = Array.from({ length: 10_000 }, (_, i) => `x:events/a${i}`);
  const documents = new Map(ids.map((id, i) => [id, { type: "string", maxLength: i } as const]));
  const code = compileDocuments(documents, Object.fromEntries(ids.map((id, i) => [`event${i}`, id])));
  expect(code.match(/^export const event\d+ = validate\d+;$/gm)).toHaveLength(10_000);
});
