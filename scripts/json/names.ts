const [quote, backslash] = [0x22, 0x5c];

/**
 * Orders two names of a text by their code units, for `toSorted`. No text is made of them: a stranger's can be long, and many.
 * @param a where the first begins in the text, at its quote
 * @param b where the second does
 */
export function compareNames(text: string, a: number, b: number): number {
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

/**
 * Whether a name in a text is a key. No text is made of it.
 * @param start where the name begins, at its quote
 * @param end where it ends, behind its quote
 */
export function isName(text: string, start: number, end: number, key: string): boolean {
  const length = end - start - 2;
  if (length < key.length) return false;
  if (length === key.length) return !key.includes("\\") && text.startsWith(key, start + 1);
  let at = start + 1;
  for (let i = 0; i < key.length; i++, at += lengthAt(text, at)) {
    if (at >= end - 1 || unitAt(text, at) !== key.charCodeAt(i)) return false;
  }
  return at === end - 1;
}
