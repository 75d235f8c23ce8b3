import type { Json } from "../json/json.ts";
import { toJson } from "../json/text.ts";
import { expand } from "../schema/expand.ts";
import { typesOf } from "../schema/keywords/any.ts";
import { isNever } from "../schema/never.ts";
import type { Definition, Schema } from "../schema/schema.ts";
import { mapSchema } from "../schema/walk.ts";
import { docText } from "./comment.ts";

/** The name of a tuple, by its index: no title begins in lower case. */
const tupleName = (index: number): string => `placeholderTuple_${index}_`;

/** A tuple, which json-schema-to-typescript has no way to say: it is given a name, which stands for its type. */
export interface Tuple {
  readonly name: string;
  readonly items: readonly Schema[];
  /** How many of them have to be present. */
  readonly least: number;
  /** What may follow; undefined where nothing may. */
  readonly rest: Schema | undefined;
}

/** The type of one JSON value. `{}` would be a type of nearly everything. */
function literalType(value: Json): string {
  if (typeof value !== "object" || value === null) return toJson(value);
  if (Array.isArray(value)) return `[${value.map(literalType).join(",")}]`;
  const members = Object.entries(value).map(([name, member]) => `${toJson(name)}:${literalType(member)}`);
  return members.length === 0 ? "{ [k: string]: never }" : `{${members.join(",")}}`;
}

/** Several types as one, in parentheses: what stands around it, such as `[]`, is for all of them. */
const unionType = (types: readonly string[]): string =>
  types.length === 1 ? (types[0] as string) : `(${types.join(" | ")})`;

/** The type of an open enum: the listed values, which editors complete, and all others of its types. */
function openType(schema: Schema, listed: readonly Json[]): string {
  const others = typesOf(schema).map((type) => (type === "integer" ? "number" : type));
  const values = listed.filter((value) => value !== null).map(literalType);
  return unionType([...new Set([...values, ...others.map((type) => (type === "null" ? type : `(${type} & {})`))])]);
}

/** The name of a definition's type; that of a partial one is made of the other's. */
const nameOf = ({ name, partialOf }: Definition): string =>
  partialOf === undefined ? name : `Partial<${partialOf.name}>`;

/** Whether a branch says nothing that a type can say: which of its parent's members have to be present, or a limit. */
function isTypeless(branch: Schema): boolean {
  return !["ref", "type", "const", "enum", "anyOf", "oneOf", "properties", "items"].some((name) => name in branch);
}

/** json-schema-to-typescript calls `hasOwnProperty` of what it is given: names that objects inherit get this in front. */
export const inherited = "PlaceholderMember_";

/** A member's name as json-schema-to-typescript is given it. */
const safeName = (name: string): string =>
  name in Object.prototype || name.startsWith(inherited) ? inherited + name : name;

/** The schemas that hold under a condition: what they describe, a value may have. */
const conditional = ({ then: met, else: unmet, dependentSchemas = {} }: Schema): Schema[] =>
  [met, unmet, ...Object.values(dependentSchemas)].flatMap((one) => (one === undefined ? [] : [expand(one)]));

/** The members that a schema describes, and those that only its conditions do. */
function membersOf(schema: Schema): Readonly<Record<string, Schema>> {
  const own = schema.properties ?? {};
  const more = new Map<string, Schema[]>();
  for (const members of conditional(schema).map(membersOf)) {
    for (const [name, member] of Object.entries(members))
      if (!Object.hasOwn(own, name)) more.set(name, [...(more.get(name) ?? []), member]);
  }
  const optional = [...more].map(([name, [first = {}, ...others]]) => [
    name,
    others.length === 0 ? first : { anyOf: [first, ...others] },
  ]);
  return { ...own, ...(Object.fromEntries(optional) as Record<string, Schema>) };
}

