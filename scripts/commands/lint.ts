import { hasErrors } from "../report/diagnostic.ts";
import { runPipeline } from "../pipeline.ts";
import type { Format } from "../report/renderers.ts";
import type { Context } from "./context.ts";
import { exitCodes, type Outcome } from "./outcome.ts";
import { render } from "./report.ts";

/**
 * Tells what is wrong with the schemas. Writes nothing.
 * @throws UnusableInput where the schema folder cannot be read or holds no event
 */
export async function lint(context: Context, format: Format): Promise<Outcome> {
  const result = await runPipeline(context, "lint");
  const code = hasErrors(result.diagnostics) ? exitCodes.findings : exitCodes.done;
  return { code, text: render(result, context, format) };
}
