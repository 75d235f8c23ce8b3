import * as annotations from "./keywords/annotations.ts";
import * as any from "./keywords/any.ts";
import * as arrays from "./keywords/arrays.ts";
import type { Assertion, Keyword } from "./keywords/keyword.ts";
import * as memberCounts from "./keywords/memberCounts.ts";
import * as numbers from "./keywords/numbers.ts";
import * as objects from "./keywords/objects.ts";
import * as strings from "./keywords/strings.ts";
import * as unions from "./keywords/unions.ts";

const { sensitive, lintOff, ...words } = annotations;
const { type, const: constant, enum: enumeration } = any;
const { pattern, format, minLength, maxLength } = strings;
const { required, properties, additionalProperties } = objects;

/**
 * Every keyword that a schema may use: those of JSON Schema 2020-12 that validators of all languages read alike
 * (https://json-schema.org/draft/2020-12/json-schema-validation), and our own, which begin with `x-`. A new one is a row.
 */
export const table = {
  ...words,
  "x-sensitive": sensitive,
  "x-lint-off": lintOff,
  type,
  const: constant,
  enum: enumeration,
  anyOf: unions.anyOf,
  oneOf: unions.oneOf,
  not: unions.not,
  format,
  pattern,
  minLength,
  maxLength,
  ...numbers,
  ...arrays,
  required,
  properties,
  additionalProperties,
  ...memberCounts,
};

/** The rows by keyword. */
export const rows: ReadonlyMap<string, Keyword<never>> = new Map(
  Object.entries(table as object as Readonly<Record<string, Keyword<never>>>),
);

/** The keywords that people may write. */
export const written: ReadonlySet<string> = new Set(
  [...rows].filter(([, row]) => !(isAssertion(row) && row.isDerived)).map(([name]) => name),
);

/** Keywords of our own, which other languages' validators do not know. */
export const ownKeywords: readonly string[] = [...rows.keys()].filter((name) => name.startsWith("x-"));

/** Whether a keyword makes demands on values. */
export function isAssertion<Limit>(row: Keyword<Limit>): row is Assertion<Limit> {
  return row.role === "assertion";
}
