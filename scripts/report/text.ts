import { count } from "../commands/outcome.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { codeFrame } from "./frame.ts";
import { painter } from "./paint.ts";
import { pathOf } from "./place.ts";
import type { Report } from "./report.ts";
import { visible } from "./visible.ts";

/** How many diagnostics there are of each severity. */
export function tally(diagnostics: readonly Diagnostic[]): { readonly errors: number; readonly warnings: number } {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  return { errors, warnings: diagnostics.length - errors };
}

/** Renders a report for a person: a block for each diagnostic, with its place in the text, and a summary. */
export function renderText({ diagnostics, texts, base, color }: Report): string {
  const paint = painter(color);
  const blocks = diagnostics.map(({ rule, severity, file, line, column, message, fix }) => {
    const place = [visible(pathOf(base, file)), line, column].filter((part) => part !== undefined).join(":");
    const text = texts.get(file);
    return [
      `${place} ${paint(severity, `${severity}:`)} ${visible(message)} [${visible(rule)}]`,
      ...(text === undefined || line === undefined || column === undefined
        ? []
        : codeFrame(text, { line, column }, paint, severity)),
      ...(fix === undefined ? [] : [`fix: ${visible(fix)}`]),
    ].join("\n");
  });
  const { errors, warnings } = tally(diagnostics);
  return [...blocks, `${count(errors, "error")}, ${count(warnings, "warning")}`].join("\n\n");
}
