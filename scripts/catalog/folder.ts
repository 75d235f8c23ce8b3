import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { inBatches } from "../batches.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import { UnusableInput } from "../unusable.ts";
import { readDocument } from "./document.ts";
import { extension, noFile, outside, type ReadFile, tooLarge } from "./schemaFile.ts";
import type { Document } from "../schema/document.ts";
import { byCodeUnit } from "../json/json.ts";

/** The documents of a schema folder, and what could not be read as one. */
export interface Folder {
  /** By file, sorted. */
  readonly documents: ReadonlyMap<string, Document>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads every `*.schema.json` under a folder. Nothing outside the folder is ever opened.
 * @param root the schema folder
 * @returns the documents in the order of their paths
 * @throws UnusableInput where the folder or a file cannot be read
 */
export async function readFolder(root: string): Promise<Folder> {
  const base = await realpath(root).catch((error: unknown) => {
    throw UnusableInput.fromSystem(`The schema folder ${root} cannot be read`, error);
  });
  const files = (await listFiles(base, "")).toSorted(byCodeUnit);
  return toFolder(await inBatches(files, (file) => readOne(base, file)));
}

/** Puts files together, in their order. */
export function toFolder(files: readonly ReadFile[]): Folder {
  const documents = files.flatMap(([document]) => document ?? []);
  return {
    documents: new Map(documents.map((document) => [document.file, document])),
    diagnostics: files.flatMap(([, diagnostics]) => diagnostics),
  };
}

/** One file. */
async function readOne(base: string, file: string): Promise<ReadFile> {
  const path = join(base, file);
  const real = await realpath(path).catch(() => undefined);
  if (real === undefined || !real.startsWith(base + sep)) return outside(file);
  const about = await stat(path);
  if (!about.isFile()) return noFile(file, "is not a file", "rename or remove it");
  const refused = tooLarge(file, about.size);
  if (refused !== undefined) return refused;
  const bytes = await readFile(path).catch((error: unknown) => {
    throw UnusableInput.fromSystem(`The schema ${path} cannot be read`, error);
  });
  return readDocument(file, bytes);
}

/** Paths of all schema files under `below`; linked folders are listed as if they were files, never entered. */
async function listFiles(root: string, below: string): Promise<string[]> {
  const entries = await readdir(join(root, below), { withFileTypes: true }).catch((error: unknown) => {
    throw UnusableInput.fromSystem(`The schema folder ${join(root, below)} cannot be read`, error);
  });
  const found: string[] = [];
  for (const entry of entries) {
    const file = below === "" ? entry.name : `${below}/${entry.name}`;
    const linked = entry.isSymbolicLink() && (await stat(join(root, file)).catch(() => undefined))?.isDirectory();
    if (entry.name.endsWith(extension) || linked) found.push(file);
    else if (entry.isDirectory()) found.push(...(await listFiles(root, file)));
  }
  return found;
}
