import { withoutHidden } from "../json/hidden.ts";
import type { Json } from "../json/json.ts";
import { toJson } from "../json/text.ts";

/** A file of the output: path relative to the output folder, with forward slashes, and its text. */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
}

/**
 * The sentence that every generated file begins with.
 * @param source a path, which can end no line and no comment: of what it may hold there is a rule
 */
export function notice(source: string): string {
  return `Generated from ${withoutHidden(source).replace(/[\s*<>]+/g, " ")}; do not edit.`;
}

/** What we generate from; other tools begin their files with such a sentence too. */
const sources = String.raw`(?:schemas/|scripts/|package\.json|LICENSE|CHANGELOG\.md)`;
/** What stands before it: the beginning of a comment, or of JSON, where it is a text or the member for one, behind `$schema` at most. */
const before = String.raw`(?://\s|<!--\s|[\s[{]*(?:"\$schema":\s*"[^"\n]*",\s*)?(?:"(?:\$?comment|//)":\s*)?")?`;
const ours = new RegExp(`^${before}Generated from ${sources}[^\\n]*; do not edit\\.`);

/** Whether a text begins by saying that we wrote it; elsewhere it can be a quotation. Paths have at most 4096 characters. */
export function hasNotice(text: string): boolean {
  return ours.test(text.slice(0, 5000));
}

/** JSON text as a person would indent it, with a final newline. */
export function toJsonText(value: Json): string {
  return `${toJson(value, 2)}\n`;
}

/** The name of a schema file in words of the repository, whatever folder was given on the command line. */
export function schemaPath(file: string): string {
  return `schemas/${file}`;
}
