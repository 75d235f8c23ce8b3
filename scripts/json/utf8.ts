/** Bytes that are decoded at a time. */
const step = 1 << 16;

/** Bytes of a character at most (RFC 3629). */
const longest = 4;

const isFirst = (byte: number | undefined): boolean => ((byte ?? 0) & 0xc0) !== 0x80;

/** How many code units bytes are as text; they may end inside a character. */
export function lengthOf(bytes: Uint8Array): number {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes, { stream: true }).length;
}

/** Decodes bytes that may end inside a character; behind the last bytes of all nothing may be left open. */
function canDecode(decoder: TextDecoder, bytes: Uint8Array, isEnd: boolean): boolean {
  try {
    decoder.decode(bytes, { stream: !isEnd });
    return true;
  } catch {
    return false;
  }
}

const createDecoder = (): TextDecoder => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The index of the first byte that is not UTF-8 (RFC 3629); undefined where all are. One walk over the bytes. */
export function firstBadByte(bytes: Uint8Array): number | undefined {
  const decoder = createDecoder();
  let start = 0;
  while (canDecode(decoder, bytes.subarray(start, start + step), start + step >= bytes.length)) {
    start += step;
    if (start >= bytes.length) return undefined;
  }
  // What comes before is good, but that it may end inside a character.
  let from = Math.max(0, start - longest + 1);
  while (from < start && !isFirst(bytes[from])) from++;
  const fails = (end: number): boolean => !canDecode(createDecoder(), bytes.subarray(from, end), end === bytes.length);
  // Halve towards the shortest beginning that fails.
  let [good, bad] = [from, Math.min(start + step, bytes.length)];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (fails(middle)) bad = middle;
    else good = middle;
  }
  return good;
}
