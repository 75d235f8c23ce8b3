// Somebody else's proof: jsonschema-rs says of pairs of schemas whether one accepts all that the other does, as we do.
import { join } from "node:path";
import { expect, test } from "vitest";
import { flatEvent } from "../../scripts/breaking/flat.ts";
import { loadCatalog } from "../../scripts/catalog/catalog.ts";
import { type Answer, createInclusion } from "../../scripts/inclusion/inclusion.ts";
import type { Schema } from "../../scripts/schema/schema.ts";
import { root } from "../support/codegen.ts";
import { askOracle, setUpOracle } from "../support/inclusionOracle/oracle.ts";
import { mutateSchema } from "../support/mutateSchema.ts";
import { Random } from "../support/oracles/random.ts";
import { randomSchema } from "../support/randomSchemas.ts";
import { acceptedByAjv } from "../support/acceptedByAjv.ts";

const count = 20_000;

/** How many of a hundred pairs jsonschema-rs has to decide, and how many of those we may not. */
const limits = { decided: 90, ours: 2 };

const { events } = (await loadCatalog(join(root, "schemas"))).catalog;
const own = events.map((event) => flatEvent(event).schema);

type Pair = readonly [inner: Schema, outer: Schema];

/** A schema and one that has something to do with it, in one order or the other. */
function pairOf(random: Random): Pair {
  const schema = random.percent(20) ? random.pick(own) : randomSchema(random, 2);
  const other = random.percent(20) ? randomSchema(random, 1) : mutateSchema(random, schema);
  return random.percent(50) ? [schema, other] : [other, schema];
}

/** A pair of which both say the opposite, with the value that decides where we have one. */
function contradiction(seed: number, [inner, outer]: Pair, ours: Answer, theirs: string): object {
  const verdicts =
    ours.verdict === "no"
      ? { value: ours.value, ajv: [inner, outer].map((schema) => acceptedByAjv(schema, ours.value)) }
      : {};
  return { seed, inner, outer, ours: ours.verdict, theirs, ...verdicts };
}

test(`of ${count} pairs of schemas, none is included for us and not for jsonschema-rs, nor the reverse`, async (context) => {
  const missing = await setUpOracle();
  // A machine of a person may lack it; the one that all rely on may not.
  if (missing !== undefined && process.env["CI"] === undefined) return context.skip(missing);
  expect(missing).toBeUndefined();
  const pairs = Array.from({ length: count }, (_, seed) => pairOf(new Random(seed)));
  const theirs = await askOracle(pairs);
  const counts: Record<string, number> = {};
  const opposite = pairs.flatMap((pair, seed) => {
    const [ours, other = ""] = [createInclusion(false).compare(...pair), theirs[seed]];
    const both = `${ours.verdict}, theirs ${other}`;
    counts[both] = (counts[both] ?? 0) + 1;
    const agree = ours.verdict === other || [ours.verdict, other].includes("unknown");
    return agree ? [] : [contradiction(seed, pair, ours, other)];
  });
  console.info(counts);
  expect(opposite).toEqual([]);
  const decided = theirs.filter((other) => other !== "unknown").length;
  const left = (counts["unknown, theirs yes"] ?? 0) + (counts["unknown, theirs no"] ?? 0);
  expect((100 * decided) / count).toBeGreaterThan(limits.decided);
  expect((100 * left) / decided).toBeLessThan(limits.ours);
});
