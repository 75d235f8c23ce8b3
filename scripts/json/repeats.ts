import type { Range } from "./find.ts";
import { compareNames } from "./names.ts";
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
