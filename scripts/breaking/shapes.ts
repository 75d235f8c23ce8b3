import { typesOf } from "../schema/keywords/any.ts";
import { expand } from "../schema/expand.ts";
import { isNever, never } from "../schema/never.ts";
import type { Definition, Schema } from "../schema/schema.ts";
import { mapSchema } from "../schema/walk.ts";
import { describedAs } from "./members.ts";

/** What types say of a value beside its type, its members and a tuple; of a limit or a pattern they say nothing. */
const said = ["const", "enum", "anyOf", "oneOf", "allOf", "required", "items"] as const;

/** The types that keywords stand for where a schema has no `type`: an emitted type is narrower than the schema is. */
const implied = { properties: "object", patternProperties: "object", items: "array", prefixItems: "array" } as const;

/** Makes what turns schemas into those of the values that their exported types have; a definition once. */
export function createShapes(): (schema: Schema) => Schema {
  const made = new Map<Definition, Definition>();

  const ofDefinition = (definition: Definition): Definition => {
    const known = made.get(definition);
    if (known !== undefined) return known;
    // It is there before its schema is made, for that may lead back to it.
    const shape: { -readonly [Key in keyof Definition]: Definition[Key] } = { ...definition };
    made.set(definition, shape);
    shape.schema = toShape(definition.schema);
    shape.composed = shape.schema;
    return shape;
  };

  const toShape = (schema: Schema): Schema => {
    if (schema.ref !== undefined) return { ref: ofDefinition(schema.ref) };
    if (isNever(schema)) return never;
    if (schema["x-open"] !== undefined) return typesOf(schema).length === 0 ? {} : { type: typesOf(schema) };
    const kept: Schema = Object.fromEntries(said.filter((name) => name in schema).map((name) => [name, schema[name]]));
    const { anyOf, oneOf, const: only, enum: values, ...rest } = kept;
    // A list of values is the type: what else a schema says of them, it does not.
    if (only !== undefined) return { const: only };
    if (values !== undefined) return { enum: values };
    const union = anyOf ?? oneOf;
    const own = { ...rest, ...tupleOf(schema), ...membersOf(schema), ...(union === undefined ? {} : { anyOf: union }) };
    return mapSchema({ ...own, ...typeOf(schema) }, toShape);
  };

  return toShape;
}

/** The type of a shape, where it has one. */
function typeOf(schema: Schema): Schema {
  if (schema.type !== undefined) return { type: schema.type };
  const types = Object.entries(implied).flatMap(([keyword, type]) => (schema[keyword] === undefined ? [] : [type]));
  return types.length === 0 ? {} : { type: [...new Set(types)] };
}

/** A tuple: the items that are described one by one, how many have to be there, and whether more may follow. */
function tupleOf({ prefixItems, minItems = 0, maxItems, items }: Schema): Schema {
  if (prefixItems === undefined) return {};
  const first = prefixItems.slice(0, maxItems ?? prefixItems.length);
  const isClosed = maxItems !== undefined && maxItems <= prefixItems.length;
  return {
    prefixItems: first,
    minItems: Math.min(minItems, first.length),
    ...(isClosed ? { maxItems: first.length } : { items: items ?? {} }),
  };
}

/** The schemas that hold under a condition: what they describe, a value may have. */
const conditional = ({ then: met, else: unmet, dependentSchemas = {} }: Schema): Schema[] =>
  [met, unmet, ...Object.values(dependentSchemas)].flatMap((one) => (one === undefined ? [] : [expand(one)]));

/** The members that an object describes, those that only its conditions do among them. */
function describedIn(schema: Schema): Map<string, Schema[]> {
  const found = new Map<string, Schema[]>();
  for (const members of conditional(schema).map(describedIn))
    for (const [name, all] of members) found.set(name, [...(found.get(name) ?? []), ...all]);
  // What holds without a condition says more.
  for (const [name, member] of Object.entries(schema.properties ?? {})) found.set(name, [member]);
  return found;
}

const anyOf = ([first = {}, ...others]: readonly Schema[]): Schema =>
  others.length === 0 ? first : { anyOf: [first, ...others] };

/** The members of an object, and what all others are, where its type says anything of them. */
function membersOf(schema: Schema): Schema {
  const { patternProperties = {}, additionalProperties: others } = schema;
  const properties = Object.fromEntries([...describedIn(schema)].map(([name, all]) => [name, anyOf(all)]));
  const byPattern = [...Object.values(patternProperties), ...(typeof others === "object" ? [others] : [])];
  // In TypeScript a member that is described by name is one of all members as well.
  const all = byPattern.length === 0 ? [] : [...byPattern, ...Object.values(properties)];
  return {
    ...(Object.keys(properties).length === 0 ? {} : { properties }),
    ...(all.length === 0 ? {} : { additionalProperties: anyOf(all) }),
  };
}

/** The keys that lead to a value, as far as a shape describes what is under them: a witness can have members of any name. */
export function describedKeys(shape: Schema, [key, ...rest]: readonly (string | number)[]): (string | number)[] {
  if (key === undefined) return [];
  const node = expand(shape);
  const part = typeof key === "string" ? describedAs(node, key) : (node.prefixItems?.[key] ?? node.items);
  return part === undefined ? [] : [key, ...describedKeys(part, rest)];
}
