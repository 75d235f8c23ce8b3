import { type Json, toPointer } from "../json/json.ts";
import type { ValidationIssue } from "../runtime/types.d.ts";
import { change } from "../runtime/testing/change.js";
import { accepts } from "../schema/evaluate.ts";
import type { Definition, Schema } from "../schema/schema.ts";
import { candidates } from "./candidates.ts";
import { difference } from "./difference.ts";
import { findExamples } from "./examples.ts";
import type { Key } from "./put.ts";
import { sample } from "./sample.ts";
import { slim } from "./slim.ts";

/** A change of an example: a JSON Pointer, and what comes there; nothing where the member is removed. */
export type Change = readonly [pointer: string] | readonly [pointer: string, value: Json];

/** What is wrong with a value, the first first; [] where it is valid. */
export type Issues = (value: Json) => readonly Pick<ValidationIssue, "pointer" | "keyword">[];

/** Invalid events of a type at most, and bytes of their changes. */
const [maxCount, maxBytes] = [50, 60_000];

/** So many with one issue are enough to choose from: an event can have thousands of members. */
const enough = 4 * maxCount;

/** The first example of a schema, if it is valid. */
export function documentedExample({ schema }: Pick<Definition, "schema">): Json | undefined {
  const [first] = schema.examples ?? [];
  return first !== undefined && accepts(schema, first) ? first : undefined;
}

/** The valid event that others are made of: the documented example, or a sample. */
export const exampleEvent = (event: Pick<Definition, "schema">): Json =>
  documentedExample(event) ?? sample(event.schema);

/** Whether there is a holder of a member in a value, that a change of it needs. */
function hasHolder(value: Json, keys: readonly Key[]): boolean {
  let at: Json | undefined = value;
  for (const key of keys.slice(0, -1)) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key)) return false;
    at = (at as { [key: Key]: Json })[key];
  }
  return keys.length === 0 || (typeof at === "object" && at !== null);
}

/** The changes that make candidates of a part of an example; candidates of a long one are made of a shorter one. */
function* changesOf(schema: Schema, part: Json, keys: readonly Key[], example: Json): Generator<Change> {
  const before = slim(schema, part);
  for (const { data } of candidates(schema, part)) {
    const found = difference(before, data);
    if (found === undefined) continue;
    const path = [...keys, ...found.keys];
    if (!hasHolder(example, path)) continue;
    yield found.value === undefined ? [toPointer(path)] : [toPointer(path), found.value];
  }
}

/** The changes of an event's example, then those of what it holds. */
function* allChanges(event: Definition, example: Json): Generator<Change> {
  yield* changesOf(event.schema, example, [], example);
  const root = { ...event, schema: { ...event.schema, examples: [example] } };
  for (const [{ schema }, { keys, value }] of findExamples([root])) yield* changesOf(schema, value, keys, example);
}

/** An invalid event, as a change of an example. */
interface Invalid {
  readonly change: Change;
  /** The keyword of its first issue. */
  readonly keyword: string;
  /** How many issues it has. */
  readonly count: number;
}

/** Finds an invalid event for each pointer and keyword of a first issue, the one that is wrong in the least. */
function findInvalid(event: Definition, issues: Issues): Invalid[] {
  const example = exampleEvent(event);
  const found = new Map<string, Invalid>();
  let sole = 0;
  for (const one of allChanges(event, example)) {
    // What is written is what is read again: JSON has no -0.
    const written = JSON.parse(JSON.stringify(one)) as Change;
    const broken = issues(change(example, written) as Json);
    const [first] = broken;
    if (first === undefined) continue;
    const { pointer, keyword } = first;
    const key = `${pointer} ${keyword}`;
    const { count: before = Number.POSITIVE_INFINITY } = found.get(key) ?? {};
    if (broken.length >= before) continue;
    found.set(key, { change: written, keyword, count: broken.length });
    if (broken.length === 1 && ++sole === enough) break;
  }
  return [...found.values()];
}

/** The ways to be wrong in turn: an event of 50 members is to have more than 50 that are missing. */
function inTurn(all: readonly Invalid[]): Invalid[] {
  const turns = new Map<string, number>();
  const ranked = all.map((one) => {
    const turn = turns.get(one.keyword) ?? 0;
    turns.set(one.keyword, turn + 1);
    return { one, turn };
  });
  return ranked.toSorted((a, b) => a.turn - b.turn).map(({ one }) => one);
}

/** As many as a package has, in the order given. */
function fitting(all: readonly Invalid[]): Set<Invalid> {
  const kept = new Set<Invalid>();
  let rest = maxBytes;
  for (const one of all) {
    const bytes = new TextEncoder().encode(JSON.stringify(one.change)).length;
    if (kept.size === maxCount || bytes > rest) continue;
    kept.add(one);
    rest -= bytes;
  }
  return kept;
}

/**
 * Finds changes that make an event's example invalid, of which no two have the same pointer and keyword as their first
 * issue: those that are wrong in nothing else before others, and of these each keyword in its turn.
 * @param issues what the package itself says of a value
 * @returns as many as a package has of an event, in the order of the schema
 */
export function invalidChanges(event: Definition, issues: Issues): Change[] {
  const all = findInvalid(event, issues);
  const sole = all.filter(({ count }) => count === 1);
  const kept = fitting([...inTurn(sole), ...inTurn(all.filter((one) => !sole.includes(one)))]);
  return all.filter((one) => kept.has(one)).map((one) => one.change);
}
