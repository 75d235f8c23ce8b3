import { isSpace } from "../json/scalars.ts";
import { BrokenGzip, unpack } from "./bytes.ts";
import type { Input } from "./inputs.ts";
import { maxLineBytes } from "./lines.ts";

/** The bytes of an input, unpacked, and what is known of those that were read. */
export interface Source {
  /** They end early where what is packed is cut off or broken. */
  readonly chunks: AsyncIterable<Buffer>;
  /** Why they ended early; undefined as long as they did not. */
  readonly problem: () => string | undefined;
  /** What there is instead of an event, as the end of a sentence; undefined where there is more. */
  readonly emptiness: () => string | undefined;
}

/**
 * Opens an input.
 * @param watch is called with the number of bytes of each chunk, before it is unpacked
 */
export function openSource(input: Input, signal: AbortSignal, watch: (bytes: number) => void): Source {
  let [bytes, isBlank] = [0, true];
  let problem: string | undefined;
  async function* chunks(): AsyncGenerator<Buffer> {
    const packed = watched(input.open(signal), ({ length }) => watch(length));
    try {
      for await (const chunk of unpack(packed)) {
        bytes += chunk.length;
        isBlank &&= chunk.every(isSpace);
        yield chunk;
      }
    } catch (error) {
      if (!(error instanceof BrokenGzip)) throw error;
      problem = error.message;
    }
  }
  return {
    chunks: chunks(),
    problem: () => problem,
    emptiness: () => (bytes === 0 ? "is empty" : isBlank ? "holds nothing but white space" : undefined),
  };
}

/** Passes chunks on, and shows each to somebody. */
async function* watched(chunks: AsyncIterable<Buffer>, watch: (chunk: Buffer) => void): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    watch(chunk);
    yield chunk;
  }
}

/** Reads to the end of the first line that is not blank; gives what was read, and all chunks, these included. */
export async function peekLine(source: AsyncIterable<Buffer>): Promise<[Buffer, AsyncIterable<Buffer>]> {
  const chunks = source[Symbol.asyncIterator]();
  const head: Buffer[] = [];
  let size = 0;
  let hasBegun = false;
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
    head.push(next.value);
    size += next.value.length;
    // Blank lines say nothing of what follows.
    const begin: number = hasBegun ? 0 : next.value.toString("latin1").search(/[^ \t\r\n]/);
    hasBegun = begin >= 0;
    if (size > maxLineBytes || (hasBegun && next.value.includes(0x0a, begin))) break;
  }
  const all = (async function* () {
    yield* head;
    yield* { [Symbol.asyncIterator]: () => chunks };
  })();
  return [Buffer.concat(head), all];
}
