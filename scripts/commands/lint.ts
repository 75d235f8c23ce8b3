import type { Context } from "../build.ts";
import { hasErrors, lint as lintSchemas } from "../lint.ts";
import type { Format } from "../report/report.ts";
import { exitCodes, type Outcome } from "./outcome.ts";
import { render } from "./report.ts";

/**
 * Tells what is wrong with the schemas. Writes nothing.
 * @throws UnusableInput where the schema folder cannot be read or holds no event
 */
export async function lint(context: Context, format: Format): Promise<Outcome> {
  const linted = await lintSchemas(context.schemas, context.project);
  const code = hasErrors(linted.diagnostics) ? exitCodes.findings : exitCodes.done;
  return { code, text: render(linted, context, format) };
}
