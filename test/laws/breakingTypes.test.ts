// Where no change that is found breaks types, code that reads events compiles as before.
import { expect, test } from "vitest";
import { compareCatalogs } from "../../scripts/breaking/compareCatalogs.ts";
import { toReader } from "../../scripts/breaking/compareSides.ts";
import type { Catalog } from "../../scripts/catalog/catalog.ts";
import { rules } from "../../scripts/rules/rules.ts";
import { runRules } from "../../scripts/rules/run.ts";
import type { Schema } from "../../scripts/schema/schema.ts";
import { readSources } from "../../scripts/sources.ts";
import { catalogOf } from "../support/catalogOf.ts";
import { root } from "../support/codegen.ts";
import { eventOf } from "../support/eventOf.ts";
import { mutateSchema } from "../support/mutateSchema.ts";
import { Random } from "../support/oracles/random.ts";
import { randomSchema } from "../support/randomSchemas.ts";
import { runs } from "../support/runs.ts";
import { ownSchemas } from "../support/source.ts";
import { askTypes, type Sides } from "../support/typeQuestions.ts";

const pairs = runs(30, 300);
const { project } = await readSources(root);

type Files = Readonly<Record<string, object>>;

/** Our own schemas, one of which is changed. */
function ownPair(random: Random): [Files, Files] {
  const file = random.pick(Object.keys(ownSchemas));
  return [ownSchemas, { ...ownSchemas, [file]: mutateSchema(random, ownSchemas[file] as Schema) }];
}

/** An event with a random schema as its `data`, and that one changed. */
function randomPair(random: Random): [Files, Files] {
  const schema = randomSchema(random, 2);
  return [eventOf(schema), eventOf(mutateSchema(random, schema))];
}

/** Rules that refuse parts which no value satisfies, or keywords of types that no value has: types show these all the same. */
const impossible: ReadonlySet<string> = new Set(["values", "type-keyword"]);

/** Whether a catalog has its event, of which all parts can be there. */
async function isUsable(catalog: Catalog): Promise<boolean> {
  if (catalog.events.length === 0) return false;
  const found = await runRules(rules, { catalog, diagnostics: [] }, project);
  return !found.some(({ rule }) => impossible.has(rule));
}

/** Catalogs before and after a change, of the first seeds whose schemas are usable on both sides. */
async function sidesOf(make: (random: Random) => [Files, Files]): Promise<(Sides & { readonly seed: number })[]> {
  const made = [];
  for (let seed = 0; made.length < pairs / 2 && seed < 10 * pairs; seed++) {
    const [before, after] = make(new Random(seed)).map(catalogOf) as [Catalog, Catalog];
    if ((await isUsable(before)) && (await isUsable(after))) made.push({ seed, before, after });
  }
  return made;
}

test.each([
  ["our own schemas", ownPair],
  ["random schemas", randomPair],
])("of changes of %s, those that break types are found", async (_, make) => {
  const all = await sidesOf(make);
  expect(all).toHaveLength(pairs / 2);
  const errors = await askTypes(all);
  const wrong = all.flatMap((sides, at) => {
    const found = compareCatalogs(sides, { before: toReader(sides.before), after: toReader(sides.after) });
    const { names = [], passes = [], reads = [] } = errors[at] ?? {};
    const said = [...names, ...passes, ...reads];
    const isFound = found.some(({ breaks }) => breaks.includes("types"));
    // What no other rule explains has to be so; others may see more than types do, such as the limits of a union's branch.
    const isRight = said.length > 0 ? isFound : !found.some(({ rule }) => rule === "types-changed");
    return isRight ? [] : [{ seed: sides.seed, found: found.map(({ rule, pointer }) => [rule, pointer]), said }];
  });
  expect(wrong).toEqual([]);
});
