import { createProver } from "../inclusion/prover.ts";
import type { Definition, Schema } from "../schema/schema.ts";
import type { Change } from "./change.ts";
import { type Compared, compareSchemas } from "./differences.ts";
import type { Step } from "./difference.ts";
import { matchEvents } from "./events.ts";
import type { EventPair } from "./proofs.ts";
import type { ChangeRule } from "./rule.ts";
import { changeRule } from "./rules.ts";
import { findSpot } from "./spot.ts";
import { type Catalogs, type Reached, type Readers, toChange } from "./toChange.ts";

/**
 * Tells what changed between two catalogs, and whom it breaks.
 * @param readers a second opinion on each payload that shows it
 * @returns those that matter most first
 */
export function compareCatalogs(catalogs: Catalogs, readers: Readers): Change[] {
  const { before, after } = catalogs;
  const { gaps } = createProver(true);
  const includes = (inner: Schema, outer: Schema): boolean => gaps([inner], outer).length === 0;
  const types = new Set(before.events.map(({ type }) => type));
  // An event of before that cannot be read is neither new nor gone.
  const readable = after.events.filter(({ type, document }) => types.has(type) || !before.documents.has(document.file));
  const { both, changes } = matchEvents(before.events, readable, includes);
  const compared = new Map<Definition, Map<Definition, Compared>>();
  const compare = (old: Definition, next: Definition): Compared => {
    const known = compared.get(old) ?? new Map<Definition, Compared>();
    compared.set(old, known);
    const made = known.get(next) ?? compareSchemas(old.schema, next.schema, includes);
    known.set(next, made);
    return made;
  };

  const reached = new Map<string, Reached>();
  const reach = (
    pair: EventPair,
    old: Definition,
    next: Definition,
    prefix: readonly Step[],
    seen: Set<Definition>,
  ): void => {
    if (seen.has(next)) return;
    seen.add(next);
    const { differences, pairs } = compare(old, next);
    for (const difference of differences) {
      const keys = difference.steps.map(({ key }) => key);
      const isOwn = prefix.length > 0;
      const id = JSON.stringify([
        isOwn ? next.name : "",
        difference.rule,
        keys,
        difference.keyword,
        difference.message,
      ]);
      const known = reached.get(id);
      if (known === undefined)
        reached.set(id, { difference, owners: { before: old, after: next }, prefix, events: [pair] });
      else if (known.events.at(-1) !== pair) known.events.push(pair);
    }
    for (const one of pairs) reach(pair, one.before, one.after, [...prefix, ...one.steps], seen);
  };
  for (const pair of both) reach(pair, pair.before, pair.after, [], new Set());
  const found = [...reached.values()].map((one) => toChange(one, catalogs, readers));
  return [...changes, ...found, ...unexplained(both, found, catalogs, includes)];
}

/** Events of which one side accepts what the other refuses, though no change was found that says why. */
function unexplained(
  pairs: readonly EventPair[],
  found: readonly Change[],
  catalogs: Catalogs,
  includes: (inner: Schema, outer: Schema) => boolean,
): Change[] {
  const breaking = new Map<string, Set<string>>();
  for (const { events, breaks } of found)
    for (const type of events) breaking.set(type, new Set([...(breaking.get(type) ?? []), ...breaks]));
  return pairs.flatMap(({ before, after }): Change[] => {
    const known = breaking.get(after.type) ?? new Set();
    const unproven = [
      ...(known.has("live") || includes(after.schema, before.schema) ? [] : (["live"] as const)),
      ...(known.has("replay") || includes(before.schema, after.schema) ? [] : (["replay"] as const)),
    ];
    if (unproven.length === 0) return [];
    const rule = changeRule.get("schema-changed") as ChangeRule;
    const message = "accepts other values than before, in a way that no rule names";
    const spots = {
      before: findSpot(before, [], catalogs.before.documents),
      after: findSpot(after, [], catalogs.after.documents),
    };
    return [
      {
        rule: rule.id,
        level: rule.level,
        breaks: unproven,
        events: [after.type],
        pointer: "",
        message,
        proofs: [],
        unproven,
        ...spots,
      },
    ];
  });
}
