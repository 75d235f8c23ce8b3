import { randomUUID } from "node:crypto";
import { closeSync, futimesSync, writeFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { linkFile, listEntries, moveEntry, openNew, readText, removeFile, statEntry, unless } from "../disk/entries.ts";
import type { OpenFolder } from "../disk/openFolder.ts";
import { UnusableInput } from "../unusable.ts";

/** Marks an output folder as being written. Its text tells the owners apart; it is touched as long as its owner lives. */
export const lockName = ".lock";

/** How often an owner touches its lock, and after how long an untouched one is nobody's, in milliseconds. */
const [beat, stale] = [5_000, 30_000];

/**
 * Does work that only one run may do in a folder at a time, on whatever machine or in whatever container it is.
 * @param patience how long to wait for another run, in milliseconds
 * @param work gets what throws where the folder was lost to another run: to be called before each change
 * @throws UnusableInput where the other run takes longer, or what stands in the way of the lock is not ours
 */
export async function withLock<T>(
  folder: OpenFolder,
  patience: number,
  work: (mustOwn: () => void) => Promise<T>,
): Promise<T> {
  const [owner, deadline] = [randomUUID(), Date.now() + patience];
  const owns = (): boolean => readText(folder, lockName) === owner;
  let lock: number | undefined;
  while ((lock = take(folder, owner)) === undefined) {
    if (Date.now() > deadline)
      throw new UnusableInput(`Another run is writing ${folder.path}. If none is, run this again in half a minute.`);
    await setTimeout(50);
  }
  const held = lock;
  const heart = setInterval(() => touch(held), beat).unref();
  try {
    tidy(folder);
    return await work(() => {
      if (!owns())
        throw new UnusableInput(`Another run took over ${folder.path}, for this one had stood still; run it again.`);
    });
  } finally {
    clearInterval(heart);
    closeSync(held);
    if (owns()) removeFile(folder, lockName);
  }
}

/** Makes a lock young again; one that cannot be touched grows old. */
function touch(lock: number): void {
  try {
    futimesSync(lock, new Date(), new Date());
  } catch {
    // Its owner hears of it before the next change.
  }
}

/** Removes locks that were put aside by runs that were killed. */
function tidy(folder: OpenFolder): void {
  for (const { name } of listEntries(folder)) {
    if (isLock(name) && name !== lockName && inspect(folder, name) === "stale") removeFile(folder, name);
  }
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a name is that of a lock, or of one that is being put aside. */
export function isLock(name: string): boolean {
  return name === lockName || (name.startsWith(`${lockName}.`) && uuid.test(name.slice(lockName.length + 1)));
}

/** What stands where a lock would: one that is held, one that is nobody's any more, something else, or nothing. */
function inspect(folder: OpenFolder, name: string): "held" | "stale" | "foreign" | "nothing" {
  const about = statEntry(folder, name);
  if (about === undefined) return "nothing";
  if (!about.isFile()) return "foreign";
  if (Date.now() - about.mtimeMs <= stale) return "held";
  // Empty: its owner was killed as it began. Digits: an owner of version 0.1.0.
  const text = readText(folder, name) ?? "";
  return text === "" || /^\d+$/.test(text) || uuid.test(text) ? "stale" : "foreign";
}

/** How a system says that another run did first what this one was about to do. */
const doneBefore = ["ENOENT", "EEXIST"];

/**
 * Takes the lock if it is free. One that is stale is put aside first.
 * @returns the descriptor of the lock, or undefined: look again
 */
function take(folder: OpenFolder, owner: string): number | undefined {
  try {
    const lock = openNew(folder, lockName);
    try {
      writeFileSync(lock, owner);
      return lock;
    } catch (error) {
      closeSync(lock);
      removeFile(folder, lockName);
      throw error;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const seen = statEntry(folder, lockName);
  const what = inspect(folder, lockName);
  if (what === "foreign")
    throw new UnusableInput(`In the way of the lock, remove: ${lockName} (in ${folder.path}; it is not ours).`);
  if (what !== "stale" || seen === undefined) return undefined;
  // Of several that see it stale one rename succeeds; should it catch a new lock, that lock is put back.
  const aside = `${lockName}.${owner}`;
  unless(doneBefore, () => moveEntry(folder, lockName, aside));
  const caught = statEntry(folder, aside);
  if (caught !== undefined && caught.ino !== seen.ino) unless(doneBefore, () => linkFile(folder, aside, lockName));
  removeFile(folder, aside);
  return undefined;
}
