/** Bits of a header's fourth byte (RFC 1952, 2.3.1): what stands behind its ten fixed bytes. */
const [hasCrc, hasExtra, hasName, hasComment] = [2, 4, 8, 16];

const fixed = 10;

/** Whether bytes begin as gzip does (RFC 1952, 2.3.1). */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/**
 * How long the header of a gzip member is.
 * @param bytes that begin with it
 * @returns undefined where it does not end in these bytes; -1 where they are no header
 */
export function lengthOfHeader(bytes: Uint8Array): number | undefined {
  const signature = [0x1f, 0x8b, 8];
  if (signature.some((byte, i) => i < bytes.length && bytes[i] !== byte)) return -1;
  if (bytes.length < fixed) return undefined;
  const flags = bytes[3] as number;
  let end = fixed;
  if (flags & hasExtra) {
    if (bytes.length < end + 2) return undefined;
    end += 2 + (bytes[end] as number) + (bytes[end + 1] as number) * 256;
  }
  for (const flag of [hasName, hasComment]) {
    if (!(flags & flag)) continue;
    const zero = bytes.indexOf(0, end);
    if (zero < 0) return undefined;
    end = zero + 1;
  }
  if (flags & hasCrc) end += 2;
  return end <= bytes.length ? end : undefined;
}
