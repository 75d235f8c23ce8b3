import { cap, moreOf } from "./cap.ts";
import { count } from "./count.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { codeFrame } from "./frame.ts";
import { type Paint, painter } from "./paint.ts";
import { pathOf } from "./path.ts";
import type { Report } from "./report.ts";
import { visible } from "./visible.ts";

/** How many diagnostics there are of each severity. */
export function tally(diagnostics: readonly Diagnostic[]): { readonly errors: number; readonly warnings: number } {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  return { errors, warnings: diagnostics.length - errors };
}

/**
 * Renders one diagnostic for a person.
 * @param frame lines of the text around it; none where its location is not known
 * @param base path of its folder from where the reader stands; "" for none
 */
export function renderDiagnostic(diagnostic: Diagnostic, frame: readonly string[], base: string, paint: Paint): string {
  const { rule, severity, file, line, column, message, fix } = diagnostic;
  const location = [visible(pathOf(base, file)), line, column].filter((part) => part !== undefined).join(":");
  return [
    `${location} ${paint(severity, `${severity}:`)} ${visible(message)} [${visible(rule)}]`,
    ...frame,
    ...(fix === undefined ? [] : [`fix: ${visible(fix)}`]),
  ].join("\n");
}

/** Renders a report for a person: a block for each diagnostic, with the text around it, and a summary. */
export function renderText({ diagnostics, texts, base, color, isAll }: Report): string {
  const paint = painter(color);
  const { shown, more } = cap(diagnostics, isAll);
  const blocks = shown.map((diagnostic) => {
    const { file, line, column, severity } = diagnostic;
    const text = texts.get(file);
    const isLocated = text !== undefined && line !== undefined && column !== undefined;
    return renderDiagnostic(
      diagnostic,
      isLocated ? codeFrame(text, { line, column }, paint, severity) : [],
      base,
      paint,
    );
  });
  const { errors, warnings } = tally(diagnostics);
  const left = [...more].map(([rule, number]) => moreOf(rule, number));
  return [...blocks, ...left, `${count(errors, "error")}, ${count(warnings, "warning")}`].join("\n\n");
}
