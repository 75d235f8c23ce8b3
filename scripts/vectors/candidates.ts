import { isObject, type Json } from "../json/json.ts";
import { isAssertion, rows } from "../schema/keywords.ts";
import type { Assertion } from "../schema/keywords/keyword.ts";
import type { Sampling } from "../schema/keywords/sampling.ts";
import { maxSize } from "../schema/keywords/making.ts";
import type { Definition, Schema } from "../schema/schema.ts";
import { isolated } from "./isolated.ts";
import { type Key, put } from "./put.ts";
import { slim } from "./slim.ts";
import { accepts } from "../schema/evaluate.ts";
import { distinct, merged, sample } from "./sample.ts";

/** A payload worth a vector, and what was done to the example to get it. */
export interface Candidate {
  readonly what: string;
  readonly data: Json;
}

const valueAt = (root: Json, keys: readonly Key[]): Json =>
  keys.reduce<Json>((holder, key) => (holder as { [key: Key]: Json })[key] as Json, root);

/** The demands of a schema; of limits too large for a vector none. */
function demands(schema: Schema): [keyword: string, row: Assertion<unknown>, limit: unknown][] {
  return Object.entries(schema).flatMap(([keyword, limit]): [string, Assertion<unknown>, unknown][] => {
    const row = rows.get(keyword);
    if (row === undefined || !isAssertion(row) || (row.counts && (limit as number) > maxSize)) return [];
    return [[keyword, row as unknown as Assertion<unknown>, limit]];
  });
}

const spoken = ({ of }: Assertion<unknown>, value: Json): boolean => of !== "object" || isObject(value);

/** A text for a keyword with its value; a definition is its name. */
const idOf = (limit: unknown): string =>
  JSON.stringify(limit, (key, value: unknown) => (key === "ref" ? (value as Definition).name : value));

/** How a vector names a keyword: a format by its name, for it is met at many members. */
const nameOf = (keyword: string, limit: unknown): string =>
  keyword === "format" ? `format ${String(limit)}` : keyword;

/** A value of each type, with which nothing else is said. */
const bareValues: readonly Json[] = [null, true, 1, "x", [], {}];

/** An object that a definition refuses; undefined where none is found. */
function refusedObject({ schema }: Definition): Json | undefined {
  for (const { data } of candidates(schema, sample(schema))) if (isObject(data) && !accepts(schema, data)) return data;
  return undefined;
}

/**
 * Values that tell whether a value is held to a definition at all. What the definition says in detail, its own vectors pin.
 */
function valuesAround(definition: Definition): readonly Json[] {
  const before = around.get(definition);
  if (before !== undefined) return before;
  const value = sample({ ref: definition });
  // What a definition holds can hold it: until it is known what it refuses, this is enough.
  around.set(definition, [value, ...bareValues]);
  const refused = refusedObject(definition);
  const values = [value, ...(refused === undefined ? [] : [refused]), ...bareValues];
  around.set(definition, values);
  return values;
}

const around = new WeakMap<Definition, readonly Json[]>();

/**
 * Changes a valid payload at every pointer and for every keyword that its schema has.
 * @param schema a flat schema; of the definitions that it names only a few values are tried
 * @param example a payload that it accepts
 * @returns candidates, valid and invalid, repeats among them
 */
export function* candidates(schema: Schema, example: Json): Generator<Candidate> {
  const seen = new Set<string>();

  const varied = (node: Schema): Json[] => [...candidates(node, sample(node))].map(({ data }) => data);
  const services = { sample, distinct, varied, accepts, merge: merged };

  function* walk(node: Schema, keys: readonly Key[], root: Json): Generator<Candidate> {
    if (node.ref === undefined) yield* walkNode(node, keys, root);
    else for (const value of valuesAround(node.ref)) yield { what: node.ref.name, data: put(root, keys, value) };
  }

  function* walkNode(node: Schema, keys: readonly Key[], root: Json): Generator<Candidate> {
    const value = valueAt(root, keys);
    const at = (changed: Json): Json => put(root, keys, changed);
    const asked = demands(node).filter(([, row]) => spoken(row, value));
    for (const [keyword, row, limit] of asked) {
      const id = idOf([keyword, limit]);
      const sampling: Sampling = { schema: node, value, isFirst: !seen.has(id), ...services };
      seen.add(id);
      for (const edge of row.edges(limit, sampling)) yield { what: nameOf(keyword, limit), data: at(edge) };
    }
    for (const [what, alone] of isolated(node)) yield { what, data: at(alone) };
    if (isObject(value)) yield { what: "unknown member", data: at({ ...value, unknownMember: { deep: [null] } }) };
    for (const [, row, limit] of asked) {
      for (const step of row.steps?.(limit, { schema: node, value, isFirst: false, ...services }) ?? []) {
        const changed = at(step.value);
        if (step.what !== undefined) yield { what: step.what, data: changed };
        yield* walk(step.schema, step.key === undefined ? keys : [...keys, step.key], changed);
      }
    }
  }

  yield { what: "the documented example", data: example };
  yield* walk(schema, [], slim(schema, example));
  for (const root of bareValues) yield { what: "another root", data: root };
}
