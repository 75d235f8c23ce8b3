import type { JsonObject } from "../../json/json.ts";
import { type Assertion, assertion } from "./keyword.ts";
import { larger, smaller } from "./limits.ts";
import { count } from "./words.ts";

/** An object with that many members. */
const numbered = (length: number): JsonObject =>
  Object.fromEntries(Array.from({ length }, (_, i) => [`member${i}`, 1]));

export const minProperties: Assertion<number> = assertion<number, "object">({
  of: "object",
  isSlow: true,
  counts: true,
  holds: (value, limit) => Object.keys(value).length >= limit,
  broken: (value, limit) => `Object.keys(${value}).length < ${limit}`,
  expected: (limit) => `must have at least ${count(limit, "member")}`,
  both: larger,
  edges: (limit, { value }) =>
    [Math.max(limit - 1, 0), limit].flatMap((length) => [
      Object.fromEntries(Object.entries(value as JsonObject).slice(0, length)),
      numbered(length),
    ]),
});

export const maxProperties: Assertion<number> = assertion<number, "object">({
  of: "object",
  isSlow: true,
  counts: true,
  holds: (value, limit) => Object.keys(value).length <= limit,
  broken: (value, limit) => `Object.keys(${value}).length > ${limit}`,
  expected: (limit) => `must have at most ${count(limit, "member")}`,
  both: smaller,
  edges: (limit, { value }) => {
    const grown = Object.entries({ ...numbered(limit), ...(value as JsonObject) });
    return [limit, limit + 1].map((length) => Object.fromEntries(grown.slice(-length)));
  },
});
