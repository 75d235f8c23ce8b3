import { type Json, toPointer } from "../json/json.ts";
import { toLiteral } from "../print/literal.ts";
import type { ValidationIssue } from "../runtime/types.d.ts";
import { accepts } from "../schema/evaluate.ts";
import type { Definition, Schema } from "../schema/schema.ts";
import { candidates } from "./candidates.ts";
import { applied, type Difference, difference } from "./difference.ts";
import { choose, type Invalid, isBest, maxCount } from "./choose.ts";
import { findExamples } from "./examples.ts";
import type { Key } from "./put.ts";
import { sample } from "./sample.ts";
import { slim } from "./slim.ts";

/** What is wrong with a value, the first first; [] where it is valid. */
export type Issues = (value: Json) => readonly Pick<ValidationIssue, "pointer" | "keyword">[];

/** So many of the best are enough to choose from, at most half of them of one keyword: events have thousands of members. */
const enough = 2 * maxCount;

/** The first example of a schema, if it is valid. */
export function documentedExample({ schema }: Pick<Definition, "schema">): Json | undefined {
  const [first] = schema.examples ?? [];
  return first !== undefined && accepts(schema, first) ? first : undefined;
}

/** The valid event that others are made of: the documented example, or a sample. */
export const exampleEvent = (event: Pick<Definition, "schema">): Json =>
  documentedExample(event) ?? sample(event.schema);

/** The changes that make candidates of a part of an example; candidates of a long one are made of a shorter one. */
function* changesOf(schema: Schema, part: Json, keys: readonly Key[]): Generator<Difference> {
  const before = slim(schema, part);
  for (const { data } of candidates(schema, part)) {
    const found = difference(before, data);
    if (found !== undefined) yield { ...found, keys: [...keys, ...found.keys] };
  }
}

/** The changes of an event's example, then those of what it holds. */
function* allChanges(event: Definition, example: Json): Generator<Difference> {
  yield* changesOf(event.schema, example, []);
  const root = { ...event, schema: { ...event.schema, examples: [example] } };
  for (const [{ schema }, { keys, value }] of findExamples([root])) yield* changesOf(schema, value, keys);
}

/** A change as it is written in a package: a JSON Pointer, and what comes there; nothing where the member is removed. */
function changeText({ keys, value }: Difference): string {
  const change = value === undefined ? [toPointer(keys)] : [toPointer(keys), value];
  return `${toLiteral(change, "", Number.NEGATIVE_INFINITY)},\n`;
}

/** Reads a change as it is read again once it is written: JSON has no -0. */
const written = ({ keys, value }: Difference): Difference =>
  value === undefined ? { keys } : { keys, value: JSON.parse(JSON.stringify(value)) as Json };

/**
 * Finds changes that make an event's example invalid, of which no two have the same pointer and keyword as their first
 * issue; of those that have, one that is wrong in nothing else and short.
 * @param issues what the package itself says of a value
 * @returns the changes that a package has, in the order of the schema
 */
export function invalidChanges(event: Definition, issues: Issues): string[] {
  const example = exampleEvent(event);
  const found = new Map<string, Invalid>();
  const bestOf = new Map<string, number>();
  let best = 0;
  for (const one of allChanges(event, example)) {
    const change = written(one);
    const data = applied(example, change);
    const broken = data === undefined ? [] : issues(data);
    const [first] = broken;
    if (first === undefined) continue;
    const { pointer, keyword } = first;
    // Another type is another event: the union of all says something else of it.
    if (pointer === "/type" && keyword !== "required") continue;
    const key = `${pointer} ${keyword}`;
    const before = found.get(key);
    if (before !== undefined && isBest(before)) continue;
    const invalid = { text: changeText(change), keyword, count: broken.length };
    if (before === undefined || isBest(invalid) || invalid.count < before.count) found.set(key, invalid);
    if (!isBest(invalid)) continue;
    const count = (bestOf.get(keyword) ?? 0) + 1;
    bestOf.set(keyword, count);
    if (count <= maxCount && ++best === enough) break;
  }
  return choose([...found.values()]).map(({ text }) => text);
}
