import { realpath } from "node:fs/promises";
import { listEntries, readText, statEntry, unless } from "../disk/entries.ts";
import { type OpenFolder, openFolder } from "../disk/openFolder.ts";
import { inventoryPath } from "../output/inventory.ts";
import { UnusableInput } from "../unusable.ts";
import { isOurs, isWanted, refuseLarge } from "./package.ts";

/** Folders of a package that hold what is read. */
const folders = ["", "schemas", "events"];

const absent = ["ENOENT", "ENOTDIR", "ELOOP"];

/**
 * Reads the folder of a generated package. Links in it are not followed; one to the folder itself is, as npm and pnpm make them.
 * @param path absolute
 * @returns texts by path inside the package; undefined where it is no package of ours
 * @throws UnusableInput where it cannot be read
 */
export async function readInstalled(path: string): Promise<ReadonlyMap<string, string> | undefined> {
  try {
    const folder = openFolder(await realpath(path));
    try {
      return readOpened(folder);
    } finally {
      folder.close();
    }
  } catch (error) {
    if (error instanceof UnusableInput) throw error;
    throw UnusableInput.fromSystem(`The folder ${path} cannot be read`, error);
  }
}

function readOpened(folder: OpenFolder): ReadonlyMap<string, string> | undefined {
  if (!isOurs(readSmall(folder, "package.json"), readSmall(folder, inventoryPath))) return undefined;
  if (!statEntry(folder, "schemas")?.isDirectory()) return undefined;
  const texts = new Map<string, string>();
  for (const below of folders) {
    for (const { name } of unless(absent, () => listEntries(folder, below)) ?? []) {
      const file = below === "" ? name : `${below}/${name}`;
      const text = isWanted(file) ? readSmall(folder, file) : undefined;
      if (text !== undefined) texts.set(file, text);
    }
  }
  return texts;
}

/** The text of a regular file that is not too large; undefined where there is none. */
function readSmall(folder: OpenFolder, file: string): string | undefined {
  refuseLarge(folder.path, file, statEntry(folder, file)?.size ?? 0);
  return readText(folder, file);
}
