import type { Result } from "../pipeline.ts";
import { type Format, renderers } from "../report/renderers.ts";
import { rules } from "../rules/rules.ts";
import type { Context } from "./context.ts";

/**
 * Renders what is wrong with a schema folder, in the words of a format.
 * @param isAll whether every diagnostic is shown, also where there are many of one rule
 */
export function render(
  { catalog, diagnostics }: Result,
  { base, color, project }: Context,
  format: Format,
  isAll = false,
): string {
  const texts = new Map([...catalog.documents.values()].map(({ file, text }) => [file, text]));
  return renderers[format]({ diagnostics, texts, base, color, isAll, rules, version: project.version });
}

/** What commands with another answer of their own say about the schemas: nothing, where nothing is wrong. */
export function complaints(result: Result, context: Context): string {
  return result.diagnostics.length === 0 ? "" : render(result, context, "text");
}
