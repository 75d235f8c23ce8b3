import { additionalProperties } from "./keywords/additionalProperties.ts";
import * as annotations from "./keywords/annotations.ts";
import * as any from "./keywords/any.ts";
import * as arrays from "./keywords/arrays.ts";
import { contains, maxContains, minContains } from "./keywords/contains.ts";
import * as conditions from "./keywords/conditions.ts";
import { allOf, not } from "./keywords/conjunctions.ts";
import type { Assertion, Keyword } from "./keywords/keyword.ts";
import * as memberCounts from "./keywords/memberCounts.ts";
import { patternProperties, propertyNames } from "./keywords/memberNames.ts";
import * as numbers from "./keywords/numbers.ts";
import * as objects from "./keywords/objects.ts";
import { open } from "./keywords/open.ts";
import * as strings from "./keywords/strings.ts";
import * as unions from "./keywords/unions.ts";

const { sensitive, stability, partial, lintOff, ...words } = annotations;
const { type, const: constant, enum: enumeration } = any;
const { pattern, format, minLength, maxLength } = strings;
const { prefixItems, items, minItems, maxItems, uniqueItems } = arrays;
const { required, properties } = objects;

/**
 * Every keyword that a schema may use: those of JSON Schema 2020-12 that validators of all languages read alike
 * (https://json-schema.org/draft/2020-12/json-schema-validation), and our own, which begin with `x-`. A new one is a row.
 */
export const table = {
  ...words,
  "x-sensitive": sensitive,
  "x-stability": stability,
  "x-open": open,
  "x-partial": partial,
  "x-lint-off": lintOff,
  type,
  const: constant,
  enum: enumeration,
  anyOf: unions.anyOf,
  oneOf: unions.oneOf,
  not,
  allOf,
  if: conditions.if,
  then: conditions.then,
  else: conditions.else,
  format,
  pattern,
  minLength,
  maxLength,
  ...numbers,
  prefixItems,
  items,
  minItems,
  maxItems,
  uniqueItems,
  contains,
  minContains,
  maxContains,
  required,
  dependentRequired: conditions.dependentRequired,
  properties,
  patternProperties,
  additionalProperties,
  propertyNames,
  dependentSchemas: conditions.dependentSchemas,
  ...memberCounts,
};

/** The rows by keyword. */
export const rows: ReadonlyMap<string, Keyword<never>> = new Map(
  Object.entries(table as object as Readonly<Record<string, Keyword<never>>>),
);

/** Keywords of our own, which other languages' validators do not know. */
export const ownKeywords: readonly string[] = [...rows.keys()].filter((name) => name.startsWith("x-"));

/** Whether a keyword makes demands on values. */
export function isAssertion<Limit>(row: Keyword<Limit>): row is Assertion<Limit> {
  return row.role === "assertion";
}
