import { isName } from "./names.ts";
import { createScanner, type Kind } from "./scan.ts";

/** A part of a text, by the indexes at which it begins and ends. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The range of a value in its text. */
export interface Found extends Range {
  /** The range is that of a scalar, or of the bracket that opens an object or an array. */
  readonly kind: Exclude<Kind, "name" | "close">;
  /** Whether it is the value that was asked for, not one around it. */
  readonly isExact: boolean;
}

/**
 * Finds a value in a text, or the nearest value around it, in one walk that keeps nothing: payloads can be large.
 * @param text that `JSON.parse` accepts
 * @param keys that lead to it from the root
 * @returns of several members of one name that of the last, which `JSON.parse` keeps
 */
export function findValue(text: string, keys: readonly (string | number)[]): Found {
  const scanner = createScanner(text);
  let found: Found = { kind: "scalar", start: 0, end: 0, isExact: false };
  /** How many of the keys lead to the innermost object or array that is open and on the way. */
  let reach = 0;
  while (scanner.next()) {
    const { kind, depth, isMember, nameStart, nameEnd, start, end } = scanner;
    if (kind === "name") continue;
    if (kind === "close") {
      if (depth > 0 && reach === depth) reach = depth - 1;
      continue;
    }
    if (depth > 0) {
      const key = keys[depth - 1];
      if (key === undefined || reach !== depth - 1) continue;
      if (isMember ? !isName(text, nameStart, nameEnd, String(key)) : Number(key) !== scanner.index) continue;
    }
    found = { kind, start, end, isExact: depth === keys.length };
    if (kind === "open") reach = depth;
  }
  return found;
}

/** Finds where each element of the array that a text is begins and ends, one after the other. */
export function* findElements(text: string): Generator<Range> {
  const scanner = createScanner(text);
  let start = 0;
  while (scanner.next()) {
    if (scanner.depth !== 1) continue;
    if (scanner.kind === "open") start = scanner.start;
    else yield { start: scanner.kind === "close" ? start : scanner.start, end: scanner.end };
  }
}

/** A number as it is written, and the keys that lead to it. */
export interface WrittenNumber {
  readonly text: string;
  readonly keys: readonly string[];
}

/** Only what has many digits, a fraction or an exponent can be another number as a double: most texts have none. */
const notable = /\d{16}|\d[.eE]/;

/** Finds the numbers of a text that can be inexact as doubles. */
export function* findNumbers(text: string): Generator<WrittenNumber> {
  if (!notable.test(text)) return;
  const scanner = createScanner(text);
  while (scanner.next()) {
    if (scanner.kind !== "scalar" || !/[-\d]/.test(text.charAt(scanner.start))) continue;
    const written = text.slice(scanner.start, scanner.end);
    if (notable.test(written)) yield { text: written, keys: scanner.keys().map(String) };
  }
}
