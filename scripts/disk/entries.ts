import {
  closeSync,
  constants,
  type Dirent,
  fchmodSync,
  fstatSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  type Stats,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { posix } from "node:path";
import type { OpenFolder } from "./openFolder.ts";

const { O_CREAT, O_EXCL, O_NOFOLLOW = 0, O_NONBLOCK = 0, O_RDONLY, O_WRONLY } = constants;

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/**
 * Does something that may fail in ways that are no mistake.
 * @param codes of these errors of the system
 * @returns undefined where it failed in one of these ways
 */
export function unless<T>(codes: readonly string[], work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (codes.includes(codeOf(error) ?? "")) return undefined;
    throw error;
  }
}

/** What is known of an entry, a link being one; undefined where there is none. */
export function statEntry(folder: OpenFolder, entry: string): Stats | undefined {
  return unless(["ENOENT", "ENOTDIR"], () => folder.at(entry, (path) => lstatSync(path)));
}

/**
 * The entries of a folder in the folder.
 * @param below path of the inner folder; "" is the folder itself
 */
export function listEntries(folder: OpenFolder, below = ""): Dirent[] {
  return folder.at(below === "" ? "" : `${below}/.`, (path) => readdirSync(path, { withFileTypes: true }));
}

/** The text of a regular file; undefined where there is none, or something else: a pipe would make the tool wait. */
export function readText(folder: OpenFolder, entry: string): string | undefined {
  return unless(["ENOENT", "ENOTDIR", "ELOOP", "ENXIO"], () =>
    folder.at(entry, (path) => {
      const descriptor = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
      try {
        return fstatSync(descriptor).isFile() ? readFileSync(descriptor, "utf8") : undefined;
      } finally {
        closeSync(descriptor);
      }
    }),
  );
}

/**
 * Makes a file and leaves it open.
 * @returns its descriptor
 * @throws EEXIST where there is anything of that name
 */
export function openNew(folder: OpenFolder, entry: string): number {
  return folder.at(entry, (path) => openSync(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW));
}

/**
 * Makes a file with a text.
 * @param mode its permissions; without it those that the process gives new files
 * @throws EEXIST where there is anything of that name
 */
export function createFile(folder: OpenFolder, entry: string, text: string, mode?: number): void {
  const descriptor = openNew(folder, entry);
  try {
    writeFileSync(descriptor, text);
    if (mode !== undefined) fchmodSync(descriptor, mode);
  } finally {
    closeSync(descriptor);
  }
}

/** Moves an entry, in one step; a file of the new name is replaced. */
export function moveEntry(folder: OpenFolder, from: string, to: string): void {
  folder.at(from, (old) => folder.at(to, (path) => renameSync(old, path)));
}

/** Gives a file a second name. */
export function linkFile(folder: OpenFolder, from: string, to: string): void {
  folder.at(from, (old) => folder.at(to, (path) => linkSync(old, path)));
}

/** Removes a file, or a link itself; nothing where there is none. */
export function removeFile(folder: OpenFolder, entry: string): void {
  unless(["ENOENT", "ENOTDIR"], () => folder.at(entry, (path) => unlinkSync(path)));
}

/** Makes a folder in the folder, and those around it, where they are missing. */
export function makeInnerFolder(folder: OpenFolder, entry: string): void {
  if (entry === ".") return;
  makeInnerFolder(folder, posix.dirname(entry));
  unless(["EEXIST"], () => folder.at(entry, (path) => mkdirSync(path)));
}

/** Removes a folder in the folder, and those around it, as far as they are empty. */
export function removeEmpty(folder: OpenFolder, entry: string): void {
  const full = ["ENOTEMPTY", "EEXIST", "ENOENT", "ENOTDIR"];
  for (let inner = entry; inner !== "."; inner = posix.dirname(inner)) {
    if (unless(full, () => folder.at(inner, (path) => (rmdirSync(path), true))) === undefined) return;
  }
}

/** Removes an inner folder and all that is in it; links are removed, not followed. */
export function removeTree(folder: OpenFolder, entry: string): void {
  for (const one of listEntries(folder, entry)) {
    if (one.isDirectory()) removeTree(folder, `${entry}/${one.name}`);
    else removeFile(folder, `${entry}/${one.name}`);
  }
  removeEmpty(folder, entry);
}
