import { hasNotice } from "../emit/file.ts";
import { byCodeUnit } from "../json/json.ts";
import type { Disk } from "./disk.ts";
import { digestOf, formerPath } from "./inventory.ts";
import { isLock, lockName } from "./lock.ts";

/**
 * What a file is to what stands in its stead: the same; the same but for line ends, as a checkout with CRLF makes it; another
 * text of ours; a text of someone else; or nothing that could be read, in most cases because there is nothing.
 */
export type State = "unchanged" | "lineEnds" | "stale" | "foreign" | "unread";

/** A file that was made, when its text is gone. */
export interface Made {
  readonly path: string;
  readonly digest: string;
  readonly state: State;
}

/** What has to happen so that the output folder holds just the files. Paths are sorted. */
export interface Plan {
  /** New and changed files, those too that differ in nothing but line ends. */
  readonly write: readonly string[];
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

/** Whether an entry of an inventory may be a file of ours. */
function mayBeOurs(path: string, { others }: Disk): boolean {
  return staysInside(path) && ![...foldersOf(path), path].some((each) => others.has(each));
}

/**
 * Whether a file of an earlier run is as that run wrote it: it says that we did, and has its digest, if that is known.
 * @param text undefined where it cannot be read
 * @param digests of an inventory; "" where they are not known
 */
export function isUntouched(text: string | undefined, digests = ""): boolean {
  if (text === undefined || !hasNotice(text)) return false;
  return digests === "" || digests.split(" ").includes(digestOf(text));
}

const sorted = (paths: readonly string[]): string[] => paths.toSorted(byCodeUnit);

/** The files of an earlier run that nothing produces any more, as far as they are there and can be ours. */
export function gone(made: readonly Made[], disk: Disk): string[] {
  const wanted = new Set(made.map(({ path }) => path));
  return [...disk.inventory.keys()].filter(
    (path) => !wanted.has(path) && disk.files.has(path) && mayBeOurs(path, disk),
  );
}

/**
 * Works out what has to happen.
 * @param made what the emitters gave, and the inventory
 * @param disk what stands in the output folder
 * @param left of each file that is `gone`, whether it is untouched
 */
export function plan(made: readonly Made[], disk: Disk, left: ReadonlyMap<string, boolean>): Plan {
  const { files, others, folders, inventory } = disk;
  const wanted = new Map(made.map((one) => [one.path, one]));
  const exists = (path: string): boolean => files.has(path) || others.has(path);
  const inState = (...states: readonly State[]): string[] =>
    sorted([...wanted.values()].filter(({ state }) => states.includes(state)).map(({ path }) => path));

  // A link, or a pipe, is none of ours.
  const isForeign = ({ path, state }: Made): boolean => state === "foreign" || (state === "unread" && exists(path));
  const obstacles = [
    ...[...new Set([...wanted.keys()].flatMap(foldersOf))].filter(exists),
    ...[...wanted.values()].filter((one) => folders.has(one.path) || isForeign(one)).map(({ path }) => path),
    ...[lockName].filter((path) => folders.has(path) || others.has(path)),
  ];
  const isOld = (path: string): boolean => left.get(path) === true;
  const remove = [...[...left.keys()].filter(isOld), ...(disk.hasFormer ? [formerPath] : [])];
  const changed = [...left.keys()].filter((path) => !isOld(path));
  const known = new Set([...wanted.keys(), ...remove, ...changed, ...obstacles]);
  return {
    write: inState("lineEnds", "stale", "foreign", "unread"),
    missing: inState("unread").filter((path) => !exists(path)),
    stale: inState("stale"),
    unchanged: inState("unchanged"),
    remove,
    changed,
    extra: sorted([...files, ...others].filter((path) => !known.has(path) && !isLock(path))),
    refused: [...inventory.keys()].filter((path) => !wanted.has(path) && !mayBeOurs(path, disk)),
    obstacles,
  };
}
