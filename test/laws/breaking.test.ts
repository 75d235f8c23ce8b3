// What means the same is no change, however it is written; and what a change is said to break is shown by a payload, or
// said to be assumed.
import { expect, test } from "vitest";
import { accepts } from "../../scripts/schema/evaluate.ts";
import type { Schema } from "../../scripts/schema/schema.ts";
import { catalogOf } from "../support/catalogOf.ts";
import { changesOf, type Files } from "../support/changes.ts";
import { eventOf } from "../support/eventOf.ts";
import { mutateSchema } from "../support/mutateSchema.ts";
import { Random } from "../support/oracles/random.ts";
import { randomSchema, randomValue } from "../support/randomSchemas.ts";
import { rewritings } from "../support/rewritings.ts";

const rounds = process.env["TEST_LONG"] === undefined ? 30 : 1000;

const data = (schema: object): object => ({ title: "Data", description: "d", ...schema });
const inFile = (schema: object): Files =>
  eventOf({ $ref: "../objects/data.schema.json" }, {}, { "objects/data.schema.json": schema });
const reversed = (files: Files): Files => Object.fromEntries(Object.entries(files).toReversed());

/** Ways to lay out a folder that mean the same: before, and after. */
const layouts: readonly [name: string, before: (schema: Schema) => Files, after: (schema: Schema) => Files][] = [
  ...rewritings.map(([name, rewrite]): (typeof layouts)[number] => [
    name,
    eventOf,
    (schema) => eventOf(rewrite(schema)),
  ]),
  ["as a definition", eventOf, (schema) => eventOf({ $ref: "#/$defs/named" }, { named: schema })],
  ["its files in another order", (schema) => inFile(data(schema)), (schema) => reversed(inFile(data(schema)))],
  [
    "in another file",
    (schema) => inFile(data(schema)),
    (schema) => eventOf({ $ref: "../objects/x.schema.json" }, {}, { "objects/x.schema.json": data(schema) }),
  ],
];

test.each(layouts)("a schema that is written in another way is no change: %s", (_, before, after) => {
  for (let seed = 0; seed < rounds; seed++) {
    const schema = randomSchema(new Random(seed), 2);
    const found = changesOf(before(schema), after(schema));
    expect([seed, found.map(({ rule, pointer }) => `${rule} ${pointer}`)]).toEqual([seed, []]);
  }
});

test("where no change breaks a direction, no payload does", () => {
  for (let seed = 0; seed < rounds * 5; seed++) {
    const random = new Random(seed);
    const schema = randomSchema(random, 2);
    const changed = mutateSchema(random, schema);
    const [before, after] = [eventOf(schema), eventOf(changed)];
    const changes = changesOf(before, after);
    // The payloads below have members that nobody described, which such a change counts as absent.
    if (changes.some(({ isTheoretical }) => isTheoretical)) continue;
    const breaks = new Set(changes.flatMap((change) => change.breaks));
    const [old, next] = [catalogOf(before).events[0]?.schema, catalogOf(after).events[0]?.schema];
    if (old === undefined || next === undefined) continue;
    const values = Array.from({ length: 50 }, () => ({ type: "t.x", data: randomValue(random, schema) }));
    for (const value of values) {
      if (!breaks.has("live") && accepts(next, value))
        expect([seed, "live", accepts(old, value)]).toEqual([seed, "live", true]);
      if (!breaks.has("replay") && accepts(old, value))
        expect([seed, "replay", accepts(next, value)]).toEqual([seed, "replay", true]);
    }
  }
});
