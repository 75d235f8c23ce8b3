import { isSpace } from "../json/scalars.ts";

/** Values in a JSON document that are read at most: of millions of small ones each takes many times its bytes in memory. */
export const maxValues = 2_000_000;

const [quote, backslash, comma, openBracket, closeBracket, openBrace, closeBrace] = [
  0x22, 0x5c, 0x2c, 0x5b, 0x5d, 0x7b, 0x7d,
];

/**
 * Whether a document has more than {@link maxValues} values, counted in its bytes, before anything is made of them. Of bytes
 * that are no JSON text it is not known how many they have: what looks like the beginning of one counts.
 */
export function hasTooManyValues(bytes: Uint8Array): boolean {
  // A value and the comma behind it are two bytes.
  if (bytes.length <= maxValues * 2) return false;
  let count = 1;
  /** Whether a bracket was opened, and nothing stands in it yet: then what comes next is a value, or there is none. */
  let isOpen = false;
  for (let i = 0; i < bytes.length && count <= maxValues; i++) {
    const byte = bytes[i] as number;
    if (isSpace(byte)) continue;
    if (byte === comma || (isOpen && byte !== closeBracket && byte !== closeBrace)) count++;
    isOpen = byte === openBracket || byte === openBrace;
    if (byte === quote) i = endOfString(bytes, i);
  }
  return count > maxValues;
}

/** The index of the quote that ends a string; behind the last byte where none does. */
function endOfString(bytes: Uint8Array, start: number): number {
  let i = start + 1;
  while (i < bytes.length && bytes[i] !== quote) i += bytes[i] === backslash ? 2 : 1;
  return i;
}
