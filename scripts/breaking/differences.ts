import { expand } from "../schema/expand.ts";
import { noun } from "../schema/keywords/words.ts";
import type { Definition, Schema } from "../schema/schema.ts";
import { matchBranches } from "./branches.ts";
import { demandChanges } from "./demands.ts";
import type { Difference, Found, Includes, Step } from "./difference.ts";
import { closingChanges, describedAs, memberChanges, namesOf } from "./members.ts";
import { type IsGone, nameChanges } from "./typeNames.ts";
import { valueChanges } from "./values.ts";
import { wordChanges } from "./words.ts";

/** A part of a value that is a definition on both sides. */
export interface Pair {
  readonly steps: readonly Step[];
  readonly before: Definition;
  readonly after: Definition;
}

/** What is different between two schemas, but for what the definitions say that both name. */
export interface Compared {
  readonly differences: readonly Difference[];
  readonly pairs: readonly Pair[];
}

/** The way of the walk so far. */
interface Trail {
  readonly steps: readonly Step[];
  readonly at: readonly string[];
}

/**
 * Walks over two flat schemas side by side.
 * @param includes tells whether one schema accepts no more than another
 * @param isGone tells whether there is no type of a name after the change
 */
export function compareSchemas(before: Schema, after: Schema, includes: Includes, isGone: IsGone): Compared {
  const differences: Difference[] = [];
  const pairs: Pair[] = [];

  const visit = (old: Schema, next: Schema, trail: Trail): void => {
    const [from, to] = [expand(old), expand(next)];
    const add = (found: readonly Found[]): void => {
      for (const one of found) differences.push({ ...one, ...trail, before: from, after: to });
    };
    if (old.ref !== undefined && next.ref !== undefined && old.ref.name === next.ref.name) {
      pairs.push({ steps: trail.steps, before: old.ref, after: next.ref });
      return add(
        wordChanges(from, to).filter(({ keyword }) => old[keyword] !== undefined || next[keyword] !== undefined),
      );
    }
    add(nameChanges(old, next, isGone));
    const [left, right] = [from.anyOf ?? from.oneOf, to.anyOf ?? to.oneOf];
    const areUnions = left !== undefined && right !== undefined;
    add(wordChanges(from, to));
    add(valueChanges(from, to, areUnions ? ["values"] : ["values", "branches"], includes));
    add(demandChanges(from, to, includes));
    if (areUnions) visitBranches(left, right, from, to, trail, add);
    visitMembers(from, to, trail, add);
    visitItems(from, to, trail);
  };

  const visitBranches = (
    left: readonly Schema[],
    right: readonly Schema[],
    from: Schema,
    to: Schema,
    trail: Trail,
    add: (found: readonly Found[]) => void,
  ): void => {
    const keyword = to.anyOf === undefined ? "oneOf" : "anyOf";
    const { both, gone, come } = matchBranches(left, right, includes);
    for (const [old, next] of both)
      visit(old, next, { ...trail, at: [...trail.at, keyword, String(right.indexOf(next))] });
    add(
      come
        .filter((one) => !includes(one, from))
        .map((one) => ({ rule: "branch-added", keyword, message: `can be ${noun(one)} now` })),
    );
    add(
      gone
        .filter((one) => !includes(one, to))
        .map((one) => ({ rule: "branch-removed", keyword, message: `cannot be ${noun(one)} any more` })),
    );
  };

  const visitItems = (from: Schema, to: Schema, trail: Trail): void => {
    const [first = [], others = []] = [from.prefixItems, to.prefixItems];
    // Without one of the two all items of a side are alike, which is a condition that came or went.
    const count = first.length === 0 || others.length === 0 ? 0 : Math.max(first.length, others.length);
    for (let at = 0; at < count; at++) {
      const keywords = at < others.length ? ["prefixItems", String(at)] : ["items"];
      visit(first[at] ?? from.items ?? {}, others[at] ?? to.items ?? {}, into(trail, at, from, to, ...keywords));
    }
    if (from.items !== undefined && to.items !== undefined)
      visit(from.items, to.items, into(trail, count, from, to, "items"));
  };

  const visitMembers = (from: Schema, to: Schema, trail: Trail, add: (found: readonly Found[]) => void): void => {
    if (from.properties === undefined && to.properties === undefined) return add(closingChanges(from, to));
    for (const { name, ...found } of memberChanges(from, to)) {
      const [old, next] = [describedAs(from, name), describedAs(to, name)];
      const inside = into(trail, name, from, to, "properties", name);
      differences.push({ ...found, ...inside, before: old, after: next, isOfHolder: true });
    }
    add(closingChanges(from, to));
    for (const name of namesOf(from, to)) {
      const [old, next] = [describedAs(from, name), describedAs(to, name)];
      if (old !== undefined && next !== undefined) visit(old, next, into(trail, name, from, to, "properties", name));
    }
    const [others, rest] = [from.additionalProperties, to.additionalProperties];
    if (typeof others === "object" && typeof rest === "object")
      visit(others, rest, into(trail, "*", from, to, "additionalProperties"));
  };

  visit(before, after, { steps: [], at: [] });
  return { differences, pairs };
}

const into = (
  { steps, at }: Trail,
  key: string | number,
  before: Schema,
  after: Schema,
  ...keywords: string[]
): Trail => ({
  steps: [...steps, { key, before, after }],
  at: [...at, ...keywords],
});
