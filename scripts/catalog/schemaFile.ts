import type { Diagnostic } from "../report/diagnostic.ts";
import type { Document } from "../schema/document.ts";
import { unreadable } from "./document.ts";

/** What the names of schema files end with. */
export const extension = ".schema.json";

/** Bytes per file: what editors and hosts of schemas still open; a schema that people wrote has a hundredth of it. */
export const maxBytes = 1_000_000;

/** What was made of a file: its document, where it is one of the folder's, and what is wrong with it. */
export type ReadFile = readonly [document: Document | undefined, diagnostics: readonly Diagnostic[]];

const problem = (file: string, rule: string, message: string, fix: string): Diagnostic[] => [
  { rule, severity: "error", file, message, fix },
];

/** What is said of a name that stands for no file of the folder: nothing of it is read. */
export function noFile(file: string, message: string, fix: string): ReadFile {
  return [undefined, problem(file, "schema-file", message, fix)];
}

/** The same of a link that leads out of the folder. */
export function outside(file: string): ReadFile {
  return noFile(file, "is a symbolic link that leaves the schema folder", "copy the file into the folder");
}

/**
 * Refuses a file by its size, before it is read.
 * @returns undefined where it may be read
 */
export function tooLarge(file: string, size: number): ReadFile | undefined {
  if (size <= maxBytes) return undefined;
  const message = `has ${size} bytes; at most ${maxBytes} are read`;
  return [unreadable(file), problem(file, "file-size", message, "move parts of it to files of their own")];
}
