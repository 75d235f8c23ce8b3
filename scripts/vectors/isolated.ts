import type { Json } from "../json/json.ts";
import { isAssertion, rows } from "../schema/keywords.ts";
import type { Schema } from "../schema/schema.ts";
import { merged, sample } from "./sample.ts";

/** A schema that every keyword of another but one asks for, and the reverse of that one. */
type Reversed = readonly [keyword: string, schema: Schema];

/** Whether keywords of a schema overlap: then a value that one refuses is often refused by another too. */
function overlaps(schema: Schema): boolean {
  const asked = Object.keys(schema).flatMap((keyword) => {
    const row = rows.get(keyword);
    return row === undefined || !isAssertion(row) || keyword === "type" ? [] : [row];
  });
  const speaksHere = asked.some(({ applies }) => applies === "here");
  const patterns = asked.filter(({ of, isSlow }) => of === "string" && isSlow);
  return schema.allOf !== undefined || patterns.length > 1 || (speaksHere && asked.length > 1);
}

const without = (list: readonly Schema[], i: number): readonly Schema[] => list.filter((_, at) => at !== i);

/** For each of several schemas that all hold: the others, and the reverse of it; and each branch of those that are unions. */
const eachReversed = (rest: Schema, all: readonly Schema[]): Schema[] =>
  all.flatMap((one, i) => {
    const others = merged(rest, { allOf: without(all, i) });
    return [merged(others, { not: one }), ...unionsOf(one).flatMap((branches) => eachAlone(others, branches))];
  });

/** The unions that a schema has itself. */
const unionsOf = (schema: Schema): (readonly Schema[])[] =>
  Object.entries(schema).flatMap(([keyword, limit]) => {
    const row = rows.get(keyword);
    return row !== undefined && isAssertion(row) && row.isUnion ? [limit as readonly Schema[]] : [];
  });

/** For each branch of a union: that branch and none of the others. */
const eachAlone = (rest: Schema, branches: readonly Schema[]): Schema[] =>
  branches.map((branch, i) => merged(merged(rest, branch), { not: { anyOf: without(branches, i) } }));

/** For each name of a list that has to be present: all others. */
const eachMissing = (rest: Schema, required: readonly string[]): Schema[] =>
  required.map((name) =>
    merged({ ...rest, required: required.filter((one) => one !== name) }, { not: { required: [name] } }),
  );

/** For each member that another needs: only the other. */
const eachUnmet = (rest: Schema, needs: Readonly<Record<string, readonly string[]>>): Schema[] =>
  Object.entries(needs).flatMap(([name, needed]) =>
    needed.map((other) => merged(merged(rest, { required: [name] }), { not: { required: [other] } })),
  );

/** How a keyword's value is taken apart, where that is more than one demand. */
const apart: Readonly<Record<string, (rest: Schema, limit: never) => Schema[]>> = {
  allOf: eachReversed,
  required: eachMissing,
  dependentRequired: eachUnmet,
};

function reversed(schema: Schema): Reversed[] {
  return Object.entries(schema).flatMap(([keyword, limit]): Reversed[] => {
    const row = rows.get(keyword);
    if (row === undefined || !isAssertion(row) || row.isRead || keyword === "type") return [];
    const { [keyword]: _, ...rest } = schema;
    const parts = apart[keyword]?.(rest, limit as never);
    if (parts === undefined && !row.isUnion && row.inside !== undefined) return [];
    const alone = row.isUnion ? eachAlone(rest, limit as readonly Schema[]) : [];
    const schemas = parts ?? [...alone, merged(rest, { not: { [keyword]: limit } })];
    return schemas.map((one) => [keyword, one]);
  });
}

/**
 * Values that only one keyword of a schema refuses, or only one branch accepts, where keywords overlap. What the other
 * keywords say would hide a change of that one.
 * @returns the keyword, and the value
 */
export function isolated(schema: Schema): (readonly [what: string, value: Json])[] {
  return overlaps(schema) ? reversed(schema).map(([keyword, one]) => [keyword, sample(one)]) : [];
}
