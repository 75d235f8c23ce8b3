import { renderGithub } from "./github.ts";
import { renderJson } from "./json.ts";
import type { Report } from "./report.ts";
import { renderSarif } from "./sarif.ts";
import { renderText } from "./text.ts";

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
