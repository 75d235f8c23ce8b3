/** Where something stands in a text; both 1-based, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const [lineFeed, carriageReturn] = [0x0a, 0x0d];

/** Whether a line ends at an index: with LF, CRLF or a lone CR, as in every editor. */
function endsLine(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code === lineFeed || (code === carriageReturn && text.charCodeAt(index + 1) !== lineFeed);
}

/** The index of each line's first code unit, ascending; the first is 0. A text can be nothing but line ends. */
function lineStarts(text: string): Uint32Array {
  const starts = new Uint32Array(countLineEnds(text, 0, text.length) + 1);
  let line = 0;
  for (let i = 0; i < text.length; i++) if (endsLine(text, i)) starts[++line] = i + 1;
  return starts;
}

/** How many lines end in a part of a text. */
export function countLineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) if (endsLine(text, i)) count++;
  return count;
}

/**
 * Finds the lines and columns of indexes that ascend, in one walk over the text.
 * @returns a function from an index, not less than the one before, to its position
 */
export function createPositions(text: string): (index: number) => Position {
  let [at, line, start] = [0, 1, 0];
  return (index) => {
    for (; at < index; at++) if (endsLine(text, at)) [line, start] = [line + 1, at + 1];
    return { line, column: index - start + 1 };
  };
}

/** The lines of the text that was asked for last: reports ask for one position after the other. */
let last: { readonly text: string; readonly starts: Uint32Array } = { text: "", starts: lineStarts("") };

function startsOf(text: string): Uint32Array {
  if (last.text !== text) last = { text, starts: lineStarts(text) };
  return last.starts;
}

/** The line and the column of an index of a text. */
export function positionAt(text: string, index: number): Position {
  const starts = startsOf(text);
  // The last line that begins at the index or before it is between these two.
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= index) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: index - (starts[low] as number) + 1 };
}

/** A text with LF instead of CRLF. */
export function toLineFeeds(text: string): string {
  return text.includes("\r\n") ? text.replaceAll("\r\n", "\n") : text;
}

/** A line of a text without its end; undefined where the text has no such line. 1-based. */
export function lineAt(text: string, line: number): string | undefined {
  const starts = startsOf(text);
  const start = starts[line - 1];
  if (start === undefined) return undefined;
  const next = starts[line];
  if (next === undefined) return text.slice(start);
  return text.slice(start, text.startsWith("\r\n", next - 2) ? next - 2 : next - 1);
}
