import { link, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { kill, pid } from "node:process";
import { setTimeout } from "node:timers/promises";
import { UnusableInput } from "../unusable.ts";

/** Marks an output folder as being written; holds the process id of the writer. */
const lockName = ".lock";

/**
 * Does work that only one process may do in a folder at a time.
 * @param folder is made where it is missing
 * @param patience how long to wait for another process, in milliseconds
 * @throws UnusableInput where the other process takes longer, or the folder cannot be written
 */
export async function withLock<T>(folder: string, patience: number, work: () => Promise<T>): Promise<T> {
  const path = join(folder, lockName);
  const deadline = Date.now() + patience;
  try {
    await makeFolder(folder);
    while (!(await take(path))) {
      if (Date.now() > deadline) {
        throw new UnusableInput(`Another run is writing ${folder}; if none is, remove ${path}.`);
      }
      await setTimeout(50);
    }
    await tidy(folder);
  } catch (error) {
    if (error instanceof UnusableInput) throw error;
    throw UnusableInput.fromSystem(`The output folder ${folder} cannot be written`, error);
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

/** Makes a folder and those around it. Not by `recursive`: with it Node never returns where /proc refuses a folder. */
async function makeFolder(path: string): Promise<void> {
  const make = (): Promise<void> =>
    mkdir(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  await make().catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT" || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await make();
  });
}

/** Removes what processes left that ended while they took the lock. */
async function tidy(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const owner = /^\.lock\.([0-9]+)$/.exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner))) await rm(join(folder, name), { force: true });
  }
}

/** Takes the lock if it is free, or if the process that held it is gone. */
async function take(path: string): Promise<boolean> {
  const aside = `${path}.${pid}`;
  try {
    // A link appears whole or not at all: no lock is ever without its owner's id, not even on a full disk.
    await writeFile(aside, String(pid));
    await link(aside, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    await rm(aside, { force: true });
  }
  const owner = await readFile(path, "utf8").catch(() => undefined);
  if (owner === undefined || isAlive(Number(owner))) return false;
  // Of several that see a dead owner, one rename succeeds; should it catch a new lock, that lock is put back.
  try {
    await rename(path, aside);
    if ((await readFile(aside, "utf8")) !== owner) await rename(aside, path);
    else await rm(aside);
  } catch {
    // Another process was faster: look again.
  }
  return false;
}

function isAlive(process: number): boolean {
  if (!Number.isInteger(process) || process <= 0) return false;
  try {
    kill(process, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
