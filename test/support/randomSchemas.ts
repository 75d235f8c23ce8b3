import type { Json } from "../../scripts/json/json.ts";
import type { Schema } from "../../scripts/schema/schema.ts";
import type { Random } from "./oracles/random.ts";

const names = ["a", "b", "c", "kind", "constructor", "hasOwnProperty", "x/y", "x~y", "odd-name", "value", "report"];
const texts = [
  "",
  "a",
  "ab",
  "abc",
  "AB",
  "2022-02-21",
  "2022-02-21T19:38:34Z",
  "2022-02-30",
  "x",
  "1",
  "\u{1F600}",
  "a\n",
  "card",
  "bank",
  "urn:x:y",
];
const numbers = [0, 1, 2, 5, 10, -1, 0.5, 0.01, 19.99, 0.3, 1e21, 3.5, 100];
const scalars: readonly Json[] = [...texts, ...numbers, null, true, false];

const some = <T>(random: Random, list: readonly T[], most: number): T[] => [
  ...new Set(Array.from({ length: random.integer(1, most) }, () => random.pick(list))),
];

/** The keywords of each type, each sometimes. */
const limits: Readonly<Record<string, (random: Random, depth: number) => Schema>> = {
  string: (random) => ({
    ...(random.percent(25) ? { minLength: random.integer(0, 2) } : {}),
    ...(random.percent(25) ? { maxLength: random.integer(1, 3) } : {}),
    ...(random.percent(20)
      ? { pattern: random.pick(["^[a-z]*$", "^.{1,2}$", "^[0-9/]+$"]) }
      : random.percent(20)
        ? { format: random.pick(["date", "date-time", "uri"]) }
        : {}),
  }),
  number: (random) => ({
    ...(random.percent(30) ? { minimum: random.pick([0, 1, 0.5]) } : {}),
    ...(random.percent(20) ? { exclusiveMaximum: random.pick([5, 10, 0.6]) } : {}),
    ...(random.percent(30) ? { multipleOf: random.pick([0.01, 1, 0.5, 2, 0.1]) } : {}),
  }),
  array: (random, depth) => ({
    ...(random.percent(70) ? { items: randomSchema(random, depth - 1) } : {}),
    ...(random.percent(30) ? { minItems: random.integer(0, 2) } : {}),
    ...(random.percent(30) ? { maxItems: random.integer(1, 3) } : {}),
    ...(random.percent(30) ? { uniqueItems: true } : {}),
    ...(random.percent(20) ? { prefixItems: several(random, depth - 1) } : {}),
    ...(random.percent(20)
      ? {
          contains: randomSchema(random, 0),
          ...(random.percent(50) ? { minContains: random.integer(0, 2) } : {}),
          ...(random.percent(50) ? { maxContains: random.integer(1, 3) } : {}),
        }
      : {}),
  }),
  object: (random, depth) => {
    const described = some(random, names, 4);
    return {
      properties: Object.fromEntries(described.map((name) => [name, randomSchema(random, depth - 1)])),
      ...(random.percent(70) ? { required: some(random, described, 3) } : {}),
      ...(random.percent(30) ? { additionalProperties: random.percent(50) ? false : randomSchema(random, 0) } : {}),
      ...(random.percent(15) ? { minProperties: random.integer(1, 2) } : {}),
      ...(random.percent(15) ? { maxProperties: random.integer(1, 3) } : {}),
      ...(random.percent(15)
        ? { patternProperties: { [random.pick(["^[a-c]$", "^x"])]: randomSchema(random, 0) } }
        : {}),
      ...(random.percent(10)
        ? { propertyNames: random.pick([{ maxLength: 4 }, { pattern: "^[a-z/]+$" }, { not: {} }]) }
        : {}),
      ...(random.percent(15) ? { dependentRequired: { [random.pick(names)]: some(random, described, 2) } } : {}),
      ...(random.percent(15) ? { dependentSchemas: { [random.pick(described)]: randomSchema(random, 0) } } : {}),
    } as Schema;
  },
};

