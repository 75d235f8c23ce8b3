import type { Range } from "./find.ts";
import { createScanner } from "./scan.ts";

/** A name that its object has already. */
export interface Repeat extends Range {
  /** The keys that lead to the member from the root; to be asked for before the next repeat. */
  readonly keys: () => (string | number)[];
}

/**
 * Finds the names that repeat one of the same object, in their order.
 * @param text that `JSON.parse` accepts
 */
export function* findRepeats(text: string): Generator<Repeat> {
  const starts = findStarts(text);
  const scanner = createScanner(text);
  for (let i = 0; i < starts.length && scanner.next();) {
    if (scanner.kind !== "name" || scanner.start !== starts[i]) continue;
    yield { start: scanner.start, end: scanner.end, keys: scanner.keys };
    i++;
  }
}

/**
 * Where the names begin that repeat one of the same object, ascending. The names of each object are sorted where they
 * stand: no text is made of them, and no choice of names makes that slow, as it would a table of hashes.
 */
function findStarts(text: string): number[] {
  const scanner = createScanner(text);
  /** The names of each object that is open. */
  const open: number[][] = [];
  const found: number[] = [];
  const compare = (a: number, b: number): number => compareNames(text, a, b);
  while (scanner.next()) {
    const { kind, depth } = scanner;
    if (kind === "open") open[depth] = [];
    else if (kind === "name") open[depth - 1]?.push(scanner.start);
    else if (kind === "close") {
      const sorted = (open[depth] as number[]).toSorted(compare);
      for (let i = 1; i < sorted.length; i++) {
        // The sort is stable: of equal names the first comes first.
        if (compare(sorted[i - 1] as number, sorted[i] as number) === 0) found.push(sorted[i] as number);
      }
    }
  }
  return found.toSorted((a, b) => a - b);
}

const [quote, backslash] = [0x22, 0x5c];

/** Orders two names of a text by their code units; both begin at a quote. */
function compareNames(text: string, a: number, b: number): number {
  for (let [i, j] = [a + 1, b + 1]; ; i += lengthAt(text, i), j += lengthAt(text, j)) {
    const [left, right] = [text.charCodeAt(i), text.charCodeAt(j)];
    if (left === quote || right === quote) return Number(left !== quote) - Number(right !== quote);
    const difference = unitAt(text, i) - unitAt(text, j);
    if (difference !== 0) return difference;
  }
}

/** How many code units stand for one at an index of a string: more where it is written as an escape. */
function lengthAt(text: string, at: number): number {
  return text.charCodeAt(at) !== backslash ? 1 : text.charAt(at + 1) === "u" ? 6 : 2;
}

/** What the letters behind a backslash stand for; the others stand for themselves. */
const escapes: Readonly<Record<string, number>> = { b: 8, f: 12, n: 10, r: 13, t: 9 };

/** The code unit that stands at an index of a string. */
function unitAt(text: string, at: number): number {
  if (text.charCodeAt(at) !== backslash) return text.charCodeAt(at);
  const letter = text.charAt(at + 1);
  return letter === "u" ? Number.parseInt(text.slice(at + 2, at + 6), 16) : (escapes[letter] ?? letter.charCodeAt(0));
}
