import type { Position } from "../catalog/text.ts";

/** The text of one event, and where it begins in its file. */
export interface Entry extends Position {
  readonly text: string;
}

/** The place of an index of an entry's text in the file; both 1-based, columns in UTF-16 code units. */
export function placeOf({ text, line, column }: Entry, index: number): Position {
  const lines = text.slice(0, index).split(/\r\n?|\n/);
  const last = lines.at(-1)?.length ?? 0;
  return { line: line + lines.length - 1, column: lines.length === 1 ? column + last : last + 1 };
}
