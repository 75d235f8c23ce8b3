import { byCodeUnit } from "../json/json.ts";

/** What is wrong with a schema, where, and what to do about it. */
export interface Diagnostic {
  /** Id of the rule that is broken. */
  readonly rule: string;
  readonly severity: "error" | "warning";
  /** Path of the file, relative to the schema folder, with forward slashes; "" for what belongs to no file. */
  readonly file: string;
  /** JSON Pointer of the value; absent where the text is not JSON. */
  readonly pointer?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based, in UTF-16 code units. */
  readonly column?: number;
  /** One sentence: what was found and what was expected. */
  readonly message: string;
  /** What to do, where that is known. */
  readonly fix?: string;
}

/** Whether diagnostics stop the tool; warnings do not. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}

/** Orders diagnostics by file and location, for `toSorted`. */
export function byLocation(a: Diagnostic, b: Diagnostic): number {
  return (
    byCodeUnit(a.file, b.file) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    byCodeUnit(a.rule, b.rule) ||
    byCodeUnit(a.message, b.message)
  );
}
