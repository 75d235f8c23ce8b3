/** Bytes that are looked at before they are taken. */
export interface Reader {
  /** What comes next: so many bytes at least, fewer only at the end. */
  readonly peek: (count: number) => Promise<Buffer>;
  /** Takes so many of the bytes that were looked at. */
  readonly skip: (count: number) => void;
}

/** Makes a reader of chunks. */
export function createReader(source: AsyncIterable<Buffer>): Reader {
  const chunks = source[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  return {
    async peek(count) {
      while (rest.length < count) {
        const next = await chunks.next();
        if (next.done) break;
        rest = rest.length === 0 ? next.value : Buffer.concat([rest, next.value]);
      }
      return rest;
    },
    skip: (count) => (rest = rest.subarray(count)),
  };
}
