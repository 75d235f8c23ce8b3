import { type Position, positionAt } from "../json/lines.ts";

/** The text of one event, and where it begins in its file. */
export interface Entry extends Position {
  readonly text: string;
}

/** The position of an index of an entry's text in the file; both 1-based, columns in UTF-16 code units. */
export function positionOf({ text, ...first }: Entry, index: number): Position {
  const { line, column } = positionAt(text, index);
  return { line: first.line + line - 1, column: line === 1 ? first.column + column - 1 : column };
}
