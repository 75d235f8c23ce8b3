import { rmdirSync } from "node:fs";
import { makeFolder } from "../disk/makeFolder.ts";
import { type OpenFolder, openFolder } from "../disk/openFolder.ts";
import { UnusableInput } from "../unusable.ts";
import { withLock } from "./lock.ts";

/** How long to wait for another run that writes, in milliseconds: longer than the lock of one that was killed stands. */
const patience = 40_000;

/** An error of the system, in words for a person; others as they are. */
function inWords(what: string, error: unknown): unknown {
  return error instanceof Error && "syscall" in error ? UnusableInput.fromSystem(what, error) : error;
}

/**
 * Opens the output folder to read in it.
 * @param work gets undefined where there is no folder
 * @throws UnusableInput where it is no folder or cannot be read
 */
export async function reading<T>(out: string, work: (folder: OpenFolder | undefined) => Promise<T>): Promise<T> {
  let folder: OpenFolder | undefined;
  try {
    folder = openIfThere(out);
    return await work(folder);
  } catch (error) {
    throw inWords(`The output folder ${out} cannot be read`, error);
  } finally {
    folder?.close();
  }
}

function openIfThere(out: string): OpenFolder | undefined {
  try {
    return openFolder(out);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/**
 * Opens the output folder to write in it, and keeps other runs out of it meanwhile.
 * @param out is made where it is missing, and removed again where nothing was written
 * @param work gets what throws where the folder was lost to another run: to be called before each change
 * @throws UnusableInput where another run takes too long, or the folder cannot be written
 */
export async function writing<T>(
  out: string,
  work: (folder: OpenFolder, mustOwn: () => void) => Promise<T>,
): Promise<T> {
  let folder: OpenFolder | undefined;
  let isNew = false;
  try {
    isNew = makeFolder(out);
    const opened = (folder = openFolder(out));
    return await withLock(opened, patience, (mustOwn) => work(opened, mustOwn));
  } catch (error) {
    if (isNew) removeIfEmpty(out);
    throw inWords(`The output folder ${out} cannot be written`, error);
  } finally {
    folder?.close();
  }
}

function removeIfEmpty(out: string): void {
  try {
    rmdirSync(out);
  } catch {
    // It holds something, or is gone.
  }
}