/** What all members may be that an object does not describe by name; false where it has no others. */
function othersOf({ patternProperties = {}, additionalProperties: others }: Schema, isDescribed: boolean): unknown {
  const byPattern = Object.values(patternProperties);
  // Objects are open on the wire and closed in the types, so that a typing mistake does not compile.
  if (byPattern.length === 0) return others === true || others === undefined ? (isDescribed ? false : others) : others;
  const all = typeof others === "object" ? [...byPattern, others] : byPattern;
  return all.length === 1 ? all[0] : { anyOf: all };
}

/**
 * What json-schema-to-typescript is given: names as `tsType`, facts as doc tags, objects closed, limits left out.
 * @param schema flat, with `ref` nodes
 * @param tuples where the tuples in it are put, inner ones before outer ones
 */
export function typeView(schema: Schema, tuples: Tuple[]): Schema {
  const inner = (child: Schema): Schema => typeView(child, tuples);
  const words = docText(schema);
  const description = words === undefined ? {} : { description: words };
  if (schema.ref !== undefined) return { tsType: nameOf(schema.ref), ...description };
  if (isNever(schema)) return { tsType: "never", ...description };
  if (schema["x-open"] !== undefined) return { tsType: openType(schema, schema["x-open"]), ...description };
  if (schema.prefixItems !== undefined) return { ...tupleView(schema, tuples), ...description };
  const kept = Object.fromEntries(
    ["type", "const", "enum", "anyOf", "oneOf", "items", "required"]
      .filter((name) => name in schema)
      .map((name) => [name, schema[name]]),
  ) as Record<string, unknown>;
  const members = membersOf(schema);
  const hasMembers = Object.keys(members).length > 0;
  if (hasMembers) kept["properties"] = members;
  const others = othersOf(schema, hasMembers);
  if (others !== undefined) kept["additionalProperties"] = others;
  // An object that may have no member at all: `{}` would be any value but null.
  const isEmpty = !hasMembers && others === false;
  for (const name of ["anyOf", "oneOf"] as const) if (schema[name]?.every(isTypeless)) delete kept[name];
  const beside = (schema.allOf ?? []).filter(
    (one) => !isTypeless(one) && ![one.anyOf, one.oneOf].some((union) => union?.every(isTypeless)),
  );
  if (beside.length > 0) kept["allOf"] = beside;
  if (kept["const"] !== undefined) delete kept["type"];
  // In an object that is a value, json-schema-to-typescript would follow a member named $ref; JSON is a type as it is.
  const values = kept["const"] === undefined ? kept["enum"] : [kept["const"]];
  if (Array.isArray(values) && values.some((value) => typeof value === "object" && value !== null)) {
    return { tsType: unionType([...new Set((values as Json[]).map(literalType))]), ...description };
  }
  // Without a constraint json-schema-to-typescript guesses an object.
  if (Object.keys(kept).length === 0) return { tsType: "unknown", ...description };
  const view: Record<string, unknown> = { ...mapSchema(kept, inner) };
  if (hasMembers)
    view["properties"] = Object.fromEntries(
      Object.entries(view["properties"] as object).map(([name, child]) => [safeName(name), child]),
    );
  if (schema.required !== undefined) view["required"] = schema.required.map(safeName);
  return { ...view, ...(isEmpty ? { additionalProperties: { tsType: "never" } } : {}), ...description } as Schema;
}

/** The view of an array whose first items are described one by one. */
function tupleView(schema: Schema, tuples: Tuple[]): Schema {
  const { prefixItems = [], items = {}, minItems = 0, maxItems = Number.POSITIVE_INFINITY, ...own } = schema;
  const inner = prefixItems.slice(0, maxItems).map((item) => typeView(item, tuples));
  const rest = maxItems > prefixItems.length ? typeView(items, tuples) : undefined;
  const node = { tsType: tupleName(tuples.length) };
  tuples.push({ name: node.tsType, items: inner, least: minItems, rest });
  const others = typesOf(schema).filter((type) => type !== "array");
  if (others.length === 0) return node;
  return { anyOf: [node, typeView({ ...own, type: others }, tuples)] };
}
