import { isUtf8 } from "node:buffer";
import { countLineEnds } from "../json/lines.ts";
import { isSpace } from "../json/scalars.ts";
import { isJson } from "../json/scan.ts";
import { tellProblem, tellUnreadable, validateEntry } from "./validateEntry.ts";
import type { Telling } from "./finding.ts";
import { type Lines, maxLineBytes } from "./lines.ts";
import { isFreeOfRepeats, isTextTooDeep, isTooDeep } from "./repeats.ts";
import type { Verdicts } from "./verdicts.ts";

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
