import type { Json } from "../../json/json.ts";
import type { Schema } from "../schema.ts";

/** No sample is longer: a limit of a million is not worth a megabyte in a test vector. */
export const maxSize = 2000;

/** The inputs from which a sample of a type is made. */
export interface Making {
  /** Values that the schema's keywords think worth trying. */
  readonly tried: readonly Json[];
  readonly accepts: (value: Json) => boolean;
  readonly sample: (schema: Schema) => Json;
  readonly distinct: (schema: Schema, count: number) => Json[];
}

/** Makes a value that a schema accepts, as short as can be; a wrong one where it finds none. */
export type Maker = (schema: Schema, making: Making) => Json;

/** Texts that simple patterns accept. */
const words = ["x", "a", "A", "0", "1", "abc", "ABC", "USD", "en", "de-DE", "123456", "x-1", "#ffffff", "+15551234567"];

const makeNumber: Maker = ({ multipleOf: step }, { tried, accepts }) => {
  const near = [0, 1, ...tried].filter((value) => typeof value === "number");
  const stepped = near.map((value) => (step === undefined ? value : Math.ceil(value / step) * step));
  return [...near, ...stepped].find(accepts) ?? 0;
};

/** The maker of each type. */
export const makers: Readonly<Record<string, Maker>> = {
  null: () => null,
  boolean: () => true,
  string: ({ minLength = 1 }, { tried, accepts }) => {
    const long = "x".repeat(Math.min(minLength, maxSize));
    return [...tried, long, ...words].find(accepts) ?? long;
  },
  number: makeNumber,
  integer: makeNumber,
  array: ({ minItems = 1, items = {} }, { distinct }) => distinct(items, Math.min(Math.max(minItems, 1), maxSize)),
  object: ({ properties = {}, required = [], minProperties = 0 }, { sample }) => {
    const names = [...new Set([...required, ...Object.keys(properties)])].slice(
      0,
      Math.max(required.length, minProperties),
    );
    return Object.fromEntries(names.map((name) => [name, sample(properties[name] ?? {})]));
  },
};

/**
 * A value like a valid one, and different from it where the schema allows that.
 * @param first the valid value
 * @param i which of several: 1 or more
 * @param listed values that the schema shows or that are worth trying
 */
export function vary(first: Json, i: number, listed: readonly Json[], { multipleOf: step = 1 }: Schema): Json {
  if (typeof first === "number") return first + i * step;
  if (Array.isArray(first)) return [...first, ...Array<Json>(i).fill(first[0] ?? null)];
  if (typeof first === "object" && first !== null) return { ...first, another: i };
  return listed[i] ?? (typeof first === "string" ? `${first}${i}` : first);
}
