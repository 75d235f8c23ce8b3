import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import type { Diagnostic } from "../diagnostic.ts";
import { UnusableInput } from "../unusable.ts";
import { type Document, readDocument, unreadable } from "./document.ts";
import { byCodeUnit } from "./json.ts";

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
  for (const file of await listFiles(base, "")) {
    const path = join(base, file);
    const real = await realpath(path).catch(() => undefined);
    const outside = real === undefined || !real.startsWith(base + sep);
    const about = outside ? undefined : await stat(path);
    if (about === undefined || !about.isFile()) {
      const message = outside ? "is a symbolic link that leaves the schema folder" : "is not a file";
      const fix = outside ? "copy the file into the folder" : "rename or remove it";
      diagnostics.push({ rule: "schema-file", severity: "error", file, message, fix });
      continue;
    }
    if (about.size > maxBytes) {
      const message = `has ${about.size} bytes; at most ${maxBytes} are read`;
      diagnostics.push({ rule: "file-size", severity: "error", file, message, fix: "move parts of it to files of their own" });
      documents.set(file, unreadable(file));
      continue;
    }
    const bytes = await readFile(path).catch((error: unknown) => {
      throw UnusableInput.fromSystem(`The schema ${path} cannot be read`, error);
    });
    const [document, problems] = readDocument(file, bytes);
    documents.set(file, document);
    diagnostics.push(...problems);
  }
  return { documents, diagnostics };
}

/** Paths of all schema files under `below`, sorted; linked folders are listed as if they were files, never entered. */
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
  return found.toSorted(byCodeUnit);
}
