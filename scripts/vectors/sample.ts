import type { Json } from "../json/json.ts";
import { accepts } from "../schema/evaluate.ts";
import { isAssertion, rows } from "../schema/keywords.ts";
import { typesOf } from "../schema/keywords/any.ts";
import type { Assertion } from "../schema/keywords/keyword.ts";
import { makers, vary } from "../schema/keywords/makers.ts";
import { merge } from "../schema/merge.ts";
import { isRecursive } from "../schema/recursion.ts";
import type { Definition, Schema } from "../schema/schema.ts";
import { appliesOf, mapSchema } from "../schema/walk.ts";

/** Values that a schema shows by itself. */
function shown(schema: Schema): Json[] {
  return [...rows].flatMap(([keyword, row]) => {
    const limit = schema[keyword];
    return limit === undefined || row.role === "composition" ? [] : [...(row.shows?.(limit as never) ?? [])];
  });
}

/** Values that are worth trying, from the keywords of a schema and of those inside it that speak of the same value. */
function tried(schema: Schema): Json[] {
  const own = Object.entries(schema).flatMap(([keyword, limit]) => {
    const row = rows.get(keyword);
    return row !== undefined && isAssertion(row) ? [...(row.samples?.(limit as never) ?? [])] : [];
  });
  const inside: Json[] = [];
  mapSchema(schema, (child, [keyword = ""]) => {
    if (appliesOf(keyword) === "here") inside.push(...tried(child));
    return child;
  });
  return [...own, ...inside];
}

/** A schema that accepts what two accept; what contradicts has been reported. */
export const merged = (base: Schema, own: Schema): Schema => merge(base, own, () => {});

/** The name of a schema's union. */
function unionOf(schema: Schema): string | undefined {
  return Object.keys(schema).find((keyword) => {
    const row = rows.get(keyword);
    return row !== undefined && isAssertion(row) && row.isUnion;
  });
}

/** The schema in each case of its union or condition, its own or one beside it; [] where it has none. */
function unfolded(schema: Schema): Schema[] {
  const { if: condition, then: met = {}, else: unmet = {}, ...always } = schema;
  if (condition !== undefined) return [merged(always, unmet), merged(merged(always, condition), met)];
  const own = unionOf(schema);
  if (own !== undefined) {
    const { [own]: branches, ...rest } = schema;
    return (branches as readonly Schema[]).map((branch) => merged(rest, branch));
  }
  const { allOf = [], ...rest } = schema;
  const beside = allOf.find((one) => unionOf(one) !== undefined || one.if !== undefined);
  if (beside === undefined) return [];
  const others = allOf.filter((one) => one !== beside);
  const around = others.length === 0 ? rest : { ...rest, allOf: others };
  return unfolded(beside).map((branch) => merged(around, branch));
}

/** So many branches are tried for one that can be satisfied. */
const maxTried = 8;

/** The first value that a schema accepts; the first at all where it accepts none. */
function firstAccepted(values: Iterable<Json>, fits: (value: Json) => boolean): Json | undefined {
  let first: Json | undefined;
  for (const value of values) {
    if (fits(value)) return value;
    first ??= value;
  }
  return first;
}

/** The schema with what it asks of a value under conditions, instead of the conditions; undefined where that is nothing. */
function settled(schema: Schema, value: Json): Schema | undefined {
  const conditional = Object.entries(schema).filter(
    ([keyword]) => keyword !== "allOf" && "also" in (rows.get(keyword) ?? {}),
  );
  const asked = conditional.flatMap(([keyword, limit]) => {
    const row = rows.get(keyword) as Assertion<unknown>;
    return [...(row.also?.(value, limit, schema, accepts) ?? [])];
  });
  if (asked.length === 0) return undefined;
  const rest = Object.fromEntries(
    Object.entries(schema).filter((entry) => !conditional.some(([name]) => name === entry[0])),
  );
  return asked.reduce(merged, rest);
}

/** A definition that holds itself is written out so many times at most. */
const maxDepth = 2;

/** How often each definition is being written out now. */
const depths = new Map<Definition, number>();

/** Samples of definitions that do not hold themselves: thousands of members can name one. */
const known = new WeakMap<Definition, Json>();

/** A sample of a definition; null where it holds itself and is deep enough already. */
function sampleOf(definition: Definition): Json {
  const before = known.get(definition);
  if (before !== undefined) return before;
  if (!isRecursive(definition)) {
    const value = sample(definition.schema);
    known.set(definition, value);
    return value;
  }
  const depth = depths.get(definition) ?? 0;
  if (depth >= maxDepth) return null;
  depths.set(definition, depth + 1);
  const value = sample(definition.schema);
  depths.set(definition, depth);
  return value;
}

/**
 * A value that a schema accepts, as short as can be: what the schema itself shows, else made of its keywords.
 * @param schema a flat schema
 * @returns the value; where nothing fits (a pattern without an example), a value that is wrong
 */
export function sample(schema: Schema): Json {
  if (schema.ref !== undefined) return sampleOf(schema.ref);
  const fits = (value: Json): boolean => accepts(schema, value);
  const fitting = shown(schema).find(fits);
  if (fitting !== undefined) return fitting;
  const branches = unfolded(schema).slice(0, maxTried);
  function* samples(): Generator<Json> {
    for (const branch of branches) yield sample(branch);
  }
  const ofBranch = firstAccepted(samples(), fits);
  if (ofBranch !== undefined) return ofBranch;
  const making = { tried: tried(schema), accepts: fits, sample, distinct, merge: merged };
  const made = makers[typesOf(schema)[0] ?? "object"]?.(schema, making) ?? null;
  if (Array.isArray(made) && !fits(made) && fits([])) return [];
  const underCondition = fits(made) ? undefined : settled(schema, made);
  return underCondition === undefined ? made : sample(underCondition);
}

/**
 * Valid items, all different where the schema allows it.
 * @param count how many
 */
export function distinct(items: Schema, count: number): Json[] {
  if (count <= 0) return [];
  const first = sample(items);
  if (items.ref !== undefined) return Array<Json>(count).fill(first);
  const listed = [...tried(items), ...shown(items)].filter((value) => accepts(items, value));
  return Array.from({ length: count }, (_, i) => {
    const varied = i === 0 ? first : vary(first, i, listed, items);
    return accepts(items, varied) ? varied : first;
  });
}
