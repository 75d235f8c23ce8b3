import { once } from "../remembered.ts";
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

/**
 * Every keyword that a schema may use: those of JSON Schema 2020-12 that validators of all languages read alike
 * (https://json-schema.org/draft/2020-12/json-schema-validation), and our own, which begin with `x-`. A new one is a row.
 */
function makeTable() {
  const { sensitive, stability, partial, lintOff, ...words } = annotations;
  const { type, const: constant, enum: enumeration } = any;
  const { pattern, format, minLength, maxLength } = strings;
  const { prefixItems, items, minItems, maxItems, uniqueItems } = arrays;
  const { required, properties } = objects;
  return {
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
}

/** The value of each keyword's row, for types. */
export type Table = ReturnType<typeof makeTable>;

/** What is asked of the rows: they are put together on the first question, for some rows walk over schemas, and so ask for rows. */
const made = once((): ReadonlyMap<string, Keyword<never>> => new Map(Object.entries(makeTable() as object)));

/** The rows by keyword. */
export const rows = {
  get: (keyword: string): Keyword<never> | undefined => made().get(keyword),
  has: (keyword: string): boolean => made().has(keyword),
  keys: (): Iterable<string> => made().keys(),
  [Symbol.iterator]: (): Iterator<[string, Keyword<never>]> => made()[Symbol.iterator](),
};

/** Whether a keyword is one of our own, which other languages' validators do not know. */
export function isOwnKeyword(keyword: string): boolean {
  return keyword.startsWith("x-") && rows.has(keyword);
}

/** Whether a keyword makes demands on values. */
export function isAssertion<Limit>(row: Keyword<Limit>): row is Assertion<Limit> {
  return row.role === "assertion";
}
