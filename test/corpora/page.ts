import { renderTable } from "../bench/figures.ts";
import type { Ended } from "../bench/measure.ts";
import type { Broken } from "./findings.ts";
import type { Compared, Verdict } from "./verdicts.ts";

/** What was counted, a row each. */
export function renderCounts(counts: ReadonlyMap<string, number>): string {
  return renderTable(
    ["", "count"],
    [...counts].map(([what, number]) => [what, String(number)]),
  );
}

/** How a process ended, and what it took. */
export function renderEnded(name: string, { code, run }: Pick<Ended, "code" | "run">): string {
  const took =
    run === undefined
      ? "did not say what it took"
      : `${run.cpu.toFixed(1)} s of CPU, ${run.wall.toFixed(1)} s on the clock, ${run.memory.toFixed(0)} MB`;
  return `\`${name}\` ended with ${code}: ${took}`;
}

/** So many lines are shown at each end of what a process said. */
const shown = 10;

/** Both ends of what a process said: a catalogue like this one has thousands of warnings. */
export function renderEnds(text: string): string {
  const lines = text.trim().split("\n");
  if (lines.length <= 2 * shown) return lines.join("\n");
  return [...lines.slice(0, shown), "...", ...lines.slice(-shown)].join("\n");
}

/** The rules that are broken, and under the table where first. */
export function renderBroken(rules: readonly Broken[]): string {
  const rows = rules.map(({ rule, severity, count, files }) => [rule, severity, String(count), String(files)]);
  const examples = rules.flatMap(({ rule, first }) => first.map((location) => `${rule}: ${location}`));
  return [renderTable(["rule", "severity", "findings", "files"], rows), "", ...examples].join("\n");
}

/** A payload on which two validators differ: where and why, and nothing of what is in it. */
function renderVerdict({ leaf, original, issues }: Verdict): string {
  const why = issues.map(({ pointer, message }) => `${pointer} ${message}`).join("; ");
  return `${leaf}: Ajv ${original ? "accepts" : "refuses"} it, ours ${why === "" ? "accepts it" : `says ${why}`}`;
}

/** How verdicts compare, and under the table each that differs. */
export function renderCompared({ valid, invalid, narrowed, different }: Compared, missing: number): string {
  const counts = new Map([
    ["both accept", valid],
    ["both refuse", invalid],
    ["ours refuses by a narrowing on the page of formats", narrowed.length],
    ["differ", different.length],
    ["no verdict of ours, for the event was left out", missing],
  ]);
  return [renderCounts(counts), "", ...[...different, ...narrowed].map(renderVerdict)].join("\n");
}
