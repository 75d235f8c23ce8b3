import { toKey } from "../../json/equality.ts";
import type { Json } from "../../json/json.ts";
import type { Statement } from "../../print/code.ts";
import type { Schema } from "../schema.ts";
import { type Assertion, assertion } from "./keyword.ts";
import type { Sampling } from "./sampling.ts";
import { leastItems, mostItems, prefixIn, schemasOfItem } from "./itemSchemas.ts";
import { areAll, limitsIn } from "./known.ts";
import { larger, smaller } from "./limits.ts";
import { count } from "./words.ts";

/** How many items a schema describes one by one. */
const prefixOf = ({ prefixItems = [] }: Schema): number => prefixItems.length;

/** So many valid items, those that are described one by one first. */
export function itemsOf({ prefixItems = [], items = {} }: Schema, length: number, sampling: Sampling): Json[] {
  const first = prefixItems.slice(0, length).map(sampling.sample);
  return [...first, ...sampling.distinct(items, length - first.length)];
}

export const prefixItems: Assertion<readonly Schema[]> = assertion<readonly Schema[], "array">({
  of: "array",
  topic: "items",
  inside: "list",
  applies: "key",
  implied: (limit, known) =>
    areAll([...limit.entries()].slice(0, mostItems(known)), ([i, schema]) =>
      known.partFits(i, schemasOfItem(i, known), schema),
    ),
  parts: (values, limit) =>
    values.slice(0, limit.length).map((value, key) => ({ key, schema: limit[key] as Schema, value })),
  print: (limit, { minItems: least = 0 }, value, printer) =>
    limit.flatMap((schema, i): Statement[] => {
      const item = { code: `${value.code}[${i}]`, pointer: [...value.pointer, `/${i}`], name: "item" };
      // What is explained can be too short.
      if (i < least && !printer.isExplaining) return printer.check(schema, item);
      const body = printer.block(() => printer.check(schema, item));
      return body.length === 0 ? [] : [{ when: `${value.code}.length > ${i}`, body }];
    }),
  expected: () => "must have the items that the schema describes",
  edges: (limit, { schema, ...sampling }) =>
    [limit.length, limit.length + 1].map((length) => itemsOf(schema, length, { schema, ...sampling })),
  steps: (limit, { schema, ...sampling }) => {
    const value = itemsOf(schema, limit.length, { schema, ...sampling });
    return limit.map((child, key) => ({ value, key, schema: child }));
  },
});

export const items: Assertion<Schema> = assertion<Schema, "array">({
  of: "array",
  topic: "items",
  inside: "schema",
  applies: "each",
  implied: (limit, known, schema) => {
    const first = prefixOf(schema);
    const length = Math.min(Math.max(first, prefixIn(known)) + 1, mostItems(known));
    const indexes = Array.from({ length: Math.max(length - first, 0) }, (_, i) => first + i);
    return areAll(indexes, (i) => known.partFits(i, schemasOfItem(i, known), limit));
  },
  parts: (values, limit, schema) =>
    values.flatMap((value, key) => (key < prefixOf(schema) ? [] : [{ key, schema: limit, value }])),
  print: (limit, schema, value, printer) =>
    printer.block(() => {
      const i = printer.local("i");
      const item = { code: `${value.code}[${i}]`, pointer: [...value.pointer, "/", { code: i }], name: "item" };
      const body = printer.check(limit, item);
      const head = `for (let ${i} = ${prefixOf(schema)}; ${i} < ${value.code}.length; ${i}++)`;
      return body.length === 0 ? [] : [{ head, body }];
    }),
  expected: () => "must have items that the schema describes",
  edges: () => [],
  steps: (limit, { schema, value, ...sampling }) => {
    if (!Array.isArray(value)) return [];
    // An item that has to be of a kind stays as it is: another is varied.
    const more = schema.contains === undefined ? [] : [...value, ...sampling.distinct(limit, 1)];
    const key = Math.max(prefixOf(schema), more.length - 1);
    const least = itemsOf(schema, key + 1, { schema, value, ...sampling });
    return [{ value: more.length > key ? more : value.length > key ? value : least, key, schema: limit }];
  },
});

export const minItems: Assertion<number> = assertion<number, "array">({
  of: "array",
  topic: "limits",
  counts: true,
  holds: (values, limit) => values.length >= limit,
  implied: (limit, known) => leastItems(known) >= limit,
  excluded: (limit, known) => mostItems(known) < limit,
  broken: (value, limit) => `${value}.length < ${limit}`,
  expected: (limit) => `must have at least ${count(limit, "item")}`,
  both: larger,
  edges: (limit, sampling) =>
    [limit, Math.max(limit - 1, 0)].map((length) => itemsOf(sampling.schema, length, sampling)),
});

export const maxItems: Assertion<number> = assertion<number, "array">({
  of: "array",
  topic: "limits",
  counts: true,
  holds: (values, limit) => values.length <= limit,
  implied: (limit, known) => mostItems(known) <= limit,
  excluded: (limit, known) => leastItems(known) > limit,
  broken: (value, limit) => `${value}.length > ${limit}`,
  expected: (limit) => (limit === 0 ? "must be empty" : `must have at most ${count(limit, "item")}`),
  both: smaller,
  edges: (limit, sampling) => [limit, limit + 1].map((length) => itemsOf(sampling.schema, length, sampling)),
});

export const uniqueItems: Assertion<boolean> = assertion<boolean, "array">({
  of: "array",
  topic: "limits",
  isSlow: true,
  implied: (limit, known) => !limit || limitsIn(known, "uniqueItems").includes(true) || mostItems(known) <= 1,
  holds: (values, limit) => !limit || new Set(values.map(toKey)).size === values.length,
  broken: (value, limit, { helper }) => (limit ? `!${helper("unique")}(${value})` : ""),
  expected: () => "must not hold the same item twice",
  both: (a, b) => a || b,
  edges: (_, { schema, ...sampling }) => {
    const first = itemsOf(schema, prefixOf(schema), { schema, ...sampling });
    const { items: item = {} } = schema;
    const one = sampling.sample(item);
    return [
      [...first, ...sampling.distinct(item, 2)],
      [...first, one, one],
    ];
  },
});
