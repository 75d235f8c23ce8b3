/** Whether one character is beyond ASCII, and neither a control, a space, a line break nor a mark of direction. */
export function isBeyondAscii(char: string): boolean {
  const code = char.codePointAt(0)!;
  const isOdd = code === 0xa0 || (code >= 0x2028 && code <= 0x202f) || code > 0x10fffd;
  return code > 0x9f && !isOdd;
}

/** Whether it is that, or printable ASCII. */
export function isPrintable(char: string): boolean {
  return (char >= " " && char <= "~") || isBeyondAscii(char);
}
