import type { Listener } from "../output/compare.ts";
import { runPipeline } from "../pipeline.ts";
import { count } from "../report/count.ts";
import { visible } from "../report/visible.ts";
import type { Context } from "./context.ts";
import { diffLines } from "./diff.ts";
import { exitCodes, type Outcome } from "./outcome.ts";
import { complaints } from "./report.ts";

/** Lines of a diff that are shown for each stale file. */
const maxDiffLines = 40;

/**
 * Tells whether the output folder is what the schemas give. Writes nothing.
 * @throws UnusableInput where input or output cannot be read
 */
export async function check(context: Context): Promise<Outcome> {
  const diffs = new Map<string, string>();
  const onDifference: Listener = ({ path, text }, before) => {
    if (before !== undefined) diffs.set(path, diffText(path, before, text));
  };
  const result = await runPipeline({ ...context, onDifference }, "compare");
  const { catalog, steps } = result;
  const errors = complaints(result, context);
  if (steps === undefined) return { code: exitCodes.findings, text: "Not compared: the schemas have errors.", errors };

  const { missing, stale, remove, changed, extra, refused, obstacles } = steps;
  const drift = [
    ...stale.map((path) => diffs.get(path) as string),
    ...missing.map((path) => `missing: ${visible(path)}`),
    ...remove.map((path) => `extra: ${visible(path)} (no schema gives it any more)`),
    ...extra.map((path) => `extra: ${visible(path)} (not written by this tool; remove it yourself)`),
    ...changed.map(
      (path) => `extra: ${visible(path)} (no schema gives it any more, and somebody changed it; remove it yourself)`,
    ),
    ...refused.map((path) => `extra: inventory entry ${visible(JSON.stringify(path))} (leaves the folder)`),
    ...obstacles.map((path) => `in the way: ${visible(path)}`),
  ];
  if (drift.length === 0) {
    return { code: exitCodes.done, text: `${count(catalog.events.length, "event")}: the output is current`, errors };
  }
  const summary = `${stale.length} stale, ${missing.length} missing, ${remove.length + changed.length + extra.length + refused.length} extra`;
  return {
    code: exitCodes.findings,
    text: [...drift, `${summary}; fix with: ${visible(context.fix)}`].join("\n"),
    errors,
  };
}

function diffText(path: string, from: string, to: string): string {
  const lines = diffLines([`on disk/${path}`, from], [`from schemas/${path}`, to]);
  const more = lines.length - maxDiffLines;
  return [
    `stale: ${visible(path)}`,
    ...lines.slice(0, maxDiffLines),
    ...(more > 0 ? [`… ${count(more, "more line")}`] : []),
  ].join("\n");
}
