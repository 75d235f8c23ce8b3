import type { Json } from "../../json/json.ts";
import type { Schema } from "../schema.ts";
import { type Assertion, assertion } from "./keyword.ts";
import { itemKinds, leastItems, mostItems } from "./itemSchemas.ts";
import { negated } from "./known.ts";
import type { Sampling } from "./sampling.ts";
import { nounPhrase } from "./phrases.ts";

/** How many items have to fit, and may. */
const boundsOf = ({
  minContains: least = 1,
  maxContains: most,
}: Schema): readonly [least: number, most: number | undefined] => [least, most];

/** So many items that fit, with what else the array needs. */
function containing(limit: Schema, length: number, { schema, merge, distinct, sample }: Sampling): Json[] {
  const item = merge(schema.items ?? {}, limit);
  return schema.uniqueItems ? distinct(item, length) : Array<Json>(length).fill(sample(item));
}

export const contains: Assertion<Schema> = assertion<Schema, "array">({
  of: "array",
  inside: "schema",
  applies: "each",
  isSlow: true,
  implied: (limit, known, schema) => {
    const [least, most = Number.POSITIVE_INFINITY] = boundsOf(schema);
    const own = known.layers.filter((layer) => layer.contains !== undefined);
    const isIn = (a: Schema, b: Schema): boolean => known.isImpossible([a, negated(b)]);
    const hasEnough =
      least === 0 ||
      (leastItems(known) >= least &&
        itemKinds(known).every((layers) => known.isImpossible([...layers, negated(limit)]))) ||
      own.some((layer) => boundsOf(layer)[0] >= least && isIn(layer.contains as Schema, limit));
    return (
      hasEnough &&
      (mostItems(known) <= most ||
        own.some((layer) => (boundsOf(layer)[1] ?? Infinity) <= most && isIn(limit, layer.contains as Schema)))
    );
  },
  excluded: (limit, known, schema) => {
    const [least] = boundsOf(schema);
    const isNone = least > 0 && itemKinds(known).every((layers) => known.isImpossible([...layers, limit]));
    return isNone || least > mostItems(known);
  },
  holds: (values, limit, schema, accepts) => {
    const [least, most = Number.POSITIVE_INFINITY] = boundsOf(schema);
    const fitting = values.filter((value) => accepts(limit, value)).length;
    return fitting >= least && fitting <= most;
  },
  print: (limit, schema, value, printer) =>
    printer.block(() => {
      const item = printer.local("item");
      const [fits] = printer.fits(limit, { code: item, pointer: value.pointer, name: "item" });
      const [least, most] = boundsOf(schema);
      const body = printer.fail(value, "contains", schema);
      if (least === 1 && most === undefined)
        return [{ when: `!${value.code}.some((${item}) => ${fits})`, body, isSlow: true }];
      const fitting = printer.local("fitting");
      const broken = [
        ...(least > 0 ? [`${fitting} < ${least}`] : []),
        ...(most === undefined ? [] : [`${fitting} > ${most}`]),
      ];
      if (broken.length === 0) return [];
      return [
        `const ${fitting} = ${value.code}.filter((${item}) => ${fits}).length;`,
        { when: broken.join(" || "), body, isSlow: true },
      ];
    }),
  expected: (limit, schema) => {
    const [least, most] = boundsOf(schema);
    const bounds = [...(least > 1 ? [`at least ${least}`] : []), ...(most === undefined ? [] : [`at most ${most}`])];
    const items = nounPhrase(limit, "an item of the kind that the schema names");
    if (bounds.length > 0) return `must hold ${bounds.join(" and ")} of the kind: ${items}`;
    return `must hold ${items}`;
  },
  edges: (limit, sampling) => {
    const [least, most] = boundsOf(sampling.schema);
    const lengths = [least, Math.max(least - 1, 0), ...(most === undefined ? [] : [most, most + 1])];
    const { not: _, ...items } = sampling.schema.items ?? {};
    const other = sampling.sample({ ...items, not: limit });
    return [
      ...lengths.map((length) => containing(limit, length, sampling)),
      [other],
      [other, ...containing(limit, least, sampling)],
    ];
  },
  steps: (limit, sampling) => {
    const value = containing(limit, Math.max(boundsOf(sampling.schema)[0], 1), sampling);
    return [{ value, key: 0, schema: limit }];
  },
});

/** A keyword that `contains` reads: it has no meaning, and so no code, of its own. */
const bound = (expected: string): Assertion<number> =>
  assertion<number, "array">({
    of: "array",
    isRead: true,
    implied: () => true,
    holds: () => true,
    print: () => [],
    expected: () => expected,
    edges: () => [],
  });

export const minContains: Assertion<number> = bound("must hold enough items of the kind that the schema names");
export const maxContains: Assertion<number> = bound("must not hold too many items of the kind that the schema names");
