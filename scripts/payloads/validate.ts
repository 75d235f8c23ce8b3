import { isUtf8 } from "node:buffer";
import { findElements } from "../json/find.ts";
import { countLineEnds, createPositions } from "../json/lines.ts";
import { readJson } from "../json/read.ts";
import { isSpace } from "../json/scalars.ts";
import { isJson } from "../json/scan.ts";
import { findRepeats } from "../json/repeats.ts";
import type { Entry } from "./entry.ts";
import { type Finding, maxRepeats, tellFailure, tellRepeats, type Telling } from "./finding.ts";
import { type Lines, maxLineBytes } from "./lines.ts";
import { isFreeOfRepeats, isTextTooDeep, isTooDeep } from "./repeats.ts";
import { hasTooManyValues, maxValues } from "./values.ts";

/** How many events there were of each kind. */
export interface Tally {
  valid: number;
  invalid: number;
  unknownType: number;
  unreadable: number;
}

/** The sinks for verdicts and findings, and the signal that ends the work. */
export interface Verdicts {
  readonly tally: Tally;
  /** Takes a finding, which is made only where it is reported: a file can be nothing but mistakes. */
  readonly report: (severity: Finding["severity"], make: () => Finding) => void;
  readonly signal: AbortSignal;
}

/** Validates entire lines, each of which is an event; those that hold nothing but white space are none. */
export function validateLines({ bytes, line: first, tooLong }: Lines, telling: Telling, verdicts: Verdicts): void {
  if (tooLong) {
    const message = `has more than ${maxLineBytes} bytes on one line`;
    return tellUnreadable(telling, verdicts, () => ({ rule: "line-length", line: first, message }));
  }
  if (!isUtf8(bytes)) return validateBytes(bytes, first, telling, verdicts);
  const text = bytes.toString("utf8");
  let line = first;
  const hasReturns = text.includes("\r");
  for (let start = 0; start < text.length && !verdicts.signal.aborted;) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    validateText(text.slice(start, text.endsWith("\r", end) ? end - 1 : end), line, telling, verdicts);
    // An event ends with LF; where it holds a lone CR, it has two lines for an editor.
    line += hasReturns ? countLineEnds(text, start, end + 1) : 1;
    start = end + 1;
  }
}

/** So many lines that are no JSON are no accident. */
const manyUnreadable = 1000;

/** Whether a text is nothing but white space. */
function isBlank(text: string): boolean {
  let at = 0;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at === text.length;
}

/** Validates lines one by one, for some are not UTF-8. */
function validateBytes(bytes: Buffer, first: number, telling: Telling, verdicts: Verdicts): void {
  let line = first;
  for (let start = 0; start < bytes.length && !verdicts.signal.aborted;) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline < 0 ? bytes.length : newline;
    const part = bytes.subarray(start, bytes[end - 1] === 0x0d ? end - 1 : end);
    if (isUtf8(part)) validateText(part.toString("utf8"), line, telling, verdicts);
    else tellProblem(part, line, telling, verdicts);
    line += countLineEnds(bytes.toString("latin1", start, end + 1), 0, end + 1 - start);
    start = end + 1;
  }
}

/** Validates the text of one line. */
function validateText(text: string, line: number, telling: Telling, verdicts: Verdicts): void {
  if (isBlank(text)) return;
  // An error of JSON.parse takes long: where there are many, the scanner looks first.
  if (verdicts.tally.unreadable > manyUnreadable && !isJson(text))
    return tellProblem(Buffer.from(text), line, telling, verdicts);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return tellProblem(Buffer.from(text), line, telling, verdicts);
  }
  const isFree = isFreeOfRepeats(text, value);
  if (isFree && telling.checker.is(value)) verdicts.tally.valid++;
  else if (isFree ? isTooDeep(value) : isTextTooDeep(text)) tellProblem(Buffer.from(text), line, telling, verdicts);
  else validateEntry({ text, line, column: 1 }, value, telling, verdicts);
}

/**
 * Validates a document: one event, or an array of events.
 * @param drained waits for a slow reader of the findings
 */
export async function validateDocument(
  bytes: Buffer,
  telling: Telling,
  verdicts: Verdicts,
  drained: () => Promise<void> | undefined,
): Promise<void> {
  if (hasTooManyValues(bytes)) {
    const message = `has more than ${maxValues} values in one JSON document; write an event on each line`;
    return tellUnreadable(telling, verdicts, () => ({ rule: "document-size", line: 1, message }));
  }
  const { is } = telling.checker;
  const [text, value] = parse(bytes);
  const events = Array.isArray(value) ? value : [value];
  const isFree = isFreeOfRepeats(text, value);
  if (isFree && events.every((event) => is(event))) {
    verdicts.tally.valid += events.length;
    return;
  }
  if (value === undefined || (isFree ? isTooDeep(value) : isTextTooDeep(text)))
    return tellProblem(bytes, 1, telling, verdicts);
  if (!Array.isArray(value)) return validateEntry({ text, line: 1, column: 1 }, value, telling, verdicts);
  const positionOf = createPositions(text);
  let i = 0;
  for (const { start, end } of findElements(text)) {
    if (verdicts.signal.aborted) return;
    const event: unknown = value[i++];
    if (isFree && is(event)) verdicts.tally.valid++;
    else {
      validateEntry({ text: text.slice(start, end), ...positionOf(start) }, event, telling, verdicts);
      const waiting = drained();
      if (waiting !== undefined) await waiting;
    }
  }
}

/** The text of bytes and its value; undefined where they are not JSON text. */
function parse(bytes: Buffer): [text: string, value: unknown] {
  const text = bytes.toString("utf8");
  try {
    return [text, isUtf8(bytes) ? JSON.parse(text) : undefined];
  } catch {
    return [text, undefined];
  }
}

/** Validates one event, and reports all that is wrong with it. */
function validateEntry(entry: Entry, value: unknown, telling: Telling, { tally, report }: Verdicts): void {
  const result = telling.checker.validate(value);
  if (result.valid) tally.valid++;
  else {
    const isUnknown = result.reason === "unknown-type";
    tally[isUnknown ? "unknownType" : "invalid"]++;
    report(isUnknown ? telling.unknown : "error", () => tellFailure(entry, result, telling, value));
  }
  const repeats = isFreeOfRepeats(entry.text, value) ? [] : firstOf(findRepeats(entry.text), maxRepeats + 2);
  if (repeats.length > 0) report("warning", () => tellRepeats(entry, repeats, telling));
}

function firstOf<T>(all: Iterable<T>, count: number): T[] {
  const first: T[] = [];
  for (const one of all) if (first.push(one) === count) break;
  return first;
}

/** Tells why bytes are not JSON text. */
function tellProblem(bytes: Buffer, first: number, telling: Telling, verdicts: Verdicts): void {
  tellUnreadable(telling, verdicts, () => {
    const read = readJson(bytes);
    if (!("problem" in read)) throw new Error("JSON.parse and readJson disagree.");
    const { rule, at, message } = read.problem;
    return { rule, line: first + at.line - 1, column: at.column, message };
  });
}

/** Reports something that is not an event, at the beginning of a line where no column is given. */
export function tellUnreadable(
  { file }: Telling,
  { tally, report }: Verdicts,
  describe: () => Pick<Finding, "rule" | "line" | "message"> & { readonly column?: number },
): void {
  tally.unreadable++;
  report("error", () => ({ severity: "error", file, column: 1, ...describe() }));
}
