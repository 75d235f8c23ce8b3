import type { Json } from "../json/json.ts";
import { expand } from "../schema/expand.ts";
import { isAssertion, rows } from "../schema/keywords.ts";
import type { Assertion } from "../schema/keywords/keyword.ts";
import type { Schema } from "../schema/schema.ts";
import { appliesOf, mapSchema } from "../schema/walk.ts";

/** The schemas that speak of a value itself: a schema and those of its unions and conditions. */
function spoken(schema: Schema): Schema[] {
  const own = expand(schema);
  const inner: Schema[] = [];
  mapSchema(own, (child, [keyword = ""]) => {
    // What a value must not be describes nothing.
    if (keyword !== "not" && appliesOf(keyword) === "here") inner.push(...spoken(child));
    return child;
  });
  return [own, ...inner];
}

/** The keywords that describe members or elements of a value of each kind. */
const describing = {
  object: ["properties", "patternProperties", "additionalProperties"],
  array: ["prefixItems", "items"],
} as const;

/** Whether a schema leaves open what stands in a value of a kind. */
function isFree(schema: Schema, kind: keyof typeof describing): boolean {
  return describing[kind].every((keyword) => schema[keyword] === undefined || schema[keyword] === true);
}

/** What of the parts of a value a keyword describes under a key. */
function partsOf(schema: Schema, holder: Json, key: string): Schema[] {
  return Object.entries(schema).flatMap(([keyword, limit]) => {
    const row = rows.get(keyword);
    if (row === undefined || !isAssertion(row)) return [];
    const { of, parts } = row as unknown as Assertion<unknown>;
    if (parts === undefined || of !== (Array.isArray(holder) ? "array" : "object")) return [];
    return parts(holder, limit, schema).flatMap((part) => (String(part.key) === key ? [part.schema] : []));
  });
}

/**
 * The schemas that describe a member of an object, or an element of an array.
 * @param schemas that describe the object or the array, flat; several where any of them may
 * @param holder the object or the array, with something under the key
 * @returns [] where none describes such a member; `{}` where members are left open
 */
export function schemasAt(schemas: readonly Schema[], holder: Json, key: string): Schema[] {
  const all = schemas.flatMap(spoken);
  const found = all.flatMap((schema) => partsOf(schema, holder, key));
  const kind = Array.isArray(holder) ? "array" : "object";
  return found.length === 0 && all.every((schema) => isFree(schema, kind)) ? [{}] : found;
}

/** The names that schemas give to members. */
export function namesIn(schemas: readonly Schema[]): string[] {
  return schemas.flatMap(spoken).flatMap(({ properties = {} }) => Object.keys(properties));
}
