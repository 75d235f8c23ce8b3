import { median } from "./measure.ts";

/** What repeated runs gave. */
export interface Spread {
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
}

/** Sums repeated runs up. */
export function summarize(values: readonly number[]): Spread {
  return { median: median(values), lowest: Math.min(...values), highest: Math.max(...values) };
}

/** How a run compares with another one. */
export type Compare = (run: number, other: number) => number;

export const ratio: Compare = (run, other) => run / other;
export const difference: Compare = (run, other) => run - other;

/**
 * Sums up how runs compare with others. Those of one round are compared, which a slow minute of the machine hit alike;
 * a ratio of two medians may be one of different minutes.
 */
export function pair(runs: readonly number[], others: readonly number[], compare: Compare): Spread {
  if (runs.length !== others.length) throw new Error(`${runs.length} runs cannot be paired with ${others.length}`);
  return summarize(runs.map((run, i) => compare(run, others[i] as number)));
}

/** Digits after the point, by unit. */
const digits = { "": 2, ns: 0, ms: 1, s: 2, MB: 0, bytes: 0, "%": 1, count: 0 };

/** Something that has a limit. */
export interface Figure {
  readonly what: string;
  readonly unit: keyof typeof digits;
  readonly limit: number;
  /** Whether the limit is the least that there has to be, and not the most. */
  readonly isLeast?: true;
  /** Undefined where there was nothing to measure. */
  readonly measured: Spread | undefined;
}

const show = (value: number, unit: Figure["unit"]): string =>
  value.toLocaleString("en", { minimumFractionDigits: digits[unit], maximumFractionDigits: digits[unit] });

/** A median and its spread, which is left out where nothing varied. */
export function showSpread({ median: middle, lowest, highest }: Spread, unit: Figure["unit"]): string {
  return lowest === highest
    ? show(middle, unit)
    : `${show(middle, unit)} (${show(lowest, unit)} to ${show(highest, unit)})`;
}

const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

/** A Markdown table. */
export function renderTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [line(header), line(header.map((_, i) => (i === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}

/** Whether there was something to measure, and it keeps its limit. */
export function isMet({ measured, limit, isLeast }: Figure): boolean {
  return measured !== undefined && (isLeast ? measured.median >= limit : measured.median <= limit);
}

/** A Markdown table of figures beside their limits. */
export function renderFigures(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const { what, unit, limit, isLeast, measured } = figure;
    const head = unit === "" || unit === "count" ? what : `${what}, ${unit}`;
    const bound = `${isLeast ? "at least " : ""}${show(limit, unit)}`;
    if (measured === undefined) return [head, "missing", bound, ""];
    return [head, showSpread(measured, unit), bound, isMet(figure) ? "met" : "**missed**"];
  });
  return renderTable(["", "measured", "limit", ""], rows);
}
