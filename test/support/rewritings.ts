import type { Json } from "../../scripts/json/json.ts";
import { rows } from "../../scripts/schema/keywords.ts";
import type { Assertion } from "../../scripts/schema/keywords/keyword.ts";
import type { Schema } from "../../scripts/schema/schema.ts";
import { mapSchema } from "../../scripts/schema/walk.ts";

const reversedOf = (value: object): object => Object.fromEntries(Object.entries(value).toReversed());

/** Another way to write a schema. */
export type Rewriting = readonly [name: string, rewrite: (schema: Schema) => Schema];

/** Ways to write a schema that mean the same. */
export const rewritings: readonly Rewriting[] = [
  ["in allOf", (schema) => ({ allOf: [schema] })],
  ["its keywords reversed", (schema) => reversedOf(schema) as Schema],
  ["its members reversed", (schema) => mapped(schema, "properties", reversedOf)],
  ["its types reversed", (schema) => mapped(schema, "type", (type) => [type].flat().toReversed())],
  ["its values reversed", (schema) => mapped(schema, "enum", (values) => (values as Json[]).toReversed())],
  ["its branches reversed", (schema) => mapped(schema, "anyOf", (all) => (all as Schema[]).toReversed())],
  ["its names reversed", (schema) => mapped(schema, "required", (all) => (all as string[]).toReversed())],
  [
    "null as a branch",
    (schema) =>
      Array.isArray(schema.type) && schema.type.includes("null") && !hasMore(schema)
        ? { anyOf: [{ ...schema, type: schema.type.filter((type) => type !== "null") }, { type: "null" }] }
        : schema,
  ],
];

/** Whether a schema has keywords that null can break: beside these it is no branch of its own. */
const hasMore = (schema: Schema): boolean =>
  Object.keys(schema).some(
    (name) => name !== "type" && (rows.get(name) as Assertion<unknown> | undefined)?.of === "any",
  );

/** A schema with another value of a keyword, wherever it stands. */
function mapped(schema: Schema, keyword: string, change: (value: object) => object): Schema {
  const own = mapSchema(schema, (child) => mapped(child, keyword, change));
  return own[keyword] === undefined ? own : { ...own, [keyword]: change(own[keyword] as object) };
}
