import { setImmediate } from "node:timers/promises";
import { isJson } from "../json/scan.ts";
import { UnusableInput } from "../unusable.ts";
import type { Telling } from "./finding.ts";
import type { Input } from "./inputs.ts";
import { validateDocument } from "./validateDocument.ts";
import { tellUnreadable } from "./validateEntry.ts";
import { validateLines } from "./validateLines.ts";
import type { Verdicts } from "./verdicts.ts";
import { maxLineBytes, readLines } from "./lines.ts";
import { openSource, peekLine, type Source } from "./source.ts";

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
 * Validates all events of an input. Where that ends early, what is entire is validated, and the rest is one finding.
 * @throws UnusableInput where the input cannot be read, or is empty
 */
export async function validateInput(
  input: Input,
  telling: Telling,
  verdicts: Verdicts,
  reading: Reading,
): Promise<void> {
  const { signal } = verdicts;
  const source = openSource(input, signal, reading.watch);
  let line = 1;
  try {
    const [head, chunks] = await peekLine(source.chunks);
    if (hasLines(input.name, head)) line = await validateStream({ ...source, chunks }, telling, verdicts, reading);
    else await validateEntire({ ...source, chunks }, telling, verdicts, reading);
  } catch (error) {
    if (signal.aborted) return;
    // An error without a code is no system's: it is ours.
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw UnusableInput.fromSystem(`${input.name} cannot be read`, error);
  }
  if (signal.aborted) return;
  const [problem, emptiness] = [source.problem(), source.emptiness()];
  if (problem !== undefined) tellUnreadable(telling, verdicts, () => ({ rule: "gzip", line, message: problem }));
  else if (emptiness !== undefined) throw new UnusableInput(`${input.name} ${emptiness}.`);
}

/** Whether the last text of a source is only the beginning of what it would be: then it is no mistake of its own. */
function isCut({ problem }: Source, bytes: Buffer): boolean {
  return problem() !== undefined && !isJson(bytes.toString("utf8"));
}

/**
 * Validates lines, a block at a time.
 * @returns the number of the line behind the last that was validated
 */
async function validateStream(
  source: Source,
  telling: Telling,
  verdicts: Verdicts,
  { drained }: Reading,
): Promise<number> {
  let next = 1;
  for await (const lines of readLines(source.chunks)) {
    if (verdicts.signal.aborted || (!lines.isEnded && isCut(source, lines.bytes))) break;
    validateLines(lines, telling, verdicts);
    ({ next } = lines);
    // Ctrl-C is heard of between two blocks.
    await setImmediate();
    await drained();
  }
  return next;
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
async function validateEntire(
  source: Source,
  telling: Telling,
  verdicts: Verdicts,
  { whileBusy, drained }: Reading,
): Promise<void> {
  const all: Buffer[] = [];
  let size = 0;
  for await (const chunk of source.chunks) {
    size += chunk.length;
    if (size > maxDocumentBytes) {
      const message = `has more than ${maxDocumentBytes} bytes in one JSON document; write an event on each line`;
      return tellUnreadable(telling, verdicts, () => ({ rule: "document-size", line: 1, message }));
    }
    all.push(chunk);
  }
  const bytes = Buffer.concat(all);
  await whileBusy(async () => {
    if (source.emptiness() === undefined && !isCut(source, bytes))
      await validateDocument(bytes, telling, verdicts, drained);
  });
}
