import { byCodeUnit } from "../json/json.ts";
import { toLineFeeds } from "../json/lines.ts";
import { notice, type OutputFile, toJsonText } from "../emit/file.ts";
import { lockName } from "./lock.ts";

/** The list of what the tool wrote; it lies in the output folder and is not packed. */
export const manifestPath = "manifest.json";

/** What stands in the output folder. Paths are relative to it, with forward slashes. */
export interface Disk {
  /** Every file; the text of regular ones that matter to a plan, of the others undefined. */
  readonly files: ReadonlyMap<string, string | undefined>;
  /** Symbolic links, which are never followed. */
  readonly links: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
}

/** What has to happen so that the output folder holds just the files. */
export interface Plan {
  /** New and changed files, the manifest last; those too that differ in nothing but line ends. */
  readonly write: readonly OutputFile[];
  /** Paths among `write` that do not exist yet. */
  readonly missing: readonly string[];
  /** Paths among `write` that exist with another text: a checkout with CRLF is no other text. */
  readonly stale: readonly string[];
  readonly unchanged: readonly string[];
  /** Files of an earlier run that nothing produces any more. */
  readonly remove: readonly string[];
  /** Files that the tool never wrote: left alone. */
  readonly extra: readonly string[];
  /** Manifest entries that cannot be the tool's own: never deleted, only told. */
  readonly refused: readonly string[];
  /** Paths that are in the way: a link or a file for a folder, a folder for a file, a file of someone else. */
  readonly obstacles: readonly string[];
}

/** The manifest's text for a set of paths. */
export function manifestText(paths: Iterable<string>): string {
  return toJsonText({ $comment: notice("schemas/"), files: [...paths].toSorted(byCodeUnit) });
}

/** The paths that a manifest lists; none where it is missing or damaged, for it is never trusted. */
export function manifestEntries(text: string | undefined): string[] {
  try {
    const { files } = JSON.parse(text ?? "{}") as { files?: unknown };
    return Array.isArray(files) ? files.filter((entry) => typeof entry === "string") : [];
  } catch {
    return [];
  }
}

/** The folders that a path lies in, outermost first: "a/b/c" gives "a", "a/b". */
function foldersOf(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, i) => parts.slice(0, i + 1).join("/"));
}

/** Whether a manifest entry is a relative path that stays in the folder; names with a dot in front are not ours. */
function isPlain(entry: string): boolean {
  const parts = entry.split("/");
  return !/^[A-Za-z]:|\\|\0/.test(entry) && parts.every((part) => part !== "" && !part.startsWith("."));
}

/** Whether a path is the lock of a run, or one that is being put aside. */
function isLock(path: string): boolean {
  return path === lockName || path.startsWith(`${lockName}.`);
}

/** Whether what stands on the disk is a text, whatever the line ends of the checkout. */
function isSameText(onDisk: string | undefined, text: string): boolean {
  return onDisk !== undefined && toLineFeeds(onDisk) === text;
}

/** Whether a text is none that the tool wrote: each of those says first what it was generated from. */
function isForeign(text: string | undefined): boolean {
  return text !== undefined && !/Generated from [^\n]*; do not edit\./.test(text.slice(0, 500));
}

/**
 * Compares what should be with what is.
 * @param files what the emitters gave
 * @param disk what stands in the output folder
 */
export function plan(files: readonly OutputFile[], disk: Disk): Plan {
  const paths = files.map(({ path }) => path);
  const all = [...files, { path: manifestPath, text: manifestText(paths) }];
  const wanted = new Set(all.map(({ path }) => path));
  const write = all.filter(({ path, text }) => disk.files.get(path) !== text);
  const isOurs = (entry: string): boolean =>
    isPlain(entry) && ![...foldersOf(entry), entry].some((path) => disk.links.has(path));
  const listed = new Set(manifestEntries(disk.files.get(manifestPath)));
  const entries = [...listed].filter((entry) => !wanted.has(entry));
  const remove = entries.filter((entry) => isOurs(entry) && disk.files.has(entry));
  const known = new Set([...wanted, ...remove]);
  return {
    write,
    missing: write.filter(({ path }) => !disk.files.has(path) && !disk.links.has(path)).map(({ path }) => path),
    stale: write.filter(({ path, text }) => (disk.files.has(path) && !isSameText(disk.files.get(path), text)) || disk.links.has(path)).map(({ path }) => path),
    unchanged: all.filter((file) => !write.includes(file)).map(({ path }) => path),
    remove,
    extra: [...disk.files.keys(), ...disk.links].filter((path) => !known.has(path) && !isLock(path)).toSorted(byCodeUnit),
    refused: entries.filter((entry) => !isOurs(entry)),
    obstacles: [...new Set(all.flatMap(({ path }) => foldersOf(path)))]
      .filter((folder) => disk.links.has(folder) || disk.files.has(folder))
      .concat([...wanted].filter((path) => disk.folders.has(path)))
      .concat(paths.filter((path) => !listed.has(path) && isForeign(disk.files.get(path)))),
  };
}
