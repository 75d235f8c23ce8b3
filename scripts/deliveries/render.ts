import type { Paint } from "../report/paint.ts";
import { visible, visibleJson } from "../report/visible.ts";
import type { ProbeFormat } from "./formats.ts";
import { renderJunit } from "./junit.ts";
import type { ProbeResult } from "./verdict.ts";

/** What a report of probes says. */
export interface ProbeReport {
  /** The URL. */
  readonly shown: string;
  /** Type of the event that was sent in all ways. */
  readonly type: string;
  readonly results: readonly ProbeResult[];
  readonly isInterrupted: boolean;
  readonly seconds: number;
}

/** How many results there are of each verdict. */
export function countVerdicts(results: readonly ProbeResult[]): Readonly<Record<ProbeResult["verdict"], number>> {
  const counts = { pass: 0, fail: 0, skip: 0 };
  for (const { verdict } of results) counts[verdict]++;
  return counts;
}

const wanted: Readonly<Record<ProbeResult["expects"], string>> = {
  "2xx": "2xx",
  "4xx": "4xx",
  either: "2xx or 4xx",
};

/** The lines of a result: what was answered, and of one that failed what was expected. */
function lines({ id, purpose, expects, verdict, answered, fix }: ProbeResult, width: number, paint: Paint): string[] {
  const head = verdict === "fail" ? paint("error", "FAIL") : verdict;
  const line = `${head}  ${visible(id).padEnd(width)}  ${visible(answered)}`;
  if (verdict !== "fail") return [line];
  const explained = [`sent: ${purpose}`, `expected: ${wanted[expects]}`, `fix: ${fix ?? ""}`];
  return [line, ...explained.map((text) => `      ${visible(text)}`)];
}

function renderText({ shown, type, results, isInterrupted, seconds }: ProbeReport, paint: Paint): string {
  const { pass, fail, skip } = countVerdicts(results);
  const width = Math.max(0, ...results.map(({ id }) => visible(id).length));
  const skipped = skip === 0 ? "" : `, ${skip} skipped`;
  return [
    `${visible(shown)}, with ${visible(type)}`,
    "",
    ...results.flatMap((result) => lines(result, width, paint)),
    "",
    `${isInterrupted ? "interrupted; so far " : ""}${pass} passed, ${fail} failed${skipped} in ${seconds.toFixed(2)} s`,
  ].join("\n");
}

function renderJson({ shown, type, results, isInterrupted, seconds }: ProbeReport): string {
  const { pass, fail, skip } = countVerdicts(results);
  return visibleJson({
    url: shown,
    type,
    passed: pass,
    failed: fail,
    skipped: skip,
    interrupted: isInterrupted,
    seconds,
    probes: results,
  });
}

/** Makes a report for each reader. */
export const probeRenderers: Readonly<Record<ProbeFormat, (report: ProbeReport, paint: Paint) => string>> = {
  text: renderText,
  json: renderJson,
  junit: renderJunit,
};
