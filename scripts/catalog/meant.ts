import { posix } from "node:path";
import { remembered } from "../remembered.ts";
import type { Document } from "../schema/document.ts";
import { suggest } from "../suggest.ts";
import { byIds } from "./ids.ts";

/**
 * Files by their name, and by their folder: those that were probably meant are among a few of thousands. And what was meant,
 * by what was written: each reference is asked about several times.
 */
const filesBy = remembered((documents: ReadonlyMap<string, Document>) => {
  const [names, folders] = [new Map<string, string[]>(), new Map<string, string[]>()];
  for (const file of documents.keys()) {
    for (const [table, key] of [
      [names, posix.basename(file)],
      [folders, posix.dirname(file)],
    ] as const)
      table
        .set(key, table.get(key) ?? [])
        .get(key)
        ?.push(file);
  }
  return { names, folders, meant: new Map<string, string | undefined>() };
});

/** All files, the likely ones first. */
function* likelyFiles(file: string, documents: ReadonlyMap<string, Document>): Generator<string> {
  const { names, folders } = filesBy(documents);
  yield* names.get(posix.basename(file)) ?? [];
  yield* folders.get(posix.dirname(file)) ?? [];
  yield* documents.keys();
}

/** The `$id` that was probably meant by a reference. */
export function meantId(ref: string, documents: ReadonlyMap<string, Document>): string | undefined {
  return suggest(ref, byIds(documents).keys());
}

/** The reference that was probably meant where there is no such file. */
export function meantFile(
  file: string,
  fragment: string,
  from: Document,
  documents: ReadonlyMap<string, Document>,
): string | undefined {
  const { meant: known } = filesBy(documents);
  if (!known.has(file)) known.set(file, suggest(file, likelyFiles(file, documents)));
  const meant = known.get(file);
  if (meant === undefined) return undefined;
  const path = posix.relative(posix.dirname(from.file), meant);
  return fragment === "" ? path : `${path}#${fragment}`;
}
