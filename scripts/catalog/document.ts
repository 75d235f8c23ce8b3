import type { Diagnostic } from "../report/diagnostic.ts";
import { count } from "../report/count.ts";
import { quote } from "../report/quote.ts";
import { findNumbers } from "../json/find.ts";
import { fromPointer, toPointer } from "../json/json.ts";
import { type Position, positionAt } from "../json/lines.ts";
import { locate } from "../json/locate.ts";
import { readJson } from "../json/read.ts";
import { findRepeats } from "../json/repeats.ts";
import type { Document } from "../schema/document.ts";
import { findExcess, maxPath } from "./limits.ts";

const beginning: Position = { line: 1, column: 1 };

/** How many mistakes of one kind are reported of the text of one document; of the others the number is. */
const maxReported = 100;

/** A document of which nothing is known but its name, and its text where that could be decoded. */
export function unreadable(file: string, text = ""): Document {
  return { file, text, value: undefined, numbers: () => [], locate: () => beginning };
}

/**
 * Reads one document.
 * @param file its path relative to the schema folder
 * @param bytes its content
 * @returns the document, and what is wrong with its text; one that is larger than its limits has no value
 */
export function readDocument(file: string, bytes: Uint8Array): [Document, Diagnostic[]] {
  const read = readJson(bytes);
  const { text } = read;
  if ("problem" in read) {
    const { rule, at, message, fix } = read.problem;
    return [unreadable(file, text), [{ rule, severity: "error", file, ...at, message, fix }]];
  }
  const document: Document = {
    file,
    text,
    value: read.value,
    numbers: () => findNumbers(text),
    locate: (pointer) => locate(text, fromPointer(pointer)),
  };
  const excess = [...tellExcess(document)];
  const problems = [...tellRepeats(document), ...excess];
  return [excess.length === 0 ? document : unreadable(file, text), problems];
}

/** What is larger than its limits. */
function* tellExcess({ file, value, locate: find }: Document): Generator<Diagnostic> {
  let left = maxReported;
  for (const { keys, message, fix } of findExcess(value ?? null)) {
    if (left-- === 0) return;
    const pointer = toPointer(keys);
    yield { rule: "limits", severity: "error", file, pointer, ...find(pointer), message, fix };
  }
}

/** The names that repeat one of the same object. */
function* tellRepeats({ file, text }: Document): Generator<Diagnostic> {
  let seen = 0;
  let next: Position | undefined;
  for (const { start, end, keys } of findRepeats(text)) {
    if (++seen > maxReported) {
      next ??= positionAt(text, start);
      continue;
    }
    const pointer = toPointer(keys());
    yield {
      rule: "duplicate-key",
      severity: "error",
      file,
      ...(pointer.length > maxPath ? {} : { pointer }),
      ...positionAt(text, start),
      message: `has the member ${quote(JSON.parse(text.slice(start, end)) as string)} twice`,
      fix: "remove one of them",
    };
  }
  if (next === undefined) return;
  const message = `has ${count(seen - maxReported, "more member")} twice, from here on`;
  yield { rule: "duplicate-key", severity: "error", file, ...next, message, fix: "remove one of each" };
}
