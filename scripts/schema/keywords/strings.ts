import { formats } from "../../formats/formats.ts";
import { type Assertion, assertion } from "./keyword.ts";
import { limitsIn, refuses } from "./known.ts";
import { larger, sameOrApart, smaller } from "./limits.ts";
import { matches } from "./regex.ts";
import { textsFor } from "./texts.ts";
import { count } from "./words.ts";

/** JSON Schema counts code points, not UTF-16 code units. */
const codePoints = (text: string): number => [...text].length;

const face = "\u{1F600}";

export const format: Assertion<string> = assertion<string, "string">({
  of: "string",
  topic: "format",
  isSlow: true,
  isWord: (name) => !formats.has(name),
  implied: (name, known) => {
    const row = formats.get(name);
    const isWithin = (one: string): boolean => one === name || formats.get(one)?.within?.includes(name) === true;
    return (
      row === undefined ||
      limitsIn(known, "format").some(isWithin) ||
      limitsIn(known, "pattern").some((one) => one === row.pattern)
    );
  },
  holds: (text, name) => formats.get(name)?.regex.test(text) ?? true,
  broken: (text, name, { regex }) => {
    const row = formats.get(name);
    return row === undefined ? "" : `!${regex(row.pattern, text)}.test(${text})`;
  },
  expected: (name) => `must be ${formats.get(name)?.expected ?? name}`,
  both: sameOrApart,
  samples: (name) => [...(formats.get(name)?.valid ?? []), ...(formats.get(name)?.invalid ?? [])],
  // All texts where a format is met first; at other members one that passes, one that fails, and a line break.
  edges: (name, { isFirst }) => {
    const row = formats.get(name);
    if (row === undefined) return [];
    if (isFirst) return [...row.valid, ...row.invalid];
    const within = new RegExp(`^[${row.alphabet}]+$`);
    const texts = [
      row.valid[1],
      row.invalid.find((text) => within.test(text)),
      row.invalid.find((text) => text.endsWith("\n")),
    ];
    return texts.filter((text) => text !== undefined);
  },
});

export const pattern: Assertion<string> = assertion<string, "string">({
  of: "string",
  topic: "pattern",
  isSlow: true,
  holds: (text, limit) => matches(limit, text),
  implied: (limit, known) =>
    limitsIn(known, "pattern").includes(limit) ||
    limitsIn(known, "format").some((name) => formats.get(name)?.pattern === limit),
  broken: (text, limit, { regex }) => `!${regex(limit, text)}.test(${text})`,
  expected: (limit) => `must match the pattern ${limit}`,
  both: sameOrApart,
  samples: textsFor,
  // Elsewhere `$` matches before a line break too.
  edges: (limit, { schema, sample }) => [
    "",
    face,
    "!",
    "x y",
    "0",
    ...(limit.endsWith("$") ? [`${sample(schema) as string}\n`] : []),
  ],
});

export const minLength: Assertion<number> = assertion<number, "string">({
  of: "string",
  topic: "limits",
  counts: true,
  holds: (text, limit) => codePoints(text) >= limit,
  implied: (limit, known) =>
    limit <= 0 || limitsIn(known, "minLength").some((own) => own >= limit) || (limit <= 1 && refuses(known, "")),
  excluded: (limit, known) => limitsIn(known, "maxLength").some((own) => own < limit),
  // Only length 1 is the same in code units and in code points.
  broken: (text, limit, { helper }) =>
    limit <= 1 ? `${text}.length < ${limit}` : `${helper("codePoints")}(${text}) < ${limit}`,
  expected: (limit) => (limit === 1 ? "must not be empty" : `must have at least ${count(limit, "character")}`),
  both: larger,
  edges: (limit) => ["x".repeat(Math.max(limit - 1, 0)), "x".repeat(limit), face.repeat(limit)],
});

export const maxLength: Assertion<number> = assertion<number, "string">({
  of: "string",
  topic: "limits",
  counts: true,
  holds: (text, limit) => codePoints(text) <= limit,
  implied: (limit, known) => limitsIn(known, "maxLength").some((own) => own <= limit),
  excluded: (limit, known) => limitsIn(known, "minLength").some((own) => own > limit),
  broken: (text, limit, { helper }) => `${helper("codePoints")}(${text}) > ${limit}`,
  expected: (limit) => `must have at most ${count(limit, "character")}`,
  both: smaller,
  edges: (limit) => ["x".repeat(limit + 1), "x".repeat(limit), face.repeat(limit)],
});
