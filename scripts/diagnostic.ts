/** What is wrong with a schema, where, and what to do about it. */
export interface Diagnostic {
  /** Id of the rule that is broken. */
  readonly rule: string;
  readonly severity: "error" | "warning";
  /** Path of the file, relative to the schema folder, with forward slashes. */
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

/**
 * Renders diagnostics for a person, one block each.
 * @param diagnostics in the order in which they are to be read
 * @returns lines without a final newline; "" for none
 */
export function renderText(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ rule, severity, file, line, column, message, fix }) => {
      const place = line === undefined ? file : `${file}:${line}:${column}`;
      return `${place} ${severity}: ${message} [${rule}]${fix === undefined ? "" : `\n  fix: ${fix}`}`;
    })
    .join("\n");
}
