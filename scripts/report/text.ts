import { count } from "../commands/outcome.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { codeFrame } from "./frame.ts";
import { type Paint, painter } from "./paint.ts";
import { pathOf } from "./place.ts";
import type { Report } from "./report.ts";
import { visible } from "./visible.ts";

/** How many diagnostics there are of each severity. */
export function tally(diagnostics: readonly Diagnostic[]): { readonly errors: number; readonly warnings: number } {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  return { errors, warnings: diagnostics.length - errors };
}

/**
 * Renders one diagnostic for a person.
 * @param frame lines that show its place in the text; none where that is not known
 * @param base path of its folder from where the reader stands; "" for none
 */
export function renderDiagnostic(diagnostic: Diagnostic, frame: readonly string[], base: string, paint: Paint): string {
  const { rule, severity, file, line, column, message, fix } = diagnostic;
  const place = [visible(pathOf(base, file)), line, column].filter((part) => part !== undefined).join(":");
  return [
    `${place} ${paint(severity, `${severity}:`)} ${visible(message)} [${visible(rule)}]`,
    ...frame,
    ...(fix === undefined ? [] : [`fix: ${visible(fix)}`]),
  ].join("\n");
}

/** Renders a report for a person: a block for each diagnostic, with its place in the text, and a summary. */
export function renderText({ diagnostics, texts, base, color }: Report): string {
  const paint = painter(color);
  const blocks = diagnostics.map((diagnostic) => {
    const { file, line, column, severity } = diagnostic;
    const text = texts.get(file);
    const isPlaced = text !== undefined && line !== undefined && column !== undefined;
    return renderDiagnostic(diagnostic, isPlaced ? codeFrame(text, { line, column }, paint, severity) : [], base, paint);
  });
  const { errors, warnings } = tally(diagnostics);
  return [...blocks, `${count(errors, "error")}, ${count(warnings, "warning")}`].join("\n\n");
}
