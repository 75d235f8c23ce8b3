import type { Diagnostic } from "../diagnostic.ts";
import { findNumbers, type WrittenNumber } from "../json/find.ts";
import { fromPointer, type Json, toPointer } from "../json/json.ts";
import { type Position, positionAt } from "../json/lines.ts";
import { locate } from "../json/locate.ts";
import { readJson } from "../json/read.ts";
import { findRepeats } from "../json/repeats.ts";

/** One schema file: its value, and where each part of it stands in the text. */
export interface Document {
  /** Path relative to the schema folder, with forward slashes. */
  readonly file: string;
  readonly text: string;
  /** Undefined where the text is not JSON: a diagnostic tells of it, and nobody else needs to. */
  readonly value: Json | undefined;
  /** The numbers of the document that can be inexact as doubles, as they are written. */
  numbers(): Iterable<WrittenNumber>;
  /** The place of the value at a JSON Pointer, or of the nearest value around it; 1-based, in UTF-16 code units. */
  locate(pointer: string): Position;
}

const beginning: Position = { line: 1, column: 1 };

/** A document of which nothing is known but its name, and its text where that could be decoded. */
export function unreadable(file: string, text = ""): Document {
  return { file, text, value: undefined, numbers: () => [], locate: () => beginning };
}

/**
 * Reads one document.
 * @param file its path relative to the schema folder
 * @param bytes its content
 * @returns the document, and what is wrong with its text
 */
export function readDocument(file: string, bytes: Uint8Array): [Document, Diagnostic[]] {
  const read = readJson(bytes);
  const { text } = read;
  if ("problem" in read) {
    const { rule, at, message, fix } = read.problem;
    return [unreadable(file, text), [{ rule, severity: "error", file, ...at, message, fix }]];
  }
  const repeated = Array.from(findRepeats(text), ({ start, end, keys }): Diagnostic => {
    const message = `has the member ${text.slice(start, end)} twice`;
    return { rule: "duplicate-key", severity: "error", file, pointer: toPointer(keys()), ...positionAt(text, start), message, fix: "remove one of them" };
  });
  return [{ file, text, value: read.value, numbers: () => findNumbers(text), locate: (pointer) => locate(text, fromPointer(pointer)) }, repeated];
}
