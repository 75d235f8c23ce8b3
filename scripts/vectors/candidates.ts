import { isObject, type Json, type JsonObject, typeOf } from "../catalog/json.ts";
import type { Schema } from "../catalog/schema.ts";
import { formats } from "../formats.ts";
import { distinct, maxSize, sample } from "./sample.ts";

/** A payload worth judging, and what was done to the example to get it. */
export interface Candidate {
  readonly what: string;
  readonly data: Json;
}

type Key = string | number;

/** A copy of a value with another value at a place; undefined removes a member. */
function put(root: Json, keys: readonly Key[], value: Json | undefined): Json {
  const [key, ...rest] = keys;
  if (key === undefined) return value as Json;
  const holder = root as { [key: Key]: Json };
  const next = rest.length === 0 ? value : put(holder[key] as Json, rest, value);
  if (Array.isArray(root)) return root.map((item, i) => (i === key ? (next as Json) : item));
  if (next !== undefined) return { ...(root as JsonObject), [key]: next };
  return Object.fromEntries(Object.entries(root as JsonObject).filter(([name]) => name !== key));
}

/** One value per JSON type; the number has a fraction, so that it is no integer. */
const typeSamples: readonly Json[] = [1, "x", null, true, 1.5, [], {}];

const other = (value: Json): Json =>
  typeof value === "string" ? `${value}x` : typeof value === "number" ? value + 1 : typeof value === "boolean" ? !value : 0;

/** Values on both sides of a keyword's limit. Which side each is on, `evaluate` tells. */
const edges: Readonly<Record<string, (limit: never, schema: Schema) => Json[]>> = {
  type: (limit: string | string[], schema) => {
    const types = [limit].flat();
    const refused = typeSamples.find((value) => !types.includes(typeOf(value)) && !(types.includes("number") && typeof value === "number"));
    const near = types.includes("integer") ? [1.5] : [];
    return [...types.map((type) => sample({ ...schema, type })), ...near, ...(refused === undefined ? [] : [refused])];
  },
  const: (limit: Json) => [other(limit)],
  enum: (limit: Json[]) => [...limit, limit.some((value) => typeof value === "string") ? "another value" : 0.25],
  pattern: (_, schema) => ["", "\u{1F600}", "!", "x y", "0", `${sample(schema) as string}\n`],
  minLength: (limit: number) => ["x".repeat(Math.max(limit - 1, 0)), "x".repeat(limit), "\u{1F600}".repeat(limit)],
  maxLength: (limit: number) => ["x".repeat(limit + 1), "x".repeat(limit), "\u{1F600}".repeat(limit)],
  minimum: (limit: number) => [limit, limit - 1],
  maximum: (limit: number) => [limit, limit + 1],
  exclusiveMinimum: (limit: number) => [limit, limit + 1],
  exclusiveMaximum: (limit: number) => [limit, limit - 1],
  multipleOf: (limit: number) => [limit * 2, limit === 1 ? 1.5 : limit * 2 + 1],
  minItems: (limit: number, { items = {} }) => [distinct(items, limit), distinct(items, Math.max(limit - 1, 0))],
  maxItems: (limit: number, { items = {} }) => [distinct(items, limit), distinct(items, limit + 1)],
  uniqueItems: (_, { items = {} }) => [distinct(items, 2), [sample(items), sample(items)]],
};

/** An object with that many members. */
function numbered(count: number): JsonObject {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`member${i}`, 1]));
}

/** Texts of a format: all at its first member, three at the others: one that passes, one that fails, a line break. */
function formatSamples(name: string, isFirst: boolean): readonly string[] {
  const row = formats.get(name);
  if (row === undefined) return [];
  if (isFirst) return [...row.valid, ...row.invalid];
  const within = new RegExp(`^[${row.alphabet}]+$`);
  return [row.valid[1], row.invalid.find((text) => within.test(text)), row.invalid.find((text) => text.endsWith("\n"))].filter(
    (text) => text !== undefined,
  );
}

/**
 * Changes a valid payload at every place and for every keyword that its schema has.
 * @param schema a flat schema without `ref` nodes
 * @param example a payload that it accepts
 * @returns candidates, valid and invalid, repeats among them
 */
export function* candidates(schema: Schema, example: Json): Generator<Candidate> {
  const seenFormats = new Set<string>();

  function* walk(node: Schema, keys: readonly Key[], root: Json): Generator<Candidate> {
    const at = (value: Json | undefined, ...below: Key[]): Json => put(root, [...keys, ...below], value);
    for (const [keyword, limit] of Object.entries(node)) {
      if (typeof limit === "number" && limit > maxSize && /^m(?:in|ax)[A-Z]/.test(keyword)) continue;
      for (const value of edges[keyword]?.(limit as never, node) ?? []) yield { what: keyword, data: at(value) };
    }
    if (node.format !== undefined) {
      const isFirst = !seenFormats.has(node.format);
      seenFormats.add(node.format);
      for (const text of formatSamples(node.format, isFirst)) yield { what: `format ${node.format}`, data: at(text) };
    }
    for (const branch of [...((node.anyOf ?? []) as Schema[]), ...((node.oneOf ?? []) as Schema[])]) {
      yield { what: "branch", data: at(sample(branch)) };
      yield* walk(branch, keys, at(sample(branch)));
    }
    const value = keys.reduce<Json>((holder, key) => (holder as { [key: Key]: Json })[key] as Json, root);
    if (isObject(value)) yield* members(node, value, keys, at);
    else if (Array.isArray(value) && node.items !== undefined) {
      const filled = value.length > 0 ? root : at(distinct(node.items, 1));
      yield* walk(node.items, [...keys, 0], filled);
    }
  }

  function* members(
    node: Schema,
    value: JsonObject,
    keys: readonly Key[],
    at: (value: Json | undefined, ...below: Key[]) => Json,
  ): Generator<Candidate> {
    const { properties = {}, additionalProperties, maxProperties, minProperties } = node as Schema & Record<string, number>;
    for (const name of node.required ?? []) yield { what: "required", data: at(undefined, name) };
    yield { what: "unknown member", data: at({ deep: [null] }, "unknownMember") };
    for (const [name, child] of Object.entries(properties)) {
      const present = Object.hasOwn(value, name) ? at(value[name], name) : at(sample(child), name);
      yield { what: "optional member", data: present };
      yield* walk(child, [...keys, name], present);
    }
    if (typeof additionalProperties === "object") {
      const grown = at(sample(additionalProperties), "unknownMember");
      yield { what: "member of a map", data: grown };
      yield* walk(additionalProperties, [...keys, "unknownMember"], grown);
    }
    if (maxProperties !== undefined && maxProperties <= maxSize) {
      const grown = Object.entries({ ...numbered(maxProperties), ...value });
      for (const count of [maxProperties, maxProperties + 1]) {
        yield { what: "maxProperties", data: at(Object.fromEntries(grown.slice(-count))) };
      }
    }
    if (minProperties !== undefined && minProperties <= maxSize) {
      for (const count of [Math.max(minProperties - 1, 0), minProperties]) {
        yield { what: "minProperties", data: at(Object.fromEntries(Object.entries(value).slice(0, count))) };
        yield { what: "minProperties", data: at(numbered(count)) };
      }
    }
  }

  yield { what: "the documented example", data: example };
  yield* walk(schema, [], example);
  for (const root of [null, true, 1, "x", [], {}]) yield { what: "another root", data: root };
}
