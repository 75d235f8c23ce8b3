import { isObject, type Json, toPointer } from "../json/json.ts";
import { isAssertion, rows } from "./keywords.ts";
import type { Assertion, Kind } from "./keywords/keyword.ts";
import type { Schema } from "./schema.ts";

/** A keyword that a value breaks, and the member where. */
export interface Broken {
  /** JSON Pointer of the member; of the missing one, for `required`. */
  readonly pointer: string;
  readonly keyword: string;
}

type Keys = readonly (string | number)[];

const isOfKind: Readonly<Record<Kind | "any", (value: Json) => boolean>> = {
  any: () => true,
  string: (value) => typeof value === "string",
  number: (value) => typeof value === "number",
  array: Array.isArray,
  object: isObject,
};

/** The keywords of a schema that speak of a value, in the order of the schema. */
function speaking(schema: Schema, value: Json): [keyword: string, row: Assertion<unknown>, limit: unknown][] {
  return Object.entries(schema).flatMap(([keyword, limit]): [string, Assertion<unknown>, unknown][] => {
    const row = rows.get(keyword);
    return row !== undefined && isAssertion(row) && isOfKind[row.of](value) ? [[keyword, row as unknown as Assertion<unknown>, limit]] : [];
  });
}

const accepts = (schema: Schema, value: Json): boolean => evaluate(schema, value).length === 0;

/**
 * Reads a flat schema literally, keyword by keyword. Slow and plain: for a handful of values, and as a second opinion.
 * @param schema a flat schema without `ref` nodes, or its shared form
 * @param keys from the payload's root to the value
 * @returns the keywords that the value breaks, those of the value itself first; [] for a valid value
 */
export function evaluate(schema: Schema, value: Json, keys: Keys = []): Broken[] {
  const asked = speaking(schema, value);
  const own = asked.flatMap(([keyword, { holds }, limit]) => (holds?.(value, limit, schema, accepts) === false ? [{ pointer: toPointer(keys), keyword }] : []));
  const inside = asked.flatMap(([keyword, { missing, parts }, limit]) => [
    ...(missing?.(value, limit) ?? []).map((name) => ({ pointer: toPointer([...keys, name]), keyword })),
    ...(parts?.(value, limit, schema) ?? []).flatMap((part) => evaluate(part.schema, part.value, [...keys, part.key])),
  ]);
  return [...own, ...inside];
}
