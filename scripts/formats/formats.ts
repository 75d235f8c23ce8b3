import { date, dateTime, time } from "./dateTime.ts";
import { email } from "./email.ts";
import type { FormatRow } from "./format.ts";
import { uri } from "./uri.ts";
import { uuid } from "./uuid.ts";

/** A string format: one rule for every language. */
export interface Format extends FormatRow {
  /** The pattern, compiled. */
  readonly regex: RegExp;
}

/** Every format that a schema may use. A new one is a row here. */
const rows: readonly FormatRow[] = [dateTime, date, time, uri, uuid, email];

/** The rows by name. */
export const formats: ReadonlyMap<string, Format> = new Map(
  rows.map((row) => [row.name, { ...row, regex: new RegExp(row.pattern) }]),
);
