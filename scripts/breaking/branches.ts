import { isEqual } from "../json/equality.ts";
import type { Json } from "../json/json.ts";
import { toJson } from "../json/text.ts";
import { shorten } from "../report/quote.ts";
import { expand, toComparable } from "../schema/expand.ts";
import { noun } from "../schema/keywords/words.ts";
import type { Schema } from "../schema/schema.ts";
import type { Found, Includes } from "./difference.ts";

/** The branches of two unions: those of both sides that are one branch, and those of one side only. */
interface Matched {
  readonly both: readonly (readonly [before: Schema, after: Schema])[];
  readonly gone: readonly Schema[];
  readonly come: readonly Schema[];
}

export type UnionKeyword = "anyOf" | "oneOf";

/** The keyword that a schema has its branches by. */
export function keywordOf({ anyOf }: Schema): UnionKeyword {
  return anyOf === undefined ? "oneOf" : "anyOf";
}

/** The members of which a branch has one value, which may tell it from the others. */
function constantsOf(schema: Schema): Map<string, Json> {
  const members = Object.entries(expand(schema).properties ?? {});
  return new Map(members.flatMap(([name, { const: value }]) => (value === undefined ? [] : [[name, value]])));
}

/** Whether members of which both branches have one value have the same; undefined where there are none. */
function haveSameConstants(a: Schema, b: Schema): boolean | undefined {
  const [left, right] = [constantsOf(a), constantsOf(b)];
  const shared = [...left].filter(([name]) => right.has(name));
  return shared.length === 0 ? undefined : shared.every(([name, value]) => isEqual(value, right.get(name) as Json));
}

const haveMembers = (schema: Schema): boolean => expand(schema).properties !== undefined;

/** Whether two branches describe members of the same names. */
function haveSameMembers(a: Schema, b: Schema): boolean {
  const [left = [], right = []] = [a, b].map((one) => Object.keys(expand(one).properties ?? {}).toSorted());
  return isEqual(left, right);
}

/** Ways to tell that two branches are one, the surest first. */
const alike: readonly ((a: Schema, b: Schema, includes: Includes) => boolean)[] = [
  (a, b) => isEqual(toComparable(a), toComparable(b)),
  (a, b) => a.ref !== undefined && a.ref.name === b.ref?.name,
  (a, b, includes) => haveSameMembers(a, b) && includes(a, b) && includes(b, a),
  (a, b) => haveSameConstants(a, b) === true,
  (a, b) => a.title !== undefined && a.title === b.title,
  (a, b) => haveSameConstants(a, b) !== false && haveMembers(a) && haveSameMembers(a, b),
  (a, b, includes) => haveSameConstants(a, b) !== false && (includes(a, b) || includes(b, a)),
];

/** A branch in words, with what tells it from the others: "an object whose kind is "card"". */
function nameBranch(schema: Schema): string {
  const [first] = constantsOf(schema);
  const name = noun(schema);
  return first === undefined || schema.ref !== undefined
    ? name
    : `${name} whose ${first[0]} is ${shorten(toJson(first[1]))}`;
}

/** Finds which branches of two unions are one. */
export function matchBranches(before: readonly Schema[], after: readonly Schema[], includes: Includes): Matched {
  const [gone, come] = [[...before], [...after]];
  const both: [Schema, Schema][] = [];
  for (const isAlike of alike) {
    for (const old of gone.slice()) {
      const next = come.find((one) => isAlike(old, one, includes));
      if (next === undefined) continue;
      both.push([old, next]);
      gone.splice(gone.indexOf(old), 1);
      come.splice(come.indexOf(next), 1);
    }
  }
  return { both, gone, come };
}

/**
 * Branches that only one side has, and of which the other side does not accept all.
 * @param keyword of the union
 */
export function branchChanges(
  keyword: string,
  gone: readonly Schema[],
  come: readonly Schema[],
  { from, to }: { readonly from: Schema; readonly to: Schema },
  includes: Includes,
): Found[] {
  return [
    ...come
      .filter((one) => !includes(one, from))
      .map((one) => ({ rule: "branch-added", keyword, message: `can be ${nameBranch(one)} now` })),
    ...gone
      .filter((one) => !includes(one, to))
      .map((one) => ({ rule: "branch-removed", keyword, message: `cannot be ${nameBranch(one)} any more` })),
  ];
}
