import { toKey } from "../../json/equality.ts";
import type { Schema } from "../schema.ts";
import { type Assertion, assertion } from "./keyword.ts";
import { larger, smaller } from "./limits.ts";
import { count } from "./words.ts";

export const items: Assertion<Schema> = assertion<Schema, "array">({
  of: "array",
  inside: "schema",
  parts: (values, schema) => values.map((value, key) => ({ key, schema, value })),
  print: (limit, _, value, printer) =>
    printer.block(() => {
      const i = printer.local("i");
      const item = { code: `${value.code}[${i}]`, pointer: [...value.pointer, "/", { code: i }], name: "item" };
      const body = printer.check(limit, item);
      return body.length === 0 ? [] : [{ head: `for (let ${i} = 0; ${i} < ${value.code}.length; ${i}++)`, body }];
    }),
  expected: () => "must have items that the schema describes",
  both: (a, b, merge) => merge(a, b, []),
  edges: () => [],
  steps: (schema, { value, distinct }) => {
    if (!Array.isArray(value)) return [];
    return [{ value: value.length > 0 ? value : distinct(schema, 1), key: 0, schema }];
  },
});

export const minItems: Assertion<number> = assertion<number, "array">({
  of: "array",
  counts: true,
  holds: (values, limit) => values.length >= limit,
  broken: (value, limit) => `${value}.length < ${limit}`,
  expected: (limit) => `must have at least ${count(limit, "item")}`,
  both: larger,
  edges: (limit, { schema, distinct }) =>
    [limit, Math.max(limit - 1, 0)].map((length) => distinct(schema.items ?? {}, length)),
});

export const maxItems: Assertion<number> = assertion<number, "array">({
  of: "array",
  counts: true,
  holds: (values, limit) => values.length <= limit,
  broken: (value, limit) => `${value}.length > ${limit}`,
  expected: (limit) => `must have at most ${count(limit, "item")}`,
  both: smaller,
  edges: (limit, { schema, distinct }) => [limit, limit + 1].map((length) => distinct(schema.items ?? {}, length)),
});

export const uniqueItems: Assertion<boolean> = assertion<boolean, "array">({
  of: "array",
  isSlow: true,
  holds: (values, limit) => !limit || new Set(values.map(toKey)).size === values.length,
  broken: (value, limit, { helper }) => (limit ? `!${helper("unique")}(${value})` : ""),
  expected: () => "must not hold the same item twice",
  both: (a, b) => a || b,
  edges: (_, { schema: { items: item = {} }, sample, distinct }) => [distinct(item, 2), [sample(item), sample(item)]],
});
