import type { Json } from "../json/json.ts";
import { evaluate } from "../schema/evaluate.ts";
import { isAssertion, rows } from "../schema/keywords.ts";
import { typesOf } from "../schema/keywords/any.ts";
import { makers, vary } from "../schema/keywords/makers.ts";
import { merge } from "../schema/merge.ts";
import type { Schema } from "../schema/schema.ts";

/** Values that a schema shows by itself. */
function shown(schema: Schema): Json[] {
  return [...rows].flatMap(([keyword, row]) => {
    const limit = schema[keyword];
    return limit === undefined || row.role === "composition" ? [] : [...(row.shows?.(limit as never) ?? [])];
  });
}

/** Values that are worth trying, from the schema's keywords. */
function tried(schema: Schema): Json[] {
  return Object.entries(schema).flatMap(([keyword, limit]) => {
    const row = rows.get(keyword);
    return row !== undefined && isAssertion(row) ? [...(row.samples?.(limit as never) ?? [])] : [];
  });
}

/** The first branch of a union, instead of the union. */
function withFirstBranch(schema: Schema): Schema | undefined {
  const union = Object.entries(schema).find(([keyword]) => {
    const row = rows.get(keyword);
    return row !== undefined && isAssertion(row) && row.inside === "list";
  });
  if (union === undefined) return undefined;
  const { [union[0]]: branches, ...rest } = schema;
  return merge(rest, (branches as readonly Schema[])[0] ?? {}, () => {});
}

/**
 * A value that a schema accepts, as short as can be: what the schema itself shows, else made of its keywords.
 * @param schema a flat schema without `ref` nodes
 * @returns the value; where nothing fits (a pattern without an example), a value that is wrong
 */
export function sample(schema: Schema): Json {
  const accepts = (value: Json): boolean => evaluate(schema, value).length === 0;
  const fitting = shown(schema).find(accepts);
  if (fitting !== undefined) return fitting;
  const branch = withFirstBranch(schema);
  if (branch !== undefined) return sample(branch);
  return makers[typesOf(schema)[0] ?? "object"]?.(schema, { tried: tried(schema), accepts, sample, distinct }) ?? null;
}

/**
 * Valid items, all different where the schema allows it.
 * @param count how many
 */
export function distinct(items: Schema, count: number): Json[] {
  const first = sample(items);
  const listed = [...tried(items), ...shown(items)];
  return Array.from({ length: count }, (_, i) => (i === 0 ? first : vary(first, i, listed, items)));
}
