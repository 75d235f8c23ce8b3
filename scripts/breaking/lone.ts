import { isEqual } from "../json/equality.ts";
import { expand, toComparable } from "../schema/expand.ts";
import { isAssertion, rows } from "../schema/keywords.ts";
import type { Schema } from "../schema/schema.ts";
import { keywordOf, matchBranches, type UnionKeyword } from "./branches.ts";
import type { Found, Includes } from "./difference.ts";

/** A branch of a union on one side, and what the other side says without a union. */
export interface Lone {
  readonly before: Schema;
  readonly after: Schema;
  /** From the schema after the change to the branch; nowhere where that side has no union. */
  readonly at: readonly string[];
  readonly keyword: UnionKeyword;
  /** The other branches, of before or after; null is a change by itself. */
  readonly gone: readonly Schema[];
  readonly come: readonly Schema[];
}

const onlyNull: Schema = { type: "null" };

/** Whether a schema describes parts of its values beside its branches. */
const hasParts = ({ properties, items, prefixItems }: Schema): boolean =>
  [properties, items, prefixItems].some((keyword) => keyword !== undefined);

/**
 * Finds the branch that stands for a schema which was no union before, or is none any more: a member that can be null now
 * may be `anyOf` of what it was and null.
 * @param includes tells whether one schema accepts no more than another
 * @returns undefined where both sides are unions, or none is, or no branch is like the other side
 */
export function findLone(before: Schema, after: Schema, includes: Includes): Lone | undefined {
  const [from, to] = [expand(before), expand(after)];
  const [left, right] = [from[keywordOf(from)], to[keywordOf(to)]];
  const branches = left ?? right;
  if (branches === undefined || (left !== undefined && right !== undefined)) return undefined;
  const [single, union] = left === undefined ? [before, to] : [after, from];
  if (hasParts(union)) return undefined;
  const others = branches.filter((one) => !includes(one, onlyNull));
  const fitting = others.toSorted((a, b) => Number(hasParts(expand(b))) - Number(hasParts(expand(a))));
  const [pair] = matchBranches([single], fitting, includes).both;
  const branch = pair?.[1] ?? (fitting.length === 1 ? fitting[0] : undefined);
  if (branch === undefined) return undefined;
  const rest = others.filter((one) => one !== branch);
  const keyword = keywordOf(union);
  if (left !== undefined) return { before: branch, after, at: [], keyword, gone: rest, come: [] };
  return { before, after: branch, at: [keyword, String(branches.indexOf(branch))], keyword, gone: [], come: rest };
}

/** A schema with the mark that a branch of it has: what is sensitive in a branch is so in the union. */
export function marked(schema: Schema): Schema {
  const body = expand(schema);
  const branches = (body[keywordOf(body)] ?? []).map(expand);
  const isMarked = [body, ...branches].some((one) => one["x-sensitive"] === true);
  return isMarked ? { ...schema, "x-sensitive": true } : schema;
}

/** The demands that differ, without those that the branch repeats, or that are compared inside it. */
export function beyond(demands: readonly Found[], lone: Lone | undefined): readonly Found[] {
  if (lone === undefined) return demands;
  const [old, next] = [expand(lone.before), expand(lone.after)];
  const isRepeated = (keyword: string): boolean => {
    const [was, is] = [old[keyword], next[keyword]];
    const row = rows.get(keyword);
    const isWalked = row !== undefined && isAssertion(row) && row.topic === "items";
    if (isWalked && was !== undefined && is !== undefined) return true;
    return isEqual(toComparable({ [keyword]: was }), toComparable({ [keyword]: is }));
  };
  return demands.filter(({ keyword }) => !isRepeated(keyword));
}
