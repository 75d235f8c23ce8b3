import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Contestant, contestants, limits } from "./contestants.ts";
import { type Figure, pair, ratio, renderTable, showSpread, summarize } from "./figures.ts";
import { runNode } from "./measure.ts";
import { createWorkloads } from "./payloads.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Nanoseconds per payload of each round; none for a contestant that is missing. */
export type Times = (contestant: string, workload: string) => readonly number[];

async function timeOnce({ module }: Contestant, file: string): Promise<number> {
  return Number(await runNode([here("programs/time.js"), here(`contestants/${module}`), file]));
}

/**
 * Times `is` of all contestants on all workloads, each pair in a process of its own: code that other objects have been
 * through before is compiled differently.
 * @param folder for the workloads
 */
export async function timeIs(folder: string, rounds: number): Promise<Times> {
  await mkdir(folder, { recursive: true });
  const workloads = Object.entries(createWorkloads()).map(([name, workload]) => ({
    name,
    workload,
    file: join(folder, `${name}.json`),
  }));
  for (const { workload, file } of workloads) await writeFile(file, JSON.stringify(workload));
  const present = contestants.filter(({ needs }) => needs === undefined || existsSync(here(`../../${needs}`)));
  const times = new Map<string, number[]>();
  for (let round = 0; round < rounds; round++) {
    for (const { name, file } of workloads) {
      // All on one workload before the next: their runs are compared.
      for (const contestant of present) {
        const key = `${contestant.name} on ${name}`;
        times.set(key, [...(times.get(key) ?? []), await timeOnce(contestant, file)]);
      }
    }
  }
  return (contestant, workload) => times.get(`${contestant} on ${workload}`) ?? [];
}

/** A Markdown table of all times, as nanoseconds and as ratios to what is written by hand. */
export function renderTimes(times: Times): string {
  const workloads = [...new Set(limits.map(({ workload }) => workload))];
  const rows = contestants.map(({ name }) => [
    name,
    ...workloads.map((workload) => {
      const runs = times(name, workload);
      if (runs.length === 0) return "missing";
      return `${showSpread(summarize(runs), "ns")}; ${showSpread(pair(runs, times("by hand", workload), ratio), "")}`;
    }),
  ]);
  return renderTable(["ns; ratio to by hand", ...workloads], rows);
}

/** The ratios that have a limit. */
export function compareTimes(times: Times): Figure[] {
  return limits.map(({ workload, against, limit }) => {
    const measured = pair(times("ours", workload), times(against, workload), ratio);
    return { what: `${workload}: ours against ${against}`, unit: "", limit, measured };
  });
}
