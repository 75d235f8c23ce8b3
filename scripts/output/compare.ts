import { setImmediate } from "node:timers/promises";
import { readText } from "../disk/entries.ts";
import type { OpenFolder } from "../disk/openFolder.ts";
import { hasNotice, type OutputFile } from "../emit/file.ts";
import { toLineFeeds } from "../json/lines.ts";
import { type Disk, emptyDisk, readDisk } from "./disk.ts";
import { digestOf, inventoryPath, inventoryText } from "./inventory.ts";
import { gone, isUntouched, type Made, type Plan, plan, type State } from "./plan.ts";

/**
 * Hears of a file that differs from what stands in its stead, while both texts are at hand.
 * @param before undefined where nothing can be read there
 */
export type Listener = (file: OutputFile, before: string | undefined) => void;

/** What a file is to the one that stands in its stead; of an empty one nothing is lost. */
function stateOf(text: string, before: string | undefined): State {
  if (before === undefined) return "unread";
  if (before === text) return "unchanged";
  if (before !== "" && !hasNotice(before)) return "foreign";
  return toLineFeeds(before) === text ? "lineEnds" : "stale";
}

/**
 * Holds files against the output folder, one at a time: neither all texts that there should be nor all that there are have to
 * be in memory.
 * @param folder undefined where there is none yet
 * @param files as they are made; the inventory comes last, by itself
 * @param listener hears of each that is not just as it should be
 * @param mayGoOn throws where the run is to end; called before each file
 * @returns what has to happen, and what stood in the folder
 */
export async function compare(
  folder: OpenFolder | undefined,
  files: Iterable<OutputFile> | AsyncIterable<OutputFile>,
  listener: Listener,
  mayGoOn: () => void = () => {},
): Promise<{ readonly disk: Disk; readonly steps: Plan }> {
  const disk = folder === undefined ? emptyDisk : readDisk(folder);
  const read = (path: string): string | undefined =>
    folder !== undefined && disk.files.has(path) ? readText(folder, path) : undefined;
  const made: Made[] = [];
  const take = (file: OutputFile): void => {
    const before = read(file.path);
    const state = stateOf(file.text, before);
    if (state !== "unchanged") listener(file, before);
    made.push({ path: file.path, digest: digestOf(file.text), state });
  };
  for await (const file of files) {
    mayGoOn();
    take(file);
    // The lock is touched and Ctrl-C is heard between two files.
    await setImmediate();
  }
  take({ path: inventoryPath, text: inventoryText(new Map(made.map(({ path, digest }) => [path, digest]))) });
  const left = gone(made, disk).map((path) => [path, isUntouched(read(path), disk.inventory.get(path))] as const);
  return { disk, steps: plan(made, disk, new Map(left)) };
}
