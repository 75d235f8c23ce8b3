import { realpath, stat } from "node:fs/promises";
import { isAbsolute, join, resolve } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { inBatches } from "../batches.ts";
import { byCodeUnit } from "../json/json.ts";
import { UnusableInput } from "../unusable.ts";
import { readFile } from "./readFile.ts";

/** A file or standard input, to read events from. */
export interface Input {
  /** Its path as the person wrote it, or "standard input". */
  readonly name: string;
  /** Reads it, chunk by chunk. */
  readonly open: (signal: AbortSignal) => AsyncIterable<Buffer>;
}

/** Glob of the files that are read in a folder. */
const extensions = "**/*.{json,ndjson,jsonl,json.gz,ndjson.gz,jsonl.gz}";

/** The word for standard input on a command line. */
const standardInput = "-";

/**
 * Finds what a word of the command line stands for: a file, the JSON files of a folder, those that a glob matches, or
 * standard input.
 * @param word as the person wrote it
 * @param here folder that it is relative to, absolute
 * @param stdin standard input
 * @returns in the order of their paths
 * @throws UnusableInput where there is nothing to read
 */
export async function findInputs(word: string, here: string, stdin: AsyncIterable<Buffer>): Promise<Input[]> {
  if (word === standardInput) return [{ name: "standard input", open: () => stdin }];
  const about = await stat(resolve(here, word)).catch((error: unknown) => {
    if (isDynamicPattern(word)) return undefined;
    throw UnusableInput.fromSystem(`${word} cannot be read`, error);
  });
  if (about !== undefined && !about.isDirectory()) return [toInput(word, here)];
  const paths = await (about === undefined
    ? glob(word, { cwd: here, absolute: isAbsolute(word), expandDirectories: false })
    : glob(extensions, { cwd: resolve(here, word), dot: true, caseSensitiveMatch: false }).then((found) =>
        found.map((path) => join(word, path)),
      ));
  if (paths.length === 0)
    throw new UnusableInput(`${word} ${about === undefined ? "matches no file" : "holds no JSON"}.`);
  return (await withoutLinks(paths.toSorted(byCodeUnit), here)).map((path) => toInput(path, here));
}

/** Leaves out what an earlier path has read already: links can lead to the same file, even in a circle. */
async function withoutLinks(paths: readonly string[], here: string): Promise<string[]> {
  const real = await inBatches(paths, (path) => realpath(resolve(here, path)).catch(() => path));
  const first = new Map(real.map((file, i) => [file, i] as const).toReversed());
  return paths.filter((_, i) => first.get(real[i] as string) === i);
}

function toInput(name: string, here: string): Input {
  return { name, open: (signal) => readFile(resolve(here, name), signal) };
}
