import { remembered } from "../remembered.ts";
import { isObject, type Json, toPointer } from "../json/json.ts";
import { expand } from "./expand.ts";
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

interface Demand {
  readonly keyword: string;
  readonly row: Assertion<unknown>;
  readonly limit: unknown;
}

const isOfKind: Readonly<Record<Kind | "any", (value: Json) => boolean>> = {
  any: () => true,
  string: (value) => typeof value === "string",
  number: (value) => typeof value === "number",
  array: Array.isArray,
  object: isObject,
};

/** The demands of a schema, in its order. A schema is held against hundreds of vectors: its rows are looked up once. */
const demandsOf = remembered((schema: Schema): readonly Demand[] =>
  Object.entries(schema).flatMap(([keyword, limit]): Demand[] => {
    const row = rows.get(keyword);
    return row !== undefined && isAssertion(row) ? [{ keyword, row: row as unknown as Assertion<unknown>, limit }] : [];
  }),
);

/** A node with its definition written out, once. */
const written = remembered(expand);

/** Whether a flat schema accepts a value. */
export function accepts(schema: Schema, value: Json): boolean {
  return evaluate(schema, value).length === 0;
}

/** Adds the keywords that a value breaks, those of the value itself first. */
function collect(node: Schema, value: Json, keys: Keys, broken: Broken[]): void {
  const schema = node.ref === undefined ? node : written(node);
  const demands = demandsOf(schema).filter(({ row }) => isOfKind[row.of](value));
  for (const { keyword, row, limit } of demands) {
    if (row.holds?.(value, limit, schema, accepts) === false) broken.push({ pointer: toPointer(keys), keyword });
  }
  for (const { keyword, row, limit } of demands) {
    for (const name of row.missing?.(value, limit) ?? []) broken.push({ pointer: toPointer([...keys, name]), keyword });
    for (const own of row.also?.(value, limit, schema, accepts) ?? []) collect(own, value, keys, broken);
    for (const part of row.parts?.(value, limit, schema) ?? [])
      collect(part.schema, part.value, [...keys, part.key], broken);
  }
}

/**
 * Reads a flat schema literally, keyword by keyword. Slow and simple: for a handful of values, and as a second opinion.
 * @param schema a flat schema; it is not changed later
 * @param keys from the payload's root to the value
 * @returns the keywords that the value breaks, those of the value itself first; [] for a valid value
 */
export function evaluate(schema: Schema, value: Json, keys: Keys = []): Broken[] {
  const broken: Broken[] = [];
  collect(schema, value, keys, broken);
  return broken;
}
