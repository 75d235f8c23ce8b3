import { createInclusion } from "../inclusion/inclusion.ts";
import { toPointer } from "../json/json.ts";
import type { Definition } from "../schema/schema.ts";
import { type Change, makeChange } from "./change.ts";
import { type Compared, compareSchemas } from "./differences.ts";
import type { Includes, Step } from "./difference.ts";
import { matchEvents } from "./events.ts";
import type { EventPair } from "./proofs.ts";
import { createShapes, describedKeys } from "./shapes.ts";
import { createIsGone } from "./typeNames.ts";
import { type Catalogs, type Reached, type Readers, toChange } from "./toChange.ts";

/**
 * Tells what changed between two catalogs, and whom it breaks.
 * @param readers a second opinion on each payload that shows it
 * @returns those of the list of events first
 */
export function compareCatalogs(catalogs: Catalogs, readers: Readers): Change[] {
  const { before, after } = catalogs;
  const { includes } = createInclusion(true);
  const types = new Set(before.events.map(({ type }) => type));
  // An event of before that cannot be read is neither new nor gone.
  const readable = after.events.filter(({ type, document }) => types.has(type) || !before.documents.has(document.file));
  const isGone = createIsGone(after);
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
  const found = [...reached.values()].map((one) => toChange(one, catalogs, readers));
  return [...changes, ...found, ...unexplained(both, found, includes), ...unexplainedTypes(both, found)];
}

/** Events whose type has values that it had not before, though no change was found that says why. */
function unexplainedTypes(pairs: readonly EventPair[], found: readonly Change[]): Change[] {
  const known = new Set(found.flatMap(({ breaks, events }) => (breaks.includes("types") ? events : [])));
  const toShape = createShapes();
  const { compare } = createInclusion(true);
  return pairs.flatMap(({ before, after }): Change[] => {
    if (known.has(after.type)) return [];
    const shape = toShape(after.schema);
    const answer = compare(shape, toShape(before.schema));
    if (answer.verdict !== "no") return [];
    const message = "has a type with values that it had not before, in a way that no rule names";
    return [
      makeChange("types-changed", {
        events: [after.type],
        pointer: toPointer(describedKeys(shape, answer.keys)),
        message,
        before,
        after,
      }),
    ];
  });
}

/** Events of which one side accepts what the other refuses, though no change was found that says why. */
function unexplained(pairs: readonly EventPair[], found: readonly Change[], includes: Includes): Change[] {
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
    const message = "accepts other values than before, in a way that no rule names";
    return [makeChange("schema-changed", { events: [after.type], message, breaks: unproven, unproven, before, after })];
  });
}
