import { createInclusion } from "../inclusion/inclusion.ts";
import type { Definition } from "../schema/schema.ts";
import type { Change } from "./change.ts";
import { type Compared, compareSchemas } from "./differences.ts";
import type { Step } from "./difference.ts";
import { matchEvents } from "./events.ts";
import type { EventPair } from "./proofs.ts";
import { type Catalogs, type Reached, type Readers, toChange } from "./toChange.ts";
import { createIsGone } from "./typeNames.ts";
import { unexplained } from "./unexplained.ts";
import { unexplainedTypes } from "./unexplainedTypes.ts";

/**
 * Tells what changed between two catalogs, and whom it breaks.
 * @param readers a second opinion on each payload that shows it
 * @returns those of the list of events first
 */
export function compareCatalogs(catalogs: Catalogs, readers: Readers): Change[] {
  const { before, after } = catalogs;
  const inclusion = createInclusion(true);
  const { includes } = inclusion;
  const { includes: strictly } = createInclusion(false);
  const types = new Set(before.events.map(({ type }) => type));
  // An event of before that cannot be read is neither new nor gone.
  const readable = after.events.filter(({ type, document }) => types.has(type) || !before.documents.has(document.file));
  const isGone = createIsGone(after, includes);
  const { both, changes } = matchEvents(before.events, readable, includes);
  const compared = new Map<Definition, Map<Definition, Compared>>();
  const compare = (old: Definition, next: Definition): Compared => {
    const known = compared.get(old) ?? new Map<Definition, Compared>();
    compared.set(old, known);
    const made = known.get(next) ?? compareSchemas(old.schema, next.schema, includes, isGone);
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
      // What events share without a name of its own, such as members of the envelope, is one thing in all of them.
      const owner = prefix.length > 0 ? next.name : "";
      const id = JSON.stringify([owner, difference.rule, keys, difference.keyword, difference.message]);
      const known = reached.get(id);
      if (known === undefined)
        reached.set(id, { difference, owners: { before: old, after: next }, prefix, events: [pair] });
      else if (known.events.at(-1) !== pair) known.events.push(pair);
    }
    for (const one of pairs) reach(pair, one.before, one.after, [...prefix, ...one.steps], seen);
  };
  for (const pair of both) reach(pair, pair.before, pair.after, [], new Set());
  const found = [...reached.values()].map((one) => toChange(one, catalogs, readers, { includes, strictly }));
  return [
    ...changes,
    ...found,
    ...unexplained(both, found, inclusion, readers),
    ...unexplainedTypes(both, found, inclusion),
  ];
}
