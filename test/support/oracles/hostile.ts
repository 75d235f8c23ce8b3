/** Pieces that a pattern may read in more than one way once they repeat. */
const pieces: readonly string[] = ["%41", "a.", "a-", ":", "1", "/", "?", "://"];

/** What follows a run: nothing, a character outside every alphabet, and such as are wrong only in that place. */
const ends: readonly string[] = ["", "\n", "#%-"];

/** Where in a format a run may begin: the beginnings of texts up to a separator, one of each shape. */
function beginnings(texts: readonly string[]): Iterable<string> {
  const byShape = new Map<string, string>();
  for (const text of texts) {
    for (const { index } of text.matchAll(/[^0-9A-Za-z]/g)) {
      const beginning = text.slice(0, index + 1);
      byShape.set(beginning.replaceAll(/[0-9A-Za-z]+/g, "a"), beginning);
    }
  }
  return byShape.values();
}

/**
 * Long texts on which a pattern that backtracks too much would not end.
 * @param valid texts that the pattern accepts
 * @param chars the characters of its alphabet
 * @param length how long a run is
 */
export function* hostileTexts(valid: readonly string[], chars: string, length: number): Generator<string> {
  const starts = new Set(["", ...beginnings(valid)]);
  // Through a buffer: V8 keeps a sum of strings as a tree, which is slow to read by character.
  const around = (start: string, piece: string, end: string): string =>
    Buffer.from(start + piece.repeat(Math.ceil(length / piece.length)) + end).toString("latin1");
  for (const end of ends) {
    for (const start of starts) {
      if (start !== "") yield around("", start, end);
      for (const piece of pieces) yield around(start, piece, end);
    }
    for (const char of chars) for (const start of ["", ...valid.slice(0, 1)]) yield around(start, char, end);
  }
}
