import { type Json, typeOf } from "../json/json.ts";
import { accepts } from "../schema/evaluate.ts";
import { isAssertion, rows } from "../schema/keywords.ts";
import { allowsType, kindOfType, typesOf } from "../schema/keywords/any.ts";
import type { Assertion } from "../schema/keywords/keyword.ts";
import type { Schema } from "../schema/schema.ts";

/** The types that values are divided by; "number" stands for numbers with a fraction. */
export const types = ["null", "boolean", "integer", "number", "string", "array", "object"] as const;

/** One of {@link types}. */
export type Type = (typeof types)[number];

/** The values of types that have few. */
const few: Partial<Readonly<Record<Type, readonly Json[]>>> = { null: [null], boolean: [false, true] };

/** Whether all layers allow a type. */
export function allow(layers: readonly Schema[], type: Type): boolean {
  return layers.every((layer) => {
    const own = typesOf(layer);
    return own.length === 0 || allowsType(own, type);
  });
}

/** The values that a layer lists, of which it accepts no others; undefined where it lists none. */
function listedIn(layer: Schema): readonly Json[] | undefined {
  for (const [keyword, limit] of Object.entries(layer)) {
    const row = rows.get(keyword);
    if (row !== undefined && isAssertion(row) && row.shows !== undefined) return row.shows(limit as never);
  }
  return undefined;
}

/** All values of a type that all layers accept; undefined where nobody lists them. */
export function valuesOf(type: Type, layers: readonly Schema[]): readonly Json[] | undefined {
  const listed = few[type] ?? layers.map(listedIn).find((values) => values !== undefined);
  return listed?.filter((value) => typeOf(value) === type && layers.every((layer) => accepts(layer, value)));
}

/** A demand of a schema: a keyword, its row and its value. */
export type Demand = readonly [keyword: string, row: Assertion<unknown>, limit: unknown];

/** The demands of a schema on values of a type. */
export function demandsOn(type: Type, schema: Schema): Demand[] {
  return Object.entries(schema).flatMap(([keyword, limit]): Demand[] => {
    const row = rows.get(keyword);
    if (row === undefined || !isAssertion(row) || (row.of !== "any" && row.of !== kindOfType[type])) return [];
    return row.isWord?.(limit as never) === true ? [] : [[keyword, row as unknown as Assertion<unknown>, limit]];
  });
}
