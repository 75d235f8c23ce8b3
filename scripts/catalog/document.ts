import type { Diagnostic } from "../report/diagnostic.ts";
import { findNumbers } from "../json/find.ts";
import { fromPointer, toPointer } from "../json/json.ts";
import { type Position, positionAt } from "../json/lines.ts";
import { locate } from "../json/locate.ts";
import { readJson } from "../json/read.ts";
import { findRepeats } from "../json/repeats.ts";
import type { Document } from "../schema/document.ts";

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
    return {
      rule: "duplicate-key",
      severity: "error",
      file,
      pointer: toPointer(keys()),
      ...positionAt(text, start),
      message,
      fix: "remove one of them",
    };
  });
  return [
    {
      file,
      text,
      value: read.value,
      numbers: () => findNumbers(text),
      locate: (pointer) => locate(text, fromPointer(pointer)),
    },
    repeated,
  ];
}
