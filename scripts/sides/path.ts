import type { Stats } from "node:fs";
import { stat } from "node:fs/promises";
import { readFolder } from "../catalog/folder.ts";
import { pathOf } from "../report/path.ts";
import { UnusableInput } from "../unusable.ts";
import { readInstalled } from "./installed.ts";
import { toPackage } from "./package.ts";
import type { Side } from "./side.ts";
import { readTarball } from "./tarball.ts";
import { nearestVersion } from "./version.ts";

/** Errors that say that a word is no path: there is nothing, or it could not be one. */
const absent: ReadonlySet<string | undefined> = new Set([
  "ENOENT",
  "ENOTDIR",
  "ENAMETOOLONG",
  "EINVAL",
  "ERR_INVALID_ARG_VALUE",
]);

/** What is known of a path; undefined where there is nothing. */
export async function statPath(path: string): Promise<Stats | undefined> {
  return stat(path).catch((error: NodeJS.ErrnoException) => {
    if (absent.has(error.code)) return undefined;
    throw UnusableInput.fromSystem(`${path} cannot be read`, error);
  });
}

/**
 * Reads a schema folder, or the folder or the tarball of a generated package.
 * @param name the path as it was written
 * @param path the same, absolute
 * @param about what is known of it
 * @throws UnusableInput where it is none of these, or cannot be read
 */
export async function readPath(name: string, path: string, about: Stats): Promise<Side> {
  if (about.isFile()) return toPackage(name, await readTarball(name, path));
  if (!about.isDirectory()) {
    throw new UnusableInput(`${name} is neither a file nor a folder; name a schema folder, or a package.`);
  }
  const files = await readInstalled(path);
  if (files !== undefined) return toPackage(name, files);
  const folder = await readFolder(path);
  if (folder.documents.size > 0 || folder.diagnostics.length > 0) {
    return { kind: "sources", name, base: pathOf(name, ""), folder, version: await nearestVersion(path) };
  }
  throw new UnusableInput(
    `The folder ${name} holds no *.schema.json and is no generated package; name another, or write git:${name} for the git ref.`,
  );
}
