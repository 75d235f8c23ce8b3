/** Words that people mean are shorter than this, in code units; longer ones are not compared. */
const maxLetters = 100;

/** How many words are compared with one: where thousands are wrong, each is compared with no more than these. */
const maxKnown = 1000;

/**
 * Finds the word that was probably meant.
 * @param word as it was typed
 * @param known the words that are right, the likely ones first: not more than a thousand are looked at
 * @param limit how many letters may differ at most
 * @returns the closest one, if it is close: a third of the letters may differ, and the case of all
 */
export function suggest(word: string, known: Iterable<string>, limit = 3): string | undefined {
  if (word.length < 2 || word.length > maxLetters) return undefined;
  const typed = word.toLowerCase();
  let least = Math.min(limit, Math.max(1, Math.floor(word.length / 3))) + 1;
  let best: string | undefined;
  let left = maxKnown;
  for (const candidate of known) {
    if (left-- === 0) break;
    if (Math.abs(candidate.length - word.length) >= least || candidate.length > maxLetters) continue;
    const count = distance(typed, candidate.toLowerCase(), least);
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

/** Three rows of a table, which are used again and again: thousands of words are compared. A capital can have three small letters. */
const rows = [0, 1, 2].map(() => new Uint8Array(3 * maxLetters + 1)) as [Uint8Array, Uint8Array, Uint8Array];

/**
 * Letters that are added, left out, wrong, or swapped with the next (Levenshtein distance with transpositions).
 * @param a a word of at most {@link maxLetters}, as is `b`
 * @param enough from which on the number does not matter
 */
function distance(a: string, b: string, enough: number): number {
  // Paths share their folders and their ends: only what differs is worth a table.
  let [start, endA, endB] = [0, a.length, b.length];
  while (start < endA && start < endB && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1))
    [endA, endB] = [endA - 1, endB - 1];
  const [height, width] = [endA - start, endB - start];
  const codeA = (i: number): number => a.charCodeAt(start + i - 1);
  const codeB = (j: number): number => b.charCodeAt(start + j - 1);
  let [before, last, row] = rows;
  let least = 0;
  for (let j = 0; j <= width; j++) last[j] = j;
  for (let i = 1; i <= height; i++) {
    let fewest = (row[0] = i);
    for (let j = 1; j <= width; j++) {
      let count = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1);
      count = Math.min(count, (last[j - 1] as number) + (codeA(i) === codeB(j) ? 0 : 1));
      if (i > 1 && j > 1 && codeA(i) === codeB(j - 1) && codeA(i - 1) === codeB(j))
        count = Math.min(count, (before[j - 2] as number) + 1);
      row[j] = count;
      fewest = Math.min(fewest, count);
    }
    // A swap looks back two rows.
    if (Math.min(fewest, least) >= enough) return enough;
    least = fewest;
    [before, last, row] = [last, row, before];
  }
  return last[width] as number;
}
