import { crc32 } from "node:zlib";
import { isGzip, lengthOfHeader } from "./gzipHeader.ts";
import { BrokenDeflate, inflate } from "./inflate.ts";
import { createReader, type Reader } from "./reader.ts";

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

/** Bytes of a header at most: its name and its comment have no limit of their own. */
const maxHeader = 1 << 17;

const broken = "the gzip data is cut off or broken";
const junk = "something else stands behind the gzip data";

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
    yield* member(reader);
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
async function* member(reader: Reader): AsyncGenerator<Buffer> {
  let [sum, size] = [0, 0];
  try {
    for await (const chunk of inflate(reader)) {
      sum = crc32(chunk, sum);
      size += chunk.length;
      yield chunk;
    }
  } catch (error) {
    throw error instanceof BrokenDeflate ? new BrokenGzip(broken) : error;
  }
  const trailer = await reader.peek(8);
  if (trailer.length < 8 || trailer.readUInt32LE(0) !== sum || trailer.readUInt32LE(4) !== size % 2 ** 32)
    throw new BrokenGzip(broken);
  reader.skip(8);
}
