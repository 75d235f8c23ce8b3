import { hasNotice, type OutputFile } from "../emit/file.ts";
import { byCodeUnit } from "../json/json.ts";
import { toLineFeeds } from "../json/lines.ts";
import {
  digestOf,
  formerPath,
  type Inventory,
  inventoryOf,
  inventoryPath,
  inventoryText,
  isInventory,
} from "./inventory.ts";
import { isLock, lockName } from "./lock.ts";

/** What stands in the output folder. Paths are relative to it, with forward slashes. */
export interface Disk {
  /** Every file; the text of regular ones that matter to a plan, of the others undefined. */
  readonly files: ReadonlyMap<string, string | undefined>;
  /** Symbolic links, which are never followed. */
  readonly links: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
  /** The inventory that an earlier run left in the folder. */
  readonly inventory: Inventory;
}

/** What has to happen so that the output folder holds just the files. */
export interface Plan {
  /** New and changed files, the inventory last; those too that differ in nothing but line ends. */
  readonly write: readonly OutputFile[];
  /** Paths among `write` that do not exist yet. */
  readonly missing: readonly string[];
  /** Paths among `write` that exist with another text: a checkout with CRLF is no other text. */
  readonly stale: readonly string[];
  readonly unchanged: readonly string[];
  /** Files of an earlier run that nothing produces any more, as that run wrote them. */
  readonly remove: readonly string[];
  /** Files of an earlier run that nothing produces any more, and that somebody changed: left alone. */
  readonly changed: readonly string[];
  /** Files that we never wrote: left alone. */
  readonly extra: readonly string[];
  /** Entries of the inventory that cannot be our own: never deleted, only reported. */
  readonly refused: readonly string[];
  /** Paths that are in the way: a link or a file for a folder, a folder for a file, a file of someone else. */
  readonly obstacles: readonly string[];
}

/** The folders that a path lies in, outermost first: "a/b/c" gives "a", "a/b". */
function foldersOf(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, i) => parts.slice(0, i + 1).join("/"));
}

/** Whether a path is relative and stays in the folder; names with a dot in front are not ours. */
function staysInside(path: string): boolean {
  return !/^[A-Za-z]:|\\|\0/.test(path) && path.split("/").every((part) => part !== "" && !part.startsWith("."));
}

/** Whether a file of an earlier run is as that run wrote it: it says that we did, and has its digest, if that is known. */
function isUntouched(text: string | undefined, digests: string): boolean {
  if (text === undefined || !hasNotice(text)) return false;
  return digests === "" || digests.split(" ").includes(digestOf(text));
}

/**
 * Compares what should be with what is.
 * @param files what the emitters gave
 * @param disk what stands in the output folder
 */
export function plan(files: readonly OutputFile[], disk: Disk): Plan {
  const { links, folders, inventory } = disk;
  const all = [...files, { path: inventoryPath, text: inventoryText(inventoryOf(files)) }];
  const wanted = new Set(all.map(({ path }) => path));
  const textAt = (path: string): string | undefined => disk.files.get(path);
  const exists = (path: string): boolean => disk.files.has(path) || links.has(path);
  const write = all.filter(({ path, text }) => textAt(path) !== text);
  const isForeign = (path: string): boolean => {
    const text = textAt(path);
    // A link, or a pipe, is none of ours; of an empty file nothing is lost.
    if (text === undefined) return exists(path);
    return text !== "" && !hasNotice(text);
  };
  const obstacles = [
    ...[...new Set(all.flatMap(({ path }) => foldersOf(path)))].filter(exists),
    ...[...wanted].filter((path) => folders.has(path) || isForeign(path)),
    ...[lockName].filter((path) => folders.has(path) || links.has(path)),
  ];
  const stale = write.filter(
    ({ path, text }) => exists(path) && !obstacles.includes(path) && toLineFeeds(textAt(path) ?? "") !== text,
  );

  const isOurs = (path: string): boolean =>
    staysInside(path) && ![...foldersOf(path), path].some((each) => links.has(each));
  const gone = [...inventory].filter(([path]) => !wanted.has(path));
  const former = isInventory(textAt(formerPath)) ? [formerPath] : [];
  const left = gone.filter(([path]) => isOurs(path) && disk.files.has(path));
  const remove = [
    ...left.filter(([path, digests]) => isUntouched(textAt(path), digests)).map(([path]) => path),
    ...former,
  ];
  const changed = left.map(([path]) => path).filter((path) => !remove.includes(path));

  const known = new Set([...wanted, ...remove, ...changed, ...obstacles]);
  return {
    write,
    missing: write.filter(({ path }) => !exists(path)).map(({ path }) => path),
    stale: stale.map(({ path }) => path),
    unchanged: all.filter((file) => !write.includes(file)).map(({ path }) => path),
    remove,
    changed,
    extra: [...disk.files.keys(), ...links].filter((path) => !known.has(path) && !isLock(path)).toSorted(byCodeUnit),
    refused: gone.map(([path]) => path).filter((path) => !isOurs(path)),
    obstacles,
  };
}
