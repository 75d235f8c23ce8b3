import type { Json } from "../../json/json.ts";
import type { Schema } from "../schema.ts";
import { makeArray, makeObject } from "./holders.ts";
import { maxSize, type Maker } from "./making.ts";

/** Texts that simple patterns accept. */
const words = ["x", "a", "A", "0", "1", "abc", "ABC", "USD", "en", "de-DE", "123456", "x-1", "#ffffff", "+15551234567"];

/** The steps that a number has to be a multiple of: of a schema, and of those beside it. */
const stepsOf = ({ multipleOf: step, allOf = [] }: Schema): number[] => [
  ...(step === undefined ? [] : [step]),
  ...allOf.flatMap(stepsOf),
];

const makeNumber: Maker = (schema, { tried, accepts }) => {
  const near = [0, 1, ...tried].filter((value) => typeof value === "number");
  const step = stepsOf(schema).reduce((product, one) => product * one, 1);
  const stepped = near.map((value) => Math.ceil(value / step) * step);
  return [...near, ...stepped].find(accepts) ?? 0;
};

/** The maker of each type. */
export const makers: Readonly<Record<string, Maker>> = {
  null: () => null,
  boolean: () => true,
  string: ({ minLength = 1 }, { tried, accepts }) => {
    const long = "x".repeat(Math.min(minLength, maxSize));
    const texts = [...tried.filter((value) => typeof value === "string"), long, ...words];
    // A text that one of two patterns refuses is often like one that both accept.
    const near = texts.flatMap((text) => [`!${text}`, `${text} `, `${text}!`]);
    return [...texts, ...near].find(accepts) ?? long;
  },
  number: makeNumber,
  integer: makeNumber,
  array: makeArray,
  object: makeObject,
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
