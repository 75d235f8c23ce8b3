import { isObject, type Json, type JsonObject } from "../json/json.ts";
import type { Keys } from "./edit.ts";

/** How a keyword of any draft holds schemas: itself or in a list, or as the members of an object. */
type Holding = "value" | "members";

const list = (holding: Holding, names: string): [string, Holding][] => names.split(" ").map((name) => [name, holding]);

/** Every keyword of draft-04 to 2020-12 that holds schemas. */
const holdings: ReadonlyMap<string, Holding> = new Map([
  ...list("members", "$defs definitions dependencies dependentSchemas patternProperties properties"),
  ...list("value", "additionalItems additionalProperties allOf anyOf contains contentSchema else if items not oneOf"),
  ...list("value", "prefixItems propertyNames then unevaluatedItems unevaluatedProperties"),
]);

/** Every keyword of these drafts that makes demands on values; of `format`, validators that check it do. */
export const asserting: ReadonlySet<string> = new Set([
  ...[...holdings.keys()].filter((name) => !/^(?:\$defs|definitions|contentSchema)$/.test(name)),
  ...(
    "$dynamicRef $recursiveRef $ref const dependentRequired enum exclusiveMaximum exclusiveMinimum format maxContains " +
    "maxItems maxLength maxProperties maximum minContains minItems minLength minProperties minimum multipleOf pattern " +
    "required type uniqueItems"
  ).split(" "),
]);

/** The schema objects directly inside a schema, with the keys that lead to them. */
function* children(schema: JsonObject): Generator<[JsonObject, Keys]> {
  for (const [name, value] of Object.entries(schema)) {
    const holding = holdings.get(name);
    if (holding === undefined) continue;
    if (holding === "value" && isObject(value)) yield [value, [name]];
    else if (Array.isArray(value) ? holding === "value" : isObject(value) && holding === "members") {
      for (const [key, item] of Object.entries(value as Record<string, Json>)) {
        if (isObject(item)) yield [item, [name, key]];
      }
    }
  }
}

/**
 * Lists a schema of any draft and all schema objects inside it, each after the one that holds it: nothing inside
 * examples, values, or a property that has the name of a keyword.
 * @param enters whether the schemas inside one are listed too
 */
export function* olderSchemas(
  schema: JsonObject,
  enters: (keys: Keys) => boolean = () => true,
  keys: Keys = [],
): Generator<[JsonObject, Keys]> {
  yield [schema, keys];
  for (const [child, more] of children(schema)) {
    const at = [...keys, ...more];
    if (enters(at)) yield* olderSchemas(child, enters, at);
  }
}
