import { isPrintable } from "./beyondAscii.ts";

/** RFC 6901 section 3 `reference-token`, narrowed: no control characters and no odd spaces. */
function isToken(text: string): boolean {
  const chars = [...text];
  return chars.every(
    (char, at) => isPrintable(char) && (char !== "~" || chars[at + 1] === "0" || chars[at + 1] === "1"),
  );
}

/** RFC 6901 section 3 `json-pointer`. */
export function isJsonPointer(text: string): boolean {
  const [before, ...tokens] = text.split("/");
  return before === "" && tokens.every(isToken);
}

/** The end of a number without leading zeros that begins at a character; -1 where there is none. */
function endOfNumber(text: string, start: number, least: number): number {
  let end = start;
  while ("0123456789".includes(text.charAt(end)) && end < text.length) end++;
  const number = text.slice(start, end);
  return number === "" || (number.length > 1 && number.startsWith("0")) || (least > 0 && number === "0") ? -1 : end;
}

/** draft-bhutton-relative-json-pointer-00 section 3. */
export function isRelativeJsonPointer(text: string): boolean {
  let at = endOfNumber(text, 0, 0);
  if (at > 0 && (text[at] === "+" || text[at] === "-")) at = endOfNumber(text, at + 1, 1);
  return at > 0 && (text.slice(at) === "#" || isJsonPointer(text.slice(at)));
}
