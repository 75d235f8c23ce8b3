import { lineAt, type Position } from "../json/lines.ts";
import type { Paint, Style } from "./paint.ts";
import { blank, visibleLines } from "./visible.ts";

/** Code units of a line that are shown; generated schemas stand on one line of many thousands. */
const maxWidth = 100;

/**
 * Shows a position in a text: its line, the line before, and a caret below the column.
 * @param style how to paint the caret
 * @param first number of the text's first line in its file
 * @returns lines; none where the text has no such line
 */
export function codeFrame(text: string, { line, column }: Position, paint: Paint, style: Style, first = 1): string[] {
  const current = lineAt(text, line - first + 1);
  if (current === undefined) return [];
  const at = boundary(current, Math.min(column - 1, current.length));
  const from = Math.max(0, Math.min(at - maxWidth / 2, current.length - maxWidth));

  const digits = String(line).length;
  const row = (label: string, shown: string): string => {
    const gutter = paint("dim", `${label.padStart(digits)} |`);
    return shown === "" ? gutter : `${gutter} ${shown}`;
  };
  const before = lineAt(text, line - first);
  return [
    ...(before === undefined ? [] : [row(String(line - 1), cut(before, from))]),
    row(String(line), cut(current, from)),
    row("", blank(cut(current.slice(0, at), from)) + paint(style, "^")),
  ];
}

/** The part of a line that begins at an index; all lines of a frame are cut at the same, to stay aligned. */
function cut(line: string, from: number): string {
  if (line === "") return "";
  const [start, end] = [boundary(line, from), boundary(line, from + maxWidth)];
  const shown = visibleLines(line.slice(start, end));
  return `${start > 0 ? "…" : ""}${shown}${end < line.length ? "…" : ""}`;
}

/** The index, or the one before where it would part a surrogate pair. */
function boundary(text: string, index: number): number {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(Math.max(0, index - 1), index + 1)) ? index - 1 : index;
}
