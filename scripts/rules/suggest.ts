/**
 * Finds the word that was probably meant.
 * @param word as it was typed
 * @param known the words that are right
 * @returns the closest one, if it is close: a third of the letters may differ, and the case of all
 */
export function suggest(word: string, known: Iterable<string>): string | undefined {
  let [best, least] = [undefined as string | undefined, Number.POSITIVE_INFINITY];
  for (const candidate of known) {
    const count = distance(word.toLowerCase(), candidate.toLowerCase());
    if (count < least) [best, least] = [candidate, count];
  }
  return least <= Math.max(1, Math.floor(word.length / 3)) && word.length > 1 ? best : undefined;
}

/**
 * Words a correction.
 * @param otherwise what to do where no word is close
 */
export function didYouMean(word: string, known: Iterable<string>, otherwise: string): string {
  const meant = suggest(word, known);
  return meant === undefined ? otherwise : `did you mean ${JSON.stringify(meant)}?`;
}

/** Letters that are added, left out, wrong, or swapped with the next (Levenshtein distance with transpositions). */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j++) {
      const isSwap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const change = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swap = isSwap ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      rows[i]?.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, change, swap));
    }
  }
  return at(a.length, b.length);
}
