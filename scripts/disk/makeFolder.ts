import { mkdirSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder and those around it, where they are missing. Not by `recursive`: with it Node never returns where /proc
 * refuses a folder.
 * @returns whether it was missing
 * @throws an error of the system
 */
export function makeFolder(path: string): boolean {
  try {
    mkdirSync(path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return false;
    if (code !== "ENOENT" || dirname(path) === path) throw error;
    makeFolder(dirname(path));
    return makeFolder(path);
  }
}
