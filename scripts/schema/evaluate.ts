import { formats } from "../formats.ts";
import { isEqual, isObject, type Json, toPointer, typeOf } from "./json.ts";
import type { Schema } from "./schema.ts";

/** A keyword that a value breaks, and the member where. */
export interface Broken {
  /** JSON Pointer of the member; of the missing one, for `required`. */
  readonly pointer: string;
  readonly keyword: string;
}

/** Patterns repeat thousands of times, and compiling one costs a hundred times what a test does. */
const patterns = new Map<string, RegExp>();

function compiled(pattern: string): RegExp {
  const regex = patterns.get(pattern) ?? new RegExp(pattern, "u");
  patterns.set(pattern, regex);
  return regex;
}

const length = (text: string): number => [...text].length;

/** A rule about texts; values of other types satisfy it. The others alike. */
const ofString = (holds: (value: string, limit: never) => boolean) => (value: Json, limit: never) =>
  typeof value !== "string" || holds(value, limit);
const ofNumber = (holds: (value: number, limit: number) => boolean) => (value: Json, limit: never) =>
  typeof value !== "number" || holds(value, limit);
const ofArray = (holds: (value: Json[], limit: never) => boolean) => (value: Json, limit: never) =>
  !Array.isArray(value) || holds(value, limit);
const ofObject = (holds: (names: string[], limit: never, schema: Schema) => boolean) => (value: Json, limit: never, schema: Schema) =>
  !isObject(value) || holds(Object.keys(value), limit, schema);

/** What each keyword without subschemas demands (JSON Schema 2020-12, validation vocabulary). */
const rules: Readonly<Record<string, (value: Json, limit: never, schema: Schema) => boolean>> = {
  type: (value, limit: string | string[]) => {
    const type = typeOf(value);
    const types = typeof limit === "string" ? [limit] : limit;
    return types.includes(type) || (type === "integer" && types.includes("number"));
  },
  const: (value, limit: Json) => isEqual(value, limit),
  enum: (value, limit: Json[]) => limit.some((item) => isEqual(item, value)),
  format: ofString((value, limit: string) => formats.get(limit)?.regex.test(value) ?? true),
  pattern: ofString((value, limit: string) => compiled(limit).test(value)),
  minLength: ofString((value, limit: number) => length(value) >= limit),
  maxLength: ofString((value, limit: number) => length(value) <= limit),
  minimum: ofNumber((value, limit) => value >= limit),
  maximum: ofNumber((value, limit) => value <= limit),
  exclusiveMinimum: ofNumber((value, limit) => value > limit),
  exclusiveMaximum: ofNumber((value, limit) => value < limit),
  multipleOf: ofNumber((value, limit) => Number.isInteger(value / limit)),
  minItems: ofArray((value, limit: number) => value.length >= limit),
  maxItems: ofArray((value, limit: number) => value.length <= limit),
  uniqueItems: ofArray((value, limit: boolean) => !limit || value.every((a, i) => value.slice(0, i).every((b) => !isEqual(a, b)))),
  minProperties: ofObject((names, limit: number) => names.length >= limit),
  maxProperties: ofObject((names, limit: number) => names.length <= limit),
  additionalProperties: ofObject((names, limit: unknown, { properties = {} }) => {
    return limit !== false || names.every((name) => Object.hasOwn(properties, name));
  }),
};

/**
 * Reads a flat schema literally, keyword by keyword. Slow and plain: for a handful of values, and as a second opinion.
 * @param schema a flat schema without `ref` nodes, or its shared form
 * @param keys from the payload's root to the value
 * @returns the keywords that the value breaks, in the order of the schema; [] for a valid value
 */
export function evaluate(schema: Schema, value: Json, keys: readonly (string | number)[] = []): Broken[] {
  const broken: Broken[] = [];
  const add = (keyword: string, at = keys): number => broken.push({ pointer: toPointer(at), keyword });
  for (const [keyword, limit] of Object.entries(schema)) {
    if (rules[keyword]?.(value, limit as never, schema) === false) add(keyword);
  }
  for (const keyword of ["anyOf", "oneOf"]) {
    const branches = schema[keyword] as Schema[] | undefined;
    const fitting = branches?.filter((branch) => evaluate(branch, value).length === 0).length;
    if (fitting === 0 || (keyword === "oneOf" && (fitting ?? 1) > 1)) add(keyword);
  }
  if (schema.not !== undefined && evaluate(schema.not as Schema, value).length === 0) add("not");
  if (Array.isArray(value)) {
    const { items = {} } = schema;
    broken.push(...value.flatMap((item, i) => evaluate(items, item, [...keys, i])));
  } else if (isObject(value)) {
    const { required = [], properties = {}, additionalProperties } = schema;
    for (const name of required) if (!Object.hasOwn(value, name)) add("required", [...keys, name]);
    for (const [name, member] of Object.entries(value)) {
      const rest = typeof additionalProperties === "object" ? additionalProperties : {};
      const child = Object.hasOwn(properties, name) ? (properties[name] as Schema) : rest;
      broken.push(...evaluate(child, member, [...keys, name]));
    }
  }
  return broken;
}
