import { runPipeline } from "../pipeline.ts";
import { count } from "../report/count.ts";
import { visible } from "../report/visible.ts";
import type { Context } from "./context.ts";
import { exitCodes, type Outcome } from "./outcome.ts";
import { complaints } from "./report.ts";

/**
 * Writes the package that the schemas give.
 * @throws UnusableInput where input or output cannot be used; nothing is changed then
 */
export async function generate(context: Context): Promise<Outcome> {
  const start = context.now();
  const result = await runPipeline(context, "write");
  const { catalog, steps } = result;
  const errors = complaints(result, context);
  if (steps === undefined) return { code: exitCodes.findings, text: "Nothing was written.", errors };

  const seconds = ((context.now() - start) / 1000).toFixed(2);
  const { write: written, unchanged, remove, changed, refused } = steps;
  return {
    code: exitCodes.done,
    text: [
      ...catalog.events.map(({ type, name }) => visible(`${type}  ${name}`)),
      ...changed.map((path) => `not removed, for somebody changed it: ${visible(path)}`),
      ...refused.map((entry) => `not removed, for it cannot be ours: ${visible(JSON.stringify(entry))}`),
      `${count(catalog.events.length, "event")}: ${count(written.length, "file")} written, ` +
        `${unchanged.length} unchanged, ${remove.length} removed in ${seconds} s`,
    ].join("\n"),
    errors,
  };
}
