import { evaluate } from "../catalog/evaluate.ts";
import type { Json, JsonObject } from "../catalog/json.ts";
import type { Schema } from "../catalog/schema.ts";
import { formats } from "../formats.ts";

/** No sample is longer: a limit of a million is not worth a megabyte in a test vector. */
export const maxSize = 2000;

/** Texts that simple patterns accept. */
const words = ["x", "a", "A", "0", "1", "abc", "ABC", "USD", "en", "de-DE", "123456", "x-1", "#ffffff", "+15551234567"];

/**
 * A value that a schema accepts, as short as can be: what the schema itself shows, else made of its keywords.
 * @param schema a flat schema without `ref` nodes
 * @returns the value; where nothing fits (a pattern without an example), a value that is wrong
 */
export function sample(schema: Schema): Json {
  const shown = [schema.const, ...(schema.enum ?? []), ...(schema.examples ?? []), schema.default];
  const fitting = shown.find((value) => value !== undefined && evaluate(schema, value).length === 0);
  if (fitting !== undefined) return fitting;
  const branches = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  if (branches?.[0] !== undefined) return sample({ ...schema, anyOf: undefined, oneOf: undefined, ...branches[0] } as Schema);
  return (makers[[schema.type ?? "object"].flat()[0] ?? "object"] ?? (() => null))(schema);
}

const makers: Readonly<Record<string, (schema: Schema) => Json>> = {
  null: () => null,
  boolean: () => true,
  string: (schema) => {
    const long = "x".repeat(Math.min((schema.minLength as number | undefined) ?? 1, maxSize));
    const candidates = [...(formats.get(schema.format ?? "")?.valid ?? []), long, ...words];
    return candidates.find((text) => evaluate(schema, text).length === 0) ?? long;
  },
  number: numberOf,
  integer: numberOf,
  array: (schema) => {
    const { minItems = 1, items = {} } = schema as { minItems?: number; items?: Schema };
    return distinct(items, Math.min(Math.max(minItems, 1), maxSize));
  },
  object: (schema) => {
    const { properties = {}, required = [], minProperties = 0 } = schema as Schema & { minProperties?: number };
    const names = [...new Set([...required, ...Object.keys(properties)])].slice(0, Math.max(required.length, minProperties));
    return Object.fromEntries(names.map((name) => [name, sample(properties[name] ?? {})]));
  },
};

function numberOf(schema: Schema): number {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema as Record<string, number>;
  const bounds = [minimum, maximum, exclusiveMinimum, exclusiveMaximum].filter((bound) => bound !== undefined);
  const near = [0, 1, multipleOf ?? 1, ...bounds.flatMap((bound) => [bound, bound + 1, bound - 1, bound + 0.5, bound - 0.5])];
  const stepped = near.map((value) => (multipleOf === undefined ? value : Math.ceil(value / multipleOf) * multipleOf));
  return [...near, ...stepped].find((value) => evaluate(schema, value).length === 0) ?? 0;
}

/**
 * Valid items, all different where the schema allows it.
 * @param count how many
 */
export function distinct(items: Schema, count: number): Json[] {
  const first = sample(items);
  const vary = (i: number): Json => {
    if (typeof first === "number") return first + i * ((items.multipleOf as number | undefined) ?? 1);
    if (typeof first === "string") return formats.get(items.format ?? "")?.valid[i] ?? items.enum?.[i] ?? `${first}${i}`;
    if (Array.isArray(first)) return [...first, ...Array<Json>(i).fill(first[0] ?? null)];
    if (typeof first === "object" && first !== null) return { ...(first as JsonObject), another: i };
    return items.enum?.[i] ?? first;
  };
  return Array.from({ length: count }, (_, i) => (i === 0 ? first : vary(i)));
}
