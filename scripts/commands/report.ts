import type { Context } from "../build.ts";
import type { Linted } from "../lint.ts";
import { type Format, renderers } from "../report/report.ts";
import { rules } from "../rules/rules.ts";

/** Renders what is wrong with a schema folder, in the words of a format. */
export function render({ catalog, diagnostics }: Linted, { base, color, project }: Context, format: Format): string {
  const texts = new Map([...catalog.documents.values()].map(({ file, text }) => [file, text]));
  return renderers[format]({ diagnostics, texts, base, color, rules, version: project.version });
}

/** What commands with another answer of their own say about the schemas: nothing, where nothing is wrong. */
export function complaints(linted: Linted, context: Context): string {
  return linted.diagnostics.length === 0 ? "" : render(linted, context, "text");
}
