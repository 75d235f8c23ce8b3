import { isDecimalMultiple } from "../../json/decimal.ts";
import { type Assertion, assertion } from "./keyword.ts";
import { isAbove, isBelow } from "./bounds.ts";
import { limitsIn } from "./known.ts";
import { larger, sameOrApart, smaller } from "./limits.ts";

const around = (limit: number): number[] => [limit, limit + 1, limit - 1, limit + 0.5, limit - 0.5];

export const minimum: Assertion<number> = assertion<number, "number">({
  of: "number",
  topic: "limits",
  holds: (value, limit) => value >= limit,
  implied: (limit, known) => isAbove(limit, false, known),
  excluded: (limit, known) => isBelow(limit, true, known),
  broken: (value, limit) => `${value} < ${limit}`,
  expected: (limit) => `must be at least ${limit}`,
  both: larger,
  samples: around,
  edges: (limit) => [limit, limit - 1],
});

export const maximum: Assertion<number> = assertion<number, "number">({
  of: "number",
  topic: "limits",
  holds: (value, limit) => value <= limit,
  implied: (limit, known) => isBelow(limit, false, known),
  excluded: (limit, known) => isAbove(limit, true, known),
  broken: (value, limit) => `${value} > ${limit}`,
  expected: (limit) => `must be at most ${limit}`,
  both: smaller,
  samples: around,
  edges: (limit) => [limit, limit + 1],
});

export const exclusiveMinimum: Assertion<number> = assertion<number, "number">({
  of: "number",
  topic: "limits",
  holds: (value, limit) => value > limit,
  implied: (limit, known) => isAbove(limit, true, known),
  excluded: (limit, known) => isBelow(limit, false, known),
  broken: (value, limit) => `${value} <= ${limit}`,
  expected: (limit) => `must be more than ${limit}`,
  both: larger,
  samples: around,
  edges: (limit) => [limit, limit + 1],
});

export const exclusiveMaximum: Assertion<number> = assertion<number, "number">({
  of: "number",
  topic: "limits",
  holds: (value, limit) => value < limit,
  implied: (limit, known) => isBelow(limit, true, known),
  excluded: (limit, known) => isAbove(limit, false, known),
  broken: (value, limit) => `${value} >= ${limit}`,
  expected: (limit) => `must be less than ${limit}`,
  both: smaller,
  samples: around,
  edges: (limit) => [limit, limit - 1],
});

/** Decimal arithmetic: in doubles, 19.99 would be no multiple of 0.01. */
export const multipleOf: Assertion<number> = assertion<number, "number">({
  of: "number",
  topic: "limits",
  isSlow: true,
  holds: isDecimalMultiple,
  implied: (limit, known) =>
    limitsIn(known, "multipleOf").some((own) => isDecimalMultiple(own, limit)) ||
    (known.type === "integer" && isDecimalMultiple(1, limit)),
  broken: (value, limit, { helper }) => `!${helper("multiple")}(${value}, ${limit})`,
  expected: (limit) => `must be a multiple of ${limit}`,
  both: sameOrApart,
  samples: (limit) => [limit],
  edges: (limit) => [limit * 2, limit === 1 ? 1.5 : limit * 2 + 1],
});
