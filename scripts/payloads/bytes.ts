import { createGunzip } from "node:zlib";

/** Said by a stream of compressed bytes that ends too early or is broken, behind all that could be read. */
export class BrokenGzip extends Error {
  override name = "BrokenGzip";
}

/** Whether bytes begin as gzip does (RFC 1952, 2.3.1). */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/**
 * Unpacks a stream where it is packed.
 * @throws BrokenGzip behind the last chunk, where the stream is cut off or broken
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

/** A stream that fails drops what it holds; here it is read to the last byte before the failure is reported. */
async function* gunzip(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const stream = createGunzip({ chunkSize: 1 << 16 });
  let unpacked: Buffer[] = [];
  const state = { hasFailed: false };
  let settle: (() => void) | undefined;
  /** Waits for what was begun, or for the failure of the stream. */
  const settled = async (begin: (done: () => void) => void): Promise<Buffer[]> => {
    await new Promise<void>((resolve) => begin((settle = resolve)));
    const taken = unpacked;
    unpacked = [];
    return taken;
  };
  stream.on("data", (chunk: Buffer) => unpacked.push(chunk));
  stream.on("end", () => settle?.());
  stream.on("error", () => {
    state.hasFailed = true;
    settle?.();
  });
  try {
    for await (const chunk of source) {
      for (let i = 0; i < chunk.length && !state.hasFailed; i += step) {
        yield* await settled((done) => stream.write(chunk.subarray(i, i + step), done));
      }
    }
    if (!state.hasFailed) yield* await settled(() => stream.end());
    if (state.hasFailed) throw new BrokenGzip("the gzip data is cut off or broken");
  } finally {
    stream.destroy();
  }
}
