import { setImmediate } from "node:timers/promises";
import { UnusableInput } from "../unusable.ts";
import { BrokenGzip, unpack } from "./bytes.ts";
import type { Telling } from "./finding.ts";
import type { Input } from "./inputs.ts";
import { validateDocument, validateLines, tellUnreadable, type Verdicts } from "./validate.ts";
import { maxLineBytes, readLines } from "./lines.ts";

/** Bytes of a JSON document that are read at most: it has to be held in memory at once, unlike lines. */
export const maxDocumentBytes = 1 << 25;

/** What a reader does beside reading. */
export interface Reading {
  /** Hears of the number of bytes of each chunk. */
  readonly watch: (bytes: number) => void;
  /** Does work that can take seconds. */
  readonly whileBusy: (work: () => Promise<void>) => Promise<void>;
  /** Waits for a slow reader of the findings. */
  readonly drained: () => Promise<void> | undefined;
}

/**
 * Validates all events of an input.
 * @throws UnusableInput where the input cannot be read, or is empty
 */
export async function validateInput(
  input: Input,
  telling: Telling,
  verdicts: Verdicts,
  reading: Reading,
): Promise<void> {
  const { signal } = verdicts;
  const source = unpack(watched(input.open(signal), reading.watch));
  let line = 1;
  try {
    const [head, chunks] = await peekLine(source);
    if (head.length === 0) throw new UnusableInput(`${input.name} is empty.`);
    if (!hasLines(input.name, head)) return await validateStream(chunks, telling, verdicts, reading);
    for await (const lines of readLines(chunks)) {
      if (signal.aborted) return;
      line = lines.next;
      validateLines(lines, telling, verdicts);
      // Ctrl-C is heard of between two blocks.
      await setImmediate();
      await reading.drained();
    }
  } catch (error) {
    if (signal.aborted) return;
    if (error instanceof BrokenGzip)
      return tellUnreadable(telling, verdicts, () => ({ rule: "gzip", line, message: error.message }));
    // An error without a code is no system's: it is ours.
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw UnusableInput.fromSystem(`${input.name} cannot be read`, error);
  }
}

/** Whether each line is an event: the name says so, or the first line is an entire object. */
function hasLines(name: string, head: Buffer): boolean {
  if (/\.(?:ndjson|jsonl)(?:\.gz)?$/i.test(name)) return true;
  const [line = ""] = head
    .toString("latin1")
    .trimStart()
    .split("\n", 1)
    .map((text) => text.trim());
  return line.startsWith("{") && line.endsWith("}") && line.length < maxLineBytes;
}

/** Validates a document, which is read to its end first. */
async function validateStream(
  chunks: AsyncIterable<Buffer>,
  telling: Telling,
  verdicts: Verdicts,
  { whileBusy, drained }: Reading,
): Promise<void> {
  const all: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > maxDocumentBytes) {
      const message = `has more than ${maxDocumentBytes} bytes in one JSON document; write an event on each line`;
      return tellUnreadable(telling, verdicts, () => ({ rule: "document-size", line: 1, message }));
    }
    all.push(chunk);
  }
  await whileBusy(() => validateDocument(Buffer.concat(all), telling, verdicts, drained));
}

/** Reads to the end of the first line that is not blank; gives what was read, and all chunks, these included. */
async function peekLine(source: AsyncIterable<Buffer>): Promise<[Buffer, AsyncIterable<Buffer>]> {
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

async function* watched(chunks: AsyncIterable<Buffer>, watch: (bytes: number) => void): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    watch(chunk.length);
    yield chunk;
  }
}
