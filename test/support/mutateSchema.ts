import { rows } from "../../scripts/schema/keywords.ts";
import type { Schema } from "../../scripts/schema/schema.ts";
import { mapSchema, subschemas } from "../../scripts/schema/walk.ts";
import type { Random } from "./oracles/random.ts";
import { randomSchema } from "./randomSchemas.ts";

type Change = (schema: Schema, random: Random) => Schema;

const without = (schema: Schema, keyword: string): Schema =>
  Object.fromEntries(Object.entries(schema).filter(([name]) => name !== keyword));

/** The keywords of a schema whose values pass a test. */
const having = (schema: Schema, test: (value: unknown) => boolean): string[] =>
  Object.entries(schema).flatMap(([keyword, value]) => (rows.has(keyword) && test(value) ? [keyword] : []));

/** Changes a keyword among some; nothing where there is none. */
const onOne =
  (test: (value: unknown) => boolean, change: (value: never, random: Random) => unknown): Change =>
  (schema, random) => {
    const names = having(schema, test);
    if (names.length === 0) return schema;
    const name = random.pick(names);
    return { ...schema, [name]: change(schema[name] as never, random) };
  };

const isMap = (value: unknown): boolean => typeof value === "object" && value !== null && !Array.isArray(value);

const dropped = <T>(list: readonly T[], random: Random): T[] => {
  const at = random.integer(0, list.length - 1);
  return list.length < 2 ? [...list] : list.filter((_, i) => i !== at);
};

const types = ["string", "number", "integer", "boolean", "null", "array", "object"];

/** What is done to one schema. */
const changes: readonly Change[] = [
  onOne(
    (value) => typeof value === "number",
    (value: number, random) => Math.max(0, value + random.pick(Number.isInteger(value) ? [1, -1, 2] : [1, -1, 0.5])),
  ),
  onOne(
    (value) => typeof value === "boolean",
    (value: boolean) => !value,
  ),
  onOne(Array.isArray, (value: unknown[], random) => dropped(value, random)),
  onOne(
    (value) => Array.isArray(value) && value.length > 0,
    (value: unknown[], random) => [
      ...value,
      isMap(value[0]) ? randomSchema(random, 1) : random.pick(["a", "b", "x/y"]),
    ],
  ),
  onOne(
    (value) => isMap(value) && Object.values(value as object).every(isMap),
    (value: object, random) => {
      const entries = Object.entries(value);
      if (entries.length === 0 || rows.has(entries[0]?.[0] as string)) return value;
      return Object.fromEntries(
        random.percent(50)
          ? dropped(entries, random)
          : [...entries, [random.pick(["c", "new", "value"]), randomSchema(random, 1)]],
      );
    },
  ),
  (schema, random) => {
    const own = Object.keys(schema).filter((name) => rows.get(name)?.role === "assertion");
    return own.length === 0 ? schema : without(schema, random.pick(own));
  },
  (schema, random) => {
    const more = Object.entries(randomSchema(random, 1)).filter(([name]) => name !== "type" && name !== "const");
    if (more.length === 0 || schema.const !== undefined) return schema;
    const [name, value] = random.pick(more);
    return { ...schema, [name]: value };
  },
  (schema, random) => {
    if (schema.type === undefined) return schema;
    const own = [schema.type].flat();
    const next = random.percent(50) ? dropped(own, random) : [...new Set([...own, random.pick(types)])];
    return { ...schema, type: next.length === 1 ? (next[0] as string) : next };
  },
  (_, random) => randomSchema(random, 1),
  (schema) => ({ anyOf: [schema, { type: "null" }] }),
  (schema) => ({ allOf: [schema] }),
];

/** Whether a schema has keywords with values that the standard allows. */
const isSound = ({ multipleOf = 1, anyOf, oneOf, type = [], required = [] }: Schema): boolean =>
  multipleOf > 0 &&
  anyOf?.length !== 0 &&
  oneOf?.length !== 0 &&
  [type].flat().every((name) => types.includes(name)) &&
  new Set(required).size === required.length;

const sound = (before: Schema, after: Schema): Schema => (isSound(after) ? after : before);

/** Changes one schema inside a schema, at random; what comes out can mean the same. */
export function mutateSchema(random: Random, schema: Schema): Schema {
  const nodes = [...subschemas(schema)].length;
  let left = random.integer(0, nodes - 1);
  const change = random.pick(changes);
  const visit = (node: Schema): Schema => (left-- === 0 ? sound(node, change(node, random)) : mapSchema(node, visit));
  return visit(schema);
}
