import { toPointer } from "../json/json.ts";
import { createScanner } from "../json/scan.ts";

/** The text that replaces every scalar and every unknown name. */
export const hidden = "…";

/**
 * A text as its structure alone: white space, punctuation and the names that a schema has. Every scalar and every other
 * name is hidden, for a payload holds credentials, and in a broken one they can stand anywhere.
 * @param text that `JSON.parse` accepts
 * @param names that may be shown
 * @param at index in the text
 * @param shown whether the scalar that begins there may be shown as well
 * @returns the masked text, and the index in it that stands for `at`
 */
export function mask(
  text: string,
  names: ReadonlySet<string>,
  at: number,
  shown: boolean,
): { readonly text: string; readonly at: number } {
  const scanner = createScanner(text);
  let masked = "";
  let done = 0;
  let found = 0;
  while (scanner.next()) {
    const { kind, start, end } = scanner;
    masked += text.slice(done, start);
    if (start === at && kind !== "close") found = masked.length;
    const source = text.slice(start, end);
    done = end;
    if (kind === "name") masked += maskName(JSON.parse(source) as string, names);
    else if (kind === "scalar") masked += shown && start === at ? source : hidden;
    else masked += source;
  }
  return { text: masked + text.slice(done), at: found };
}

const maskName = (name: string, names: ReadonlySet<string>): string =>
  names.has(name) ? JSON.stringify(name) : hidden;

/** A JSON Pointer of which only indexes of arrays, which are numbers in the path, and names that a schema has are shown. */
export function maskPath(path: readonly (string | number)[], names: ReadonlySet<string>): string {
  return toPointer(path.map((key) => (typeof key === "number" || names.has(key) ? key : hidden)));
}
