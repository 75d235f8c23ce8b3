import type { Diagnostic } from "./diagnostic.ts";

/** The input of a renderer, which reads nothing else. */
export interface Report {
  /** Sorted by file and location. */
  readonly diagnostics: readonly Diagnostic[];
  /** The text of each file that could be decoded, by the diagnostic's `file`. */
  readonly texts: ReadonlyMap<string, string>;
  /** Path of the schema folder from where the reader stands, with forward slashes, such as `schemas`; "" for none. */
  readonly base: string;
  /** The rules that were run. Loading finds more, under ids that need not stand here. */
  readonly rules: readonly { readonly id: string; readonly purpose: string }[];
  /** Version of the tool. */
  readonly version: string;
  /** Whether to colour for a terminal; only the text does. */
  readonly color: boolean;
  /** Whether a person wants to see every diagnostic, also where there are many of one rule. */
  readonly isAll: boolean;
}
