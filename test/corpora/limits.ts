import { type Figure, summarize } from "../bench/figures.ts";

type Limit = Pick<Figure, "what" | "unit" | "limit" | "isLeast">;

/** What the figures have to keep. A megabyte has a million bytes. */
export const limits = {
  unfit: { what: "definitions that need more than the adapter and `lint --fix`", unit: "%", limit: 5 },
  lintCpu: { what: "`lint`, user+sys", unit: "s", limit: 20 },
  lintMemory: { what: "`lint`, memory", unit: "MB", limit: 1200 },
  generateCpu: { what: "`generate`, user+sys", unit: "s", limit: 90 },
  generateMemory: { what: "`generate`, memory", unit: "MB", limit: 1200 },
  typeErrors: { what: "errors of strict `tsc`", unit: "count", limit: 0 },
  different: { what: "verdicts that differ from Ajv's, or that there are not", unit: "count", limit: 0 },
  valid: { what: "payloads that both accept", unit: "count", limit: 200, isLeast: true },
  unknown: { what: "changes of which inclusion is neither proven nor refuted", unit: "%", limit: 5 },
  unpacked: { what: "the package unpacked", unit: "bytes", limit: 45_000_000 },
  event: { what: "one event of `pull_request`, bundled and minified", unit: "bytes", limit: 150_000 },
} as const satisfies Readonly<Record<string, Limit>>;

/** What was measured; a figure that is not there could not be. */
export type Measured = Partial<Record<keyof typeof limits, number>>;

/** Every figure beside its limit. */
export function toFigures(measured: Measured): Figure[] {
  return Object.entries(limits).map(([name, limit]) => {
    const value = measured[name as keyof typeof limits];
    return { ...limit, measured: value === undefined ? undefined : summarize([value]) };
  });
}
