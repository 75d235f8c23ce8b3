// What is said of two schemas holds of values: where one is included in the other, none that it accepts is refused there;
// where it is not, the value that is shown proves it.
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadCatalog } from "../../scripts/catalog/catalog.ts";
import { createInclusion } from "../../scripts/inclusion/inclusion.ts";
import type { Json } from "../../scripts/json/json.ts";
import { accepts } from "../../scripts/schema/evaluate.ts";
import type { Definition, Schema } from "../../scripts/schema/schema.ts";
import { candidates } from "../../scripts/vectors/candidates.ts";
import { sample } from "../../scripts/vectors/sample.ts";
import { root } from "../support/codegen.ts";
import { mutateSchema } from "../support/mutateSchema.ts";
import { Random } from "../support/oracles/random.ts";
import { type Rewriting, rewritings } from "../support/rewritings.ts";
import { randomSchema, randomValue } from "../support/randomSchemas.ts";

const pairs = process.env["TEST_LONG"] === undefined ? 500 : 20_000;
const batch = 200;

/** Two schemas that differ by one change, in one order or the other. */
function pairOf(random: Random): [inner: Schema, outer: Schema] {
  const schema = randomSchema(random, 2);
  const changed = mutateSchema(random, schema);
  return random.percent(50) ? [schema, changed] : [changed, schema];
}

/** Values that one schema accepts and another refuses, of many that lie around the limits of both, and of random ones. */
function refusedOf(random: Random, inner: Schema, outer: Schema): Json[] {
  const around = [inner, outer].flatMap((schema) => [...candidates(schema, sample(schema))].map(({ data }) => data));
  const others = Array.from({ length: batch }, () => randomValue(random, random.percent(50) ? inner : outer));
  return [...around, ...others].filter((value) => accepts(inner, value) && !accepts(outer, value));
}

test(`yes and no hold of ${pairs} pairs of schemas`, () => {
  const counts: Record<string, number> = { yes: 0, no: 0, unknown: 0 };
  const byKeyword = new Map<string, number>();
  for (let seed = 0; seed < pairs; seed++) {
    const random = new Random(seed);
    const [inner, outer] = pairOf(random);
    const answer = createInclusion(false).compare(inner, outer);
    counts[answer.verdict] = (counts[answer.verdict] ?? 0) + 1;
    if (answer.verdict === "no") {
      expect([seed, accepts(inner, answer.value), accepts(outer, answer.value)]).toEqual([seed, true, false]);
      continue;
    }
    if (answer.verdict === "unknown") byKeyword.set(answer.keyword, (byKeyword.get(answer.keyword) ?? 0) + 1);
    if (answer.verdict === "yes") expect([seed, refusedOf(random, inner, outer)]).toEqual([seed, []]);
  }
  // What nobody can decide is told as such; more of it would make the answers worth little.
  expect((counts["unknown"] ?? 0) / pairs).toBeLessThan(0.15);
  console.info(counts, Object.fromEntries([...byKeyword].toSorted(([, a], [, b]) => b - a)));
});

test("what is included in something that is included in a third is not found outside of it", () => {
  for (let seed = 0; seed < pairs; seed++) {
    const random = new Random(seed);
    const first = randomSchema(random, 2);
    const second = mutateSchema(random, first);
    const third = mutateSchema(random, second);
    const { compare } = createInclusion(false);
    if (compare(first, second).verdict !== "yes" || compare(second, third).verdict !== "yes") continue;
    expect([seed, compare(first, third).verdict]).not.toEqual([seed, "no"]);
  }
});

test("of changes of our own schemas less than 5 % are neither proven nor shown", async () => {
  const { events, definitions } = (await loadCatalog(join(root, "schemas"))).catalog;
  const all = [...events, ...definitions];
  const verdicts = Array.from({ length: pairs }, (_, seed) => {
    const random = new Random(seed);
    const { schema } = random.pick(all);
    const changed = mutateSchema(random, schema);
    const { compare } = createInclusion(true);
    return random.percent(50) ? compare(schema, changed).verdict : compare(changed, schema).verdict;
  });
  const unknown = verdicts.filter((verdict) => verdict === "unknown").length;
  console.info(`${unknown} of ${pairs} are unknown`);
  expect(unknown / pairs).toBeLessThan(0.05);
});

/** Other ways to write a schema, that of a definition among them. */
const all: readonly Rewriting[] = [...rewritings, ["as a definition", (schema) => ({ ref: definitionOf(schema) })]];

const definitionOf = (schema: Schema): Definition => ({ name: "Named", schema }) as Definition;

test.each(all)("a schema means the same, %s", (_, rewrite) => {
  for (let seed = 0; seed < pairs; seed++) {
    const schema = randomSchema(new Random(seed), 2);
    const other = rewrite(schema);
    const { compare } = createInclusion(false);
    expect([seed, compare(schema, other).verdict, compare(other, schema).verdict]).toEqual([seed, "yes", "yes"]);
  }
});

test("every schema is included in itself", () => {
  for (let seed = 0; seed < pairs; seed++) {
    const schema = randomSchema(new Random(seed), 2);
    expect([seed, createInclusion(false).compare(schema, structuredClone(schema)).verdict]).toEqual([seed, "yes"]);
  }
});