const types = ["string", "number", "integer", "boolean", "null", "array", "object"];

const several = (random: Random, depth: number): Schema[] =>
  Array.from({ length: random.integer(1, 3) }, () => randomSchema(random, depth));

/** Keywords that hold a value to further schemas, sometimes. */
function inPlace(random: Random): Schema {
  return {
    ...(random.percent(10) ? { not: randomSchema(random, 0) } : {}),
    ...(random.percent(10) ? { allOf: several(random, 1) } : {}),
    ...(random.percent(10)
      ? {
          if: randomSchema(random, 0),
          ...(random.percent(70) ? { then: randomSchema(random, 1) } : {}),
          ...(random.percent(50) ? { else: randomSchema(random, 1) } : {}),
        }
      : {}),
  };
}

/** A flat schema, made of all keywords; what it demands may be impossible. */
export function randomSchema(random: Random, depth = 3): Schema {
  const base = randomBase(random, depth);
  // In flat schemas nothing stands beside a const that could refuse it.
  return base.const !== undefined || depth === 0 ? base : { ...base, ...inPlace(random) };
}

function randomBase(random: Random, depth: number): Schema {
  const kind = random.integer(0, 99);
  if (kind < 8) return { const: random.percent(80) ? random.pick(scalars) : { a: [1, random.pick(scalars)] } };
  if (kind < 16) return { enum: random.percent(80) ? some(random, scalars, 6) : [{ a: 1 }, [], random.pick(scalars)] };
  if (kind < 28 && depth > 0) {
    const branches = Array.from({ length: random.integer(2, 3) }, () => randomSchema(random, depth - 1));
    return { [random.percent(50) ? "anyOf" : "oneOf"]: branches };
  }
  if (kind < 34 && depth > 0) {
    // Branches that a member tells apart.
    const branches = ["card", "bank"].map((tag): Schema => {
      const { properties, ...own } = limits["object"]?.(random, depth - 1) ?? {};
      return { ...own, type: "object", required: ["kind"], properties: { ...properties, kind: { const: tag } } };
    });
    return { oneOf: random.percent(30) ? [...branches, { type: "null" }] : branches };
  }
  const chosen = depth > 0 ? some(random, types, random.percent(25) ? 3 : 1) : [random.pick(types.slice(0, 5))];
  const own = chosen.map((type) => limits[type === "integer" ? "number" : type]?.(random, depth) ?? {});
  return Object.assign({ type: chosen.length === 1 ? chosen[0] : chosen }, ...own) as Schema;
}

/** A value that has something to do with a schema: often valid, often nearly. */
export function randomValue(random: Random, schema: Schema, depth = 4): Json {
  if (random.percent(8) || depth === 0)
    return random.percent(80) ? random.pick(scalars) : random.pick<Json>([[], {}, [1, 1], { a: 1 }]);
  if (schema.const !== undefined) return structuredClone(schema.const) as Json;
  if (schema.enum !== undefined) return structuredClone(random.pick(schema.enum)) as Json;
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches !== undefined) return randomValue(random, random.pick(branches), depth);
  const type = random.pick([schema.type ?? "object"].flat());
  if (type === "string") return random.pick(texts);
  if (type === "number" || type === "integer") return random.pick(numbers);
  if (type === "boolean") return random.percent(50);
  if (type === "array")
    return Array.from({ length: random.integer(0, 3) }, (_, i) =>
      randomValue(random, schema.prefixItems?.[i] ?? schema.items ?? {}, depth - 1),
    );
  if (type === "null") return null;
  const { properties = {}, required = [], additionalProperties } = schema;
  const present = Object.keys(properties).filter((name) => random.percent(required.includes(name) ? 92 : 50));
  const more = random.percent(25) ? [random.pick([...names, "unknown"])] : [];
  return Object.fromEntries(
    [...present, ...more].map((name) => {
      const described = Object.hasOwn(properties, name)
        ? properties[name]
        : typeof additionalProperties === "object"
          ? additionalProperties
          : {};
      return [name, randomValue(random, described ?? {}, depth - 1)];
    }),
  );
}
