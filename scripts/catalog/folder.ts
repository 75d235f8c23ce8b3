import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { inBatches } from "../batches.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import { UnusableInput } from "../unusable.ts";
import { readDocument, unreadable } from "./document.ts";
import type { Document } from "../schema/document.ts";
import { byCodeUnit } from "../json/json.ts";

const extension = ".schema.json";

/** Bytes per file: what editors and hosts of schemas still open; a schema that people wrote has a hundredth of it. */
export const maxBytes = 1_000_000;

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
  const documents = new Map<string, Document>();
  const diagnostics: Diagnostic[] = [];
  const base = await realpath(root).catch((error: unknown) => {
    throw UnusableInput.fromSystem(`The schema folder ${root} cannot be read`, error);
  });
  const files = (await listFiles(base, "")).toSorted(byCodeUnit);
  for (const [document, problems] of await inBatches(files, (file) => readOne(base, file))) {
    if (document !== undefined) documents.set(document.file, document);
    diagnostics.push(...problems);
  }
  return { documents, diagnostics };
}

/** One file: its document, where it is one of the folder's, and what is wrong with it. */
async function readOne(base: string, file: string): Promise<[Document | undefined, Diagnostic[]]> {
  const problem = (rule: string, message: string, fix: string): Diagnostic[] => [
    { rule, severity: "error", file, message, fix },
  ];
  const path = join(base, file);
  const real = await realpath(path).catch(() => undefined);
  if (real === undefined || !real.startsWith(base + sep)) {
    const message = "is a symbolic link that leaves the schema folder";
    return [undefined, problem("schema-file", message, "copy the file into the folder")];
  }
  const about = await stat(path);
  if (!about.isFile()) return [undefined, problem("schema-file", "is not a file", "rename or remove it")];
  if (about.size > maxBytes) {
    const message = `has ${about.size} bytes; at most ${maxBytes} are read`;
    return [unreadable(file), problem("file-size", message, "move parts of it to files of their own")];
  }
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
