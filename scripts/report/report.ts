import type { Diagnostic } from "../diagnostic.ts";
import { renderGithub } from "./github.ts";
import { renderJson } from "./json.ts";
import { renderSarif } from "./sarif.ts";
import { renderText } from "./text.ts";

/** All that a renderer needs to know: it reads nothing else. */
export interface Report {
  /** Sorted by file and place. */
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
}

/** For whom a report is: a person, a script, the annotations of a pull request, or a code scanner. */
export const formats = ["text", "json", "github", "sarif"] as const;

export type Format = (typeof formats)[number];

/** Each format's renderer; none ends in a newline. */
export const renderers: Readonly<Record<Format, (report: Report) => string>> = {
  text: renderText,
  json: renderJson,
  github: renderGithub,
  sarif: renderSarif,
};
