const [quote, minus, dot, backslash, zero, nine] = [0x22, 0x2d, 0x2e, 0x5c, 0x30, 0x39];

/** Whether a code unit is white space between the parts of a JSON text (RFC 8259, section 2). */
export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

const isDigit = (code: number): boolean => code >= zero && code <= nine;

/**
 * Finds where a string, a number, `true`, `false` or `null` ends.
 * @param start where it begins
 * @returns the index behind it; where there is none of these, -1 less the index at which that is seen
 */
export function endOfScalar(text: string, start: number): number {
  const code = text.charCodeAt(start);
  if (code === quote) return endOfString(text, start);
  if (code === minus || isDigit(code)) return endOfNumber(text, start);
  for (const word of ["true", "false", "null"]) {
    if (text.startsWith(word, start)) return start + word.length;
    // At the end of a text that is cut off a word may have only begun.
    const rest = text.length - start;
    if (rest > 0 && rest < word.length && word.startsWith(text.slice(start))) return -text.length - 1;
  }
  return -start - 1;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code < 0x20) return -at - 1;
    if (code !== backslash) continue;
    const end = endOfEscape(text, at);
    if (end < 0) return end;
    at = end - 1;
  }
  return -text.length - 1;
}

function endOfEscape(text: string, start: number): number {
  const next = text.charAt(start + 1);
  if (next === "") return -text.length - 1;
  if (next !== "u") return '"\\/bfnrt'.includes(next) ? start + 2 : -start - 1;
  for (let at = start + 2; at < start + 6; at++) {
    if (at >= text.length) return -text.length - 1;
    const code = text.charCodeAt(at);
    if (!isDigit(code) && !((code | 0x20) >= 0x61 && (code | 0x20) <= 0x66)) return -start - 1;
  }
  return start + 6;
}

function endOfNumber(text: string, start: number): number {
  let at = start;
  const digits = (): boolean => {
    const from = at;
    while (isDigit(text.charCodeAt(at))) at++;
    return at > from;
  };
  if (text.charCodeAt(at) === minus) at++;
  if (text.charCodeAt(at) === zero) at++;
  else if (!digits()) return -at - 1;
  if (text.charCodeAt(at) === dot) {
    at++;
    if (!digits()) return -at - 1;
  }
  if ((text.charCodeAt(at) | 0x20) === 0x65) {
    at++;
    if (text.charCodeAt(at) === 0x2b || text.charCodeAt(at) === minus) at++;
    if (!digits()) return -at - 1;
  }
  return at;
}
