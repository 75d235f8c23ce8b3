import { toPointer } from "../json/json.ts";
import { isSpace } from "../json/scalars.ts";
import { createScanner } from "../json/scan.ts";

/** The text that replaces every scalar and every unknown name. */
export const hidden = "…";

/** Parts of a text that are masked on either side: each has a character at least, and a frame shows a hundred. */
const reach = 256;

/** Characters of white space between two parts that are kept, and of a value that is shown. */
const maxKept = 256;

/** A masked piece of a text, and where the position that was asked for is in it. */
export interface Masked {
  readonly text: string;
  readonly at: number;
}

/**
 * A piece of a text as its structure alone: white space, punctuation and the names that a schema has. Every scalar and every
 * other name is hidden, for a payload holds credentials, and in a broken one they can stand anywhere. Nothing is made of what
 * is far away, of which a stranger can send millions.
 * @param text that `JSON.parse` accepts
 * @param names that may be shown
 * @param at where a part of the text begins
 * @param shown whether that part may be shown as well, where it is a scalar
 */
export function mask(text: string, names: ReadonlySet<string>, at: number, shown: boolean): Masked {
  const start = startOf(text, at);
  const scanner = createScanner(text);
  let masked = "";
  let done = start;
  let found = 0;
  let behind = 0;
  while (behind < reach && scanner.next()) {
    if (scanner.start < start) continue;
    if (scanner.start > at) behind++;
    masked += between(text, done, scanner.start);
    if (scanner.start === at && scanner.kind !== "close") found = masked.length;
    masked += part(text, scanner, names, shown && scanner.start === at);
    done = scanner.end;
  }
  if (behind < reach) masked += between(text, done, text.length);
  // Of the line that the piece begins in the middle of nothing is shown, unless it is the line of the position.
  const firstEnd = start === 0 ? -1 : masked.slice(0, found).indexOf("\n");
  const cut = firstEnd + 1;
  return { text: masked.slice(cut), at: found - cut };
}

/** Where the part begins that is so many parts before a position; 0 where there are fewer, so that space before them counts. */
function startOf(text: string, at: number): number {
  const scanner = createScanner(text);
  const starts: number[] = [];
  let count = 0;
  while (scanner.next() && scanner.start < at) starts[count++ % reach] = scanner.start;
  return count <= reach ? 0 : (starts[count % reach] as number);
}

/** What stands between two parts: punctuation, and white space that is not too long. */
function between(text: string, start: number, end: number): string {
  if (end - start <= maxKept) return text.slice(start, end);
  let kept = "";
  for (let i = start; i < end; i++) if (!isSpace(text.charCodeAt(i))) kept += text.charAt(i);
  return kept + text.slice(end - maxKept, end).replace(/[^\s]/g, "");
}

function part(
  text: string,
  { kind, start, end }: { readonly kind: string; readonly start: number; readonly end: number },
  names: ReadonlySet<string>,
  shown: boolean,
): string {
  if (kind === "scalar") return shown ? text.slice(start, Math.min(end, start + maxKept)) : hidden;
  if (kind !== "name") return text.slice(start, end);
  const name = JSON.parse(text.slice(start, end)) as string;
  return names.has(name) ? JSON.stringify(name) : hidden;
}

/** A JSON Pointer of which only indexes of arrays, which are numbers in the path, and names that a schema has are shown. */
export function maskPath(path: readonly (string | number)[], names: ReadonlySet<string>): string {
  return toPointer(path.map((key) => (typeof key === "number" || names.has(key) ? key : hidden)));
}
