import { date, dateTime, time } from "./dateTime.ts";
import { duration } from "./duration.ts";
import { email } from "./email.ts";
import type { FormatRow } from "./format.ts";
import { hostname } from "./hostname.ts";
import { ipv4, ipv6 } from "./ip.ts";
import { iri, iriReference } from "./iri.ts";
import { jsonPointer, relativeJsonPointer } from "./jsonPointer.ts";
import { regex } from "./regex.ts";
import { uri, uriReference } from "./uri.ts";
import { uriTemplate } from "./uriTemplate.ts";
import { uuid } from "./uuid.ts";

/** A string format: one rule for every language. */
export interface Format extends FormatRow {
  /** The pattern, compiled as validators of JSON Schema do: with the `u` flag. */
  readonly regex: RegExp;
}

/**
 * Every format that has a rule. A new one is a row here. Of the standard's, idn-hostname and idn-email have none: which
 * letters a name may hold stands in the tables of IDNA 2008, which no pattern can say.
 */
const rows: readonly FormatRow[] = [
  dateTime,
  date,
  time,
  duration,
  email,
  hostname,
  ipv4,
  ipv6,
  uri,
  uriReference,
  iri,
  iriReference,
  uriTemplate,
  uuid,
  jsonPointer,
  relativeJsonPointer,
  regex,
];

/** The rows by name. */
export const formats: ReadonlyMap<string, Format> = new Map(
  rows.map((row) => [row.name, { ...row, regex: new RegExp(row.pattern, "u") }]),
);
