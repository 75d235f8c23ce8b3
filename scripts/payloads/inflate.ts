import { createInflateRaw, inflateRawSync } from "node:zlib";
import type { Reader } from "./reader.ts";

/** Said where compressed data end too early or are broken. */
export class BrokenDeflate extends Error {
  override name = "BrokenDeflate";
}

/** Bytes that are unpacked at a time: a thousand of what they hold come of one at most, so that it fits into memory. */
const step = 1 << 14;

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

/**
 * Unpacks data in the deflate format, to their end.
 * @throws BrokenDeflate where they are cut off or broken, behind what could be read
 */
export async function* inflate(reader: Reader): AsyncGenerator<Buffer> {
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
      if (piece.length === 0) throw new BrokenDeflate();
      const before = stream.bytesWritten;
      await new Promise<void>((resolve) => {
        settle = resolve;
        stream.write(piece, () => resolve());
      });
      const taken = stream.bytesWritten - before;
      reader.skip(taken);
      state.hasEnded = taken < piece.length;
      yield* unpacked.splice(0);
      if (state.hasFailed) throw new BrokenDeflate();
    }
  } finally {
    stream.destroy();
  }
}
