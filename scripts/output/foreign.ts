import { readText } from "../disk/entries.ts";
import type { OpenFolder } from "../disk/openFolder.ts";
import { hasNotice } from "../emit/file.ts";
import { UnusableInput } from "../unusable.ts";
import { formerPath, isInventory } from "./inventory.ts";

/** Files at the root of a folder that say whose it is, and what they are where it is ours. */
const roots: readonly (readonly [path: string, isOurs: (text: string) => boolean])[] = [
  ["package.json", hasNotice],
  [formerPath, isInventory],
];

const schema = /\.schema\.json$/i;

/** @throws UnusableInput where a file is there, and not ours; of an empty one nothing is lost */
function mustBeOurs(folder: OpenFolder, path: string, isOurs: (text: string) => boolean): void {
  const text = readText(folder, path);
  if (text === undefined || text === "" || isOurs(text)) return;
  throw new UnusableInput(
    `The output folder ${folder.path} holds ${path}, which this tool did not write; choose another with --out.`,
  );
}

/**
 * Refuses a folder that is a package of someone else, before it is walked through.
 * @throws UnusableInput with the file that shows it
 */
export function refuseForeignRoot(folder: OpenFolder): void {
  for (const [path, isOurs] of roots) mustBeOurs(folder, path, isOurs);
}

/**
 * Refuses a folder that holds schemas which people write: it is meant to be the schema folder, or that of another project.
 * @param files paths of all its files
 * @throws UnusableInput with the first of them
 */
export function refuseForeignSchemas(folder: OpenFolder, files: Iterable<string>): void {
  for (const path of files) if (schema.test(path)) mustBeOurs(folder, path, hasNotice);
}
