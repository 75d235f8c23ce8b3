import type { JsonObject } from "../../json/json.ts";
import { type Assertion, assertion } from "./keyword.ts";
import { type Known, limitsIn } from "./known.ts";
import { larger, smaller } from "./limits.ts";
import { count } from "./words.ts";

/** An object with that many members. */
const numbered = (length: number): JsonObject =>
  Object.fromEntries(Array.from({ length }, (_, i) => [`member${i}`, 1]));

/** How many members an object has at most: as many as the smallest of those that are closed describes. */
function mostMembers({ layers }: Known): number {
  const closed = layers.filter(
    ({ additionalProperties, patternProperties }) => additionalProperties === false && patternProperties === undefined,
  );
  return Math.min(...closed.map(({ properties = {} }) => Object.keys(properties).length));
}

export const minProperties: Assertion<number> = assertion<number, "object">({
  of: "object",
  topic: "limits",
  isSlow: true,
  counts: true,
  holds: (value, limit) => Object.keys(value).length >= limit,
  implied: (limit, known) =>
    limitsIn(known, "minProperties").some((own) => own >= limit) ||
    new Set(limitsIn(known, "required").flat()).size >= limit,
  excluded: (limit, known) => limitsIn(known, "maxProperties").some((own) => own < limit),
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
  topic: "limits",
  isSlow: true,
  counts: true,
  holds: (value, limit) => Object.keys(value).length <= limit,
  implied: (limit, known) =>
    limitsIn(known, "maxProperties").some((own) => own <= limit) || mostMembers(known) <= limit,
  excluded: (limit, known) =>
    limitsIn(known, "minProperties").some((own) => own > limit) ||
    new Set(limitsIn(known, "required").flat()).size > limit,
  broken: (value, limit) => `Object.keys(${value}).length > ${limit}`,
  expected: (limit) => `must have at most ${count(limit, "member")}`,
  both: smaller,
  edges: (limit, { value }) => {
    const grown = Object.entries({ ...numbered(limit), ...(value as JsonObject) });
    return [limit, limit + 1].map((length) => Object.fromEntries(grown.slice(-length)));
  },
});
