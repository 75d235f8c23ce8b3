import { countLineEnds } from "../json/lines.ts";

/** Bytes of a line that are read at most: one event has about one kilobyte. */
export const maxLineBytes = 1 << 20;

/** Entire lines, with their line ends. */
export interface Lines {
  readonly bytes: Buffer;
  /** Number of the first, 1-based. */
  readonly line: number;
  /** Number of the line behind the last. */
  readonly next: number;
  /** Whether the last one has its line end. */
  readonly isEnded: boolean;
  /** It is one line that is longer than {@link maxLineBytes}; its bytes are left out. */
  readonly tooLong?: true;
}

const [newline, carriageReturn] = [0x0a, 0x0d];
const nothing = Buffer.alloc(0);

/**
 * Cuts chunks at the ends of lines, so that many lines are worked on at a time.
 * @param chunks of at most {@link maxLineBytes}
 * @returns blocks of entire lines in their order; the last need not end with a newline
 */
export async function* readLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Lines> {
  let line = 1;
  /** The beginning of a line that has not ended yet; once it is too long, only its length is kept. */
  let rest: Buffer[] = [];
  let restBytes = 0;
  /** Lone CRs of what was not kept: each ends a line for an editor. */
  let lost = 0;
  for await (const chunk of chunks) {
    const first = chunk.indexOf(newline) + 1;
    if (first === 0) {
      restBytes += chunk.length;
      rest.push(chunk);
      if (restBytes > maxLineBytes) {
        lost += countLines(Buffer.concat(rest));
        rest = [];
      }
      continue;
    }
    let bytes = chunk;
    if (restBytes + first - 1 > maxLineBytes) {
      const next = line + lost + countLines(Buffer.concat([...rest, chunk.subarray(0, first)]));
      yield { bytes: nothing, line, next, isEnded: true, tooLong: true };
      line = next;
      lost = 0;
      bytes = chunk.subarray(first);
    } else if (restBytes > 0) {
      bytes = Buffer.concat([...rest, chunk]);
    }
    const end = bytes.lastIndexOf(newline) + 1;
    if (end > 0) {
      const block = bytes.subarray(0, end);
      const next = line + countLines(block);
      yield { bytes: block, line, next, isEnded: true };
      line = next;
    }
    rest = end < bytes.length ? [bytes.subarray(end)] : [];
    restBytes = bytes.length - end;
  }
  if (restBytes > maxLineBytes) yield { bytes: nothing, line, next: line + lost + 1, isEnded: true, tooLong: true };
  else if (restBytes > 0) yield { bytes: Buffer.concat(rest), line, next: line + 1, isEnded: false };
}

/** How many lines end in a block. */
function countLines(bytes: Buffer): number {
  if (bytes.includes(carriageReturn)) return countLineEnds(bytes.toString("latin1"), 0, bytes.length);
  let count = 0;
  for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) count++;
  return count;
}
