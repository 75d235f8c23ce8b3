import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import { isSameDecimal, toDecimal } from "../json/decimal.ts";
import { findNumbers } from "../json/find.ts";
import type { Json } from "../json/json.ts";
import { readJson } from "../json/read.ts";
import { maxLineBytes } from "../payloads/lines.ts";
import { UnusableInput } from "../unusable.ts";

/** An event as somebody wrote it. */
export interface Written {
  readonly value: Json;
  readonly bytes: Buffer;
  /** Whether JSON that is written of the value says the same: not where a number has more digits than a double. */
  readonly isExact: boolean;
}

/** @throws UnusableInput where it is longer than an event */
async function readAll(source: AsyncIterable<Buffer>, name: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of source) {
    chunks.push(chunk);
    if ((length += chunk.length) > maxLineBytes)
      throw new UnusableInput(`${name} is longer than an event can be: 1 MiB is read at most.`);
  }
  return Buffer.concat(chunks);
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/** Whether there is an event on each of several lines. */
function hasSeveral(text: string): boolean {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.length > 1 && lines.slice(0, 2).every(isJson);
}

/**
 * Reads one event.
 * @param word path of a JSON file, or `-` for standard input
 * @param here folder that it is relative to, absolute
 * @throws UnusableInput where it cannot be read, is not JSON, or holds several
 */
export async function readEvent(word: string, here: string, stdin: () => AsyncIterable<Buffer>): Promise<Written> {
  const name = word === "-" ? "Standard input" : word;
  const source = word === "-" ? stdin() : (createReadStream(resolve(here, word)) as AsyncIterable<Buffer>);
  const bytes = await readAll(source, name).catch((error: unknown) => {
    throw error instanceof UnusableInput ? error : UnusableInput.fromSystem(`${name} cannot be read`, error);
  });
  const read = readJson(bytes);
  if (Array.isArray("value" in read ? read.value : undefined) || ("problem" in read && hasSeveral(read.text)))
    throw new UnusableInput(
      `${name} holds an array or several lines of JSON: one event is sent, so give that one alone.`,
    );
  if ("problem" in read) {
    const { at, message } = read.problem;
    throw new UnusableInput(`${name}:${at.line}:${at.column} ${message}.`);
  }
  const isExact = [...findNumbers(read.text)].every(({ text }) => {
    const number = Number(text);
    return Number.isFinite(number) && isSameDecimal(toDecimal(text), toDecimal(String(number)));
  });
  return { value: read.value, bytes, isExact };
}
