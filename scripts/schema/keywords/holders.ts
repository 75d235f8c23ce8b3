import type { Json } from "../../json/json.ts";
import type { Schema } from "../schema.ts";
import { type Maker, maxSize } from "./making.ts";
import { matches } from "./regex.ts";

/** The items that are described one by one, those that have to be of a kind, and more of them up to the least number. */
export const makeArray: Maker = (schema, { sample, distinct, merge }) => {
  const { prefixItems = [], items = {}, contains, minContains = 1, minItems = 1, maxItems = maxSize } = schema;
  const first = prefixItems.slice(0, maxItems).map(sample);
  const fitting = contains === undefined ? [] : distinct(merge(items, contains), Math.min(minContains, maxSize));
  const least = Math.min(Math.max(minItems, prefixItems.length > 0 ? 0 : 1), maxItems, maxSize);
  const made = [...first, ...fitting];
  return [...made, ...(made.length < least ? distinct(items, least).slice(made.length) : [])];
};

/** What a member of a name is held to, as far as one schema says. */
function memberSchema(name: string, { properties = {}, patternProperties = {}, additionalProperties }: Schema): Schema {
  if (Object.hasOwn(properties, name)) return properties[name] as Schema;
  const byPattern = Object.entries(patternProperties).find(([pattern]) => matches(pattern, name));
  if (byPattern !== undefined) return byPattern[1];
  return typeof additionalProperties === "object" ? additionalProperties : {};
}

/** Names for members that a schema does not name: of its patterns, of its names, or any. */
function* furtherNames(schema: Schema, sample: (schema: Schema) => Json): Generator<string> {
  yield* Object.keys(schema.properties ?? {});
  for (const pattern of Object.keys(schema.patternProperties ?? {})) yield String(sample({ type: "string", pattern }));
  if (schema.propertyNames !== undefined) yield String(sample({ type: "string", ...schema.propertyNames }));
  for (let i = 0; i < maxSize; i++) yield `member${i}`;
}

/** The members that have to be present, with those that these need, and more of them up to the least number. */
export const makeObject: Maker = (schema, { sample }) => {
  const { required = [], dependentRequired = {}, minProperties = 0 } = schema;
  const names = new Set(required);
  for (const name of names)
    if (Object.hasOwn(dependentRequired, name)) for (const other of dependentRequired[name] ?? []) names.add(other);
  for (const name of furtherNames(schema, sample)) {
    if (names.size >= Math.min(minProperties, maxSize)) break;
    names.add(name);
  }
  return Object.fromEntries([...names].map((name) => [name, sample(memberSchema(name, schema))]));
};
