import type { Result } from "./judge.ts";
import { type Format, formats, type Runtime, sources } from "./table.ts";

/** What came of a runtime, by format; nothing where it is missing. */
export interface Row {
  readonly runtime: Runtime;
  readonly results?: ReadonlyMap<Format, Result>;
}

const header = ["runtime", "version", ...formats, "checks"];

/** Every failure of a row, with what it belongs to. */
export function* findFailures({ runtime, results = new Map() }: Row): Generator<string> {
  for (const [format, { failures }] of results)
    for (const failure of failures) yield `${runtime.name}, ${format}: ${failure}`;
}

/** Renders the table, and under it every failure and every missing runtime. */
export function renderPage(rows: readonly Row[]): string {
  const missing = rows.filter(({ results }) => results === undefined);
  return [
    ...align([header, ...rows.map(cells)]),
    ...rows.flatMap((row) => [...findFailures(row)]).map((failure) => `failed: ${failure}`),
    ...missing.map(
      ({ runtime: { name, source } }) => `missing: ${name}: ${sources[source].reason}; ${sources[source].remedy}`,
    ),
  ].join("\n");
}

function cells({ runtime: { name }, results }: Row): string[] {
  if (results === undefined) return [name, "missing", ...formats.map(() => "-"), "-"];
  const all = [...results.values()];
  const sum = (key: "passed" | "of"): number => all.reduce((total, result) => total + result[key], 0);
  const outcomes = formats.map((format) => {
    const result = results.get(format);
    if (result === undefined) return "-";
    return result.failures.length === 0 ? "ok" : "failed";
  });
  const versions = new Set(all.flatMap(({ version }) => version ?? []));
  return [name, [...versions].join(", ") || "unknown", ...outcomes, `${sum("passed")} of ${sum("of")}`];
}

function align(lines: readonly (readonly string[])[]): string[] {
  const widths = header.map((_, i) => Math.max(...lines.map((line) => (line[i] as string).length)));
  return lines.map((line) =>
    line
      .map((cell, i) => cell.padEnd(widths[i] as number))
      .join("  ")
      .trimEnd(),
  );
}
