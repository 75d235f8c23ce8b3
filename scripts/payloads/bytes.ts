import { crc32, createInflateRaw, inflateRawSync } from "node:zlib";
import { isGzip, lengthOfHeader } from "./gzipHeader.ts";

/** Said by a stream of compressed bytes that ends too early or is broken, behind all that could be read. */
export class BrokenGzip extends Error {
  override name = "BrokenGzip";
}

/**
 * Unpacks a stream where it is packed.
 * @throws BrokenGzip behind the last chunk, where the stream is cut off or broken, or holds something else behind its end
 */
export async function* unpack(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const chunks = source[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done) return;
  const all = (async function* () {
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => chunks };
  })();
  yield* isGzip(first.value) ? gunzip(all) : all;
}

/** Bytes that are unpacked at a time: gzip packs a thousand to one at most, so that what they hold fits into memory. */
const step = 1 << 14;

/** Bytes of a header at most: its name and its comment have no limit of their own. */
const maxHeader = 1 << 17;

const broken = "the gzip data is cut off or broken";
const junk = "something else stands behind the gzip data";

/** Bytes that are looked at before they are taken. */
interface Reader {
  /** What comes next: so many bytes at least, fewer only at the end. */
  readonly peek: (count: number) => Promise<Buffer>;
  /** Takes so many of the bytes that were looked at. */
  readonly skip: (count: number) => void;
}

function createReader(source: AsyncIterable<Buffer>): Reader {
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

/**
 * Unpacks the members of a gzip stream, one by one: Node's own reader gives nothing of a member that has something else behind it.
 * Zeros behind the last one are padding.
 */
async function* gunzip(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const reader = createReader(source);
  for (let isFirst = true; ; isFirst = false) {
    const head = await reader.peek(1);
    if (head.length === 0) return;
    if (!isFirst && head[0] === 0) return mustBeZeros(reader);
    await skipHeader(reader, isFirst ? broken : junk);
    yield* inflate(reader);
  }
}

async function mustBeZeros(reader: Reader): Promise<void> {
  for (let rest = await reader.peek(1); rest.length > 0; rest = await reader.peek(1)) {
    if (rest.some((byte) => byte !== 0)) throw new BrokenGzip(junk);
    reader.skip(rest.length);
  }
}

/** @param problem what is said where there is no header */
async function skipHeader(reader: Reader, problem: string): Promise<void> {
  for (let count = 1; ; count *= 2) {
    const head = await reader.peek(count);
    const length = lengthOfHeader(head);
    if (length === -1) throw new BrokenGzip(problem);
    if (length !== undefined) return reader.skip(length);
    if (head.length < count || count > maxHeader) throw new BrokenGzip(broken);
  }
}

/** Unpacks one member behind its header, and compares its sum and its length (RFC 1952, 2.3.1). */
async function* inflate(reader: Reader): AsyncGenerator<Buffer> {
  let [sum, size] = [0, 0];
  for await (const chunk of inflateAll(reader)) {
    sum = crc32(chunk, sum);
    size += chunk.length;
    yield chunk;
  }
  const trailer = await reader.peek(8);
  if (trailer.length < 8 || trailer.readUInt32LE(0) !== sum || trailer.readUInt32LE(4) !== size % 2 ** 32)
    throw new BrokenGzip(broken);
  reader.skip(8);
}

/** What {@link inflateRawSync} gives with `info`. */
interface Inflated {
  readonly buffer: Buffer;
  /** How many bytes it took. */
  readonly engine: { readonly bytesWritten: number };
}

/** Unpacks data that end in these bytes and are small; undefined of others. A stream for each of a million takes minutes. */
function inflateSmall(bytes: Buffer): Inflated | undefined {
  try {
    const options = { info: true, maxOutputLength: step * 4, chunkSize: step / 4 };
    return inflateRawSync(bytes, options) as unknown as Inflated;
  } catch {
    return undefined;
  }
}

async function* inflateAll(reader: Reader): AsyncGenerator<Buffer> {
  const small = inflateSmall((await reader.peek(1)).subarray(0, step));
  if (small === undefined) return yield* inflateStream(reader);
  reader.skip(small.engine.bytesWritten);
  yield small.buffer;
}

/** Unpacks data piece by piece, to their end. */
async function* inflateStream(reader: Reader): AsyncGenerator<Buffer> {
  const stream = createInflateRaw({ chunkSize: step });
  const unpacked: Buffer[] = [];
  const state = { hasFailed: false, hasEnded: false };
  let settle: (() => void) | undefined;
  stream.on("data", (chunk: Buffer) => unpacked.push(chunk));
  stream.on("end", () => settle?.());
  stream.on("error", () => {
    state.hasFailed = true;
    settle?.();
  });
  try {
    while (!state.hasEnded) {
      const piece = (await reader.peek(1)).subarray(0, step);
      if (piece.length === 0) throw new BrokenGzip(broken);
      const before = stream.bytesWritten;
      await new Promise<void>((resolve) => {
        settle = resolve;
        stream.write(piece, () => resolve());
      });
      const taken = stream.bytesWritten - before;
      reader.skip(taken);
      state.hasEnded = taken < piece.length;
      yield* unpacked.splice(0);
      if (state.hasFailed) throw new BrokenGzip(broken);
    }
  } finally {
    stream.destroy();
  }
}
