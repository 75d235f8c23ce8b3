/**
 * Finds the word that was probably meant.
 * @param word as it was typed
 * @param known the words that are right
 * @param limit how many letters may differ at most
 * @returns the closest one, if it is close: a third of the letters may differ, and the case of all
 */
export function suggest(word: string, known: Iterable<string>, limit = 3): string | undefined {
  const most = Math.min(limit, Math.max(1, Math.floor(word.length / 3)));
  let [best, least] = [undefined as string | undefined, most + 1];
  for (const candidate of word.length > 1 ? known : []) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const count = distance(word.toLowerCase(), candidate.toLowerCase());
    if (count < least) [best, least] = [candidate, count];
  }
  return best;
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
function distance(long: string, other: string): number {
  // Paths share their folders: only what differs is worth a table.
  let start = 0;
  while (start < long.length && long[start] === other[start]) start++;
  const [a, b] = [long.slice(start), other.slice(start)];
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
