import { posix } from "node:path";
import { readDocument } from "../catalog/document.ts";
import { toFolder } from "../catalog/folder.ts";
import { extension, maxBytes, noFile, outside, type ReadFile, tooLarge } from "../catalog/schemaFile.ts";
import { byCodeUnit } from "../json/json.ts";
import { count } from "../report/count.ts";
import { quote } from "../report/quote.ts";
import { UnusableInput } from "../unusable.ts";
import { findCommit } from "./commit.ts";
import { type Location, locateSchemas, packageJsonPaths } from "./repository.ts";
import type { Sources } from "./side.ts";
import { type Entry, listTree, readBlobs } from "./tree.ts";
import { versionOf } from "./version.ts";

/**
 * Reads the schema folder as it is at a ref.
 * @param ref as it was written
 * @param options `schemas` is the schema folder; where the ref is not found, the error begins with `lead`
 * @throws UnusableInput where there is no git, no repository, no such ref, or no schema at it
 */
export async function readRef(ref: string, { schemas, lead }: { schemas: string; lead: string }): Promise<Sources> {
  const [location, commit] = await find(ref, schemas).catch((error: unknown) => {
    if (error instanceof UnusableInput) throw new UnusableInput(lead + error.message);
    throw error;
  });
  const { top, prefix } = location;
  const packages = packageJsonPaths(location);
  const listed = await listTree(top, commit, [prefix.slice(0, -1), ...packages]);
  const packageJson = packages.flatMap((path) => listed.find((entry) => entry.path === path && isRead(entry)) ?? [])[0];
  const inside = listed.filter(({ path }) => path.startsWith(prefix));
  const schemaFiles = inside.filter(({ path, kind }) => path.endsWith(extension) || kind === "submodule");
  if (schemaFiles.length === 0) {
    throw new UnusableInput(
      `At ${quote(ref)} there is no *.schema.json in ${prefix || "the repository"}; if the folder was renamed since, name a later ref, or a folder that holds the former schemas.`,
    );
  }
  const asked = [...schemaFiles, ...(packageJson === undefined ? [] : [packageJson])].filter(isRead);
  const blobs = await readBlobs(
    top,
    asked.map(({ id }) => id),
  );
  const missing = asked.filter(({ id }) => !blobs.has(id)).length;
  if (missing > 0) {
    throw new UnusableInput(
      `This clone lacks the content of ${count(missing, "file")} at ${quote(ref)}; clone it without --filter.`,
    );
  }
  const read = readEntry(prefix, new Map(schemaFiles.map((entry) => [entry.path, entry])), blobs);
  return {
    kind: "sources",
    name: ref,
    base: `${ref}:${prefix}`,
    folder: toFolder(schemaFiles.toSorted((a, b) => byCodeUnit(a.path, b.path)).map(read)),
    version: versionOf(packageJson && blobs.get(packageJson.id)?.toString("utf8")),
  };
}

/** Where the schema folder stands in its repository, and the commit. */
async function find(ref: string, schemas: string): Promise<[Location, string]> {
  const location = await locateSchemas(schemas);
  return [location, await findCommit(location.top, ref)];
}

/** Whether the content of an entry is asked for. */
const isRead = ({ kind, size }: Entry): boolean => kind !== "submodule" && size <= maxBytes;

/** Makes a function that reads one file of a ref as {@link readFolder} does one on the disk. */
function readEntry(
  prefix: string,
  entries: ReadonlyMap<string, Entry>,
  blobs: ReadonlyMap<string, Buffer>,
): (entry: Entry) => ReadFile {
  return (entry) => {
    const file = entry.path.slice(prefix.length);
    if (entry.kind === "submodule") {
      return noFile(file, "is a submodule, whose files are not read", "copy its schemas into the folder");
    }
    const bytes = blobs.get(entry.id) ?? Buffer.alloc(0);
    if (entry.kind === "file") return tooLarge(file, entry.size) ?? readDocument(file, bytes);
    const target = entries.get(posix.join(posix.dirname(entry.path), bytes.toString("utf8")));
    if (target?.kind !== "file" || bytes[0] === "/".charCodeAt(0)) return outside(file);
    return tooLarge(file, target.size) ?? readDocument(file, blobs.get(target.id) ?? Buffer.alloc(0));
  };
}
