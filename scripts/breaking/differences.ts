import { expand } from "../schema/expand.ts";
import type { Definition, Schema } from "../schema/schema.ts";
import { branchChanges, keywordOf, matchBranches } from "./branches.ts";
import { demandChanges } from "./demands.ts";
import type { Difference, Found, Includes, Step } from "./difference.ts";
import { beyond, findLone, marked } from "./lone.ts";
import { closingChanges, describedAs, memberChanges } from "./members.ts";
import { compareNames } from "./named.ts";
import { conditionalPairs, partPairs, patternChanges } from "./parts.ts";
import type { IsGone } from "./typeNames.ts";
import { valueChanges } from "./values.ts";
import { ownWordChanges, wordChanges } from "./words.ts";

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

  /** @param isPart whether values, demands and words are compared around it */
  const visit = (old: Schema, next: Schema, trail: Trail, isPart = false): void => {
    const [from, to] = [expand(old), expand(next)];
    const add = (found: readonly Found[]): void => {
      for (const one of found) differences.push({ ...one, ...trail, before: from, after: to });
    };
    const lone = findLone(old, next, includes);
    if (lone === undefined) {
      const named = compareNames(old, next, includes, isGone);
      add(named.found);
      if (named.pair !== undefined) {
        pairs.push({ steps: trail.steps, ...named.pair });
        return add(isPart ? [] : ownWordChanges(old, next));
      }
    }
    const [left, right] = [from[keywordOf(from)], to[keywordOf(to)]];
    const areUnions = left !== undefined && right !== undefined;
    if (!isPart) {
      add(lone === undefined ? wordChanges(from, to) : wordChanges(marked(old), marked(next)));
      const values = valueChanges(from, to, areUnions ? ["values"] : ["values", "branches"], includes);
      add(values);
      // A schema that is a branch among others now says so by these.
      if (lone !== undefined && values.every(({ rule }) => rule.startsWith("null-")))
        add(branchChanges(lone.keyword, lone.gone, lone.come, { from, to }, includes));
      add(beyond(demandChanges(from, to, includes), lone));
    }
    if (lone !== undefined) return visit(lone.before, lone.after, { ...trail, at: [...trail.at, ...lone.at] }, true);
    if (areUnions) visitBranches(left, right, from, to, trail, add);
    visitMembers(from, to, trail);
    add(closingChanges(from, to, includes));
    for (const part of partPairs(from, to)) visit(part.before, part.after, into(trail, part.step, from, to, part.at));
    for (const part of conditionalPairs(from, to))
      visit(part.before, part.after, { ...trail, at: [...trail.at, ...part.at] }, true);
  };

  const visitBranches = (
    left: readonly Schema[],
    right: readonly Schema[],
    from: Schema,
    to: Schema,
    trail: Trail,
    add: (found: readonly Found[]) => void,
  ): void => {
    const keyword = keywordOf(to);
    const { both, gone, come } = matchBranches(left, right, includes);
    for (const [old, next] of both)
      visit(old, next, { ...trail, at: [...trail.at, keyword, String(right.indexOf(next))] });
    add(branchChanges(keyword, gone, come, { from, to }, includes));
  };

  /** Members that come, go, or have to be there on one side only. */
  const visitMembers = (from: Schema, to: Schema, trail: Trail): void => {
    for (const { name, isListed, ...found } of memberChanges(from, to)) {
      const [old, next] = [describedAs(from, name), describedAs(to, name)];
      const inside = into(trail, { key: name }, from, to, ["properties", name]);
      const listed = isListed && { listedAt: [...trail.at, found.keyword, name] };
      differences.push({ ...found, ...inside, ...listed, before: old, after: next, isOfHolder: true });
    }
    for (const { step, ...found } of patternChanges(from, to))
      differences.push({ ...found, ...into(trail, step, from, to, []), isOfHolder: true });
  };

  visit(before, after, { steps: [], at: [] });
  return { differences, pairs };
}

const into = (
  { steps, at }: Trail,
  step: Pick<Step, "key" | "shown">,
  before: Schema,
  after: Schema,
  keywords: readonly string[],
): Trail => ({
  steps: [...steps, { ...step, before, after }],
  at: [...at, ...keywords],
});
