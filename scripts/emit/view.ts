import { toPointer } from "../json/json.ts";
import { maxMarks } from "../runtime/marks.js";
import { remembered } from "../remembered.ts";
import { rows } from "../schema/keywords.ts";
import { namedIn } from "../schema/recursion.ts";
import { appliesOf, mapSchema, subschemas } from "../schema/walk.ts";
import type { Definition, Schema } from "../schema/schema.ts";
import { expand } from "../schema/expand.ts";

/**
 * Writes out every name, but for those of definitions that shared schemas refer to.
 * @param schema a flat schema with `ref` nodes
 * @returns the same schema; "X or null" is said by its type where that is enough
 */
export const inline: (schema: Schema) => Schema = remembered((schema: Schema): Schema =>
  schema.ref?.isReferred === true ? schema : mapSchema(foldNull(expand(schema)), inline),
);

const isNull = (branch: Schema): boolean => branch.type === "null" && Object.keys(branch).length === 1;

/** `anyOf` of something and null is the something with one more type, where no keyword of it speaks of null. */
function foldNull(schema: Schema): Schema {
  const { anyOf, ...rest } = schema;
  const hasOnlyWords = Object.keys(rest).every((name) => rows.get(name)?.role === "annotation");
  if (!Array.isArray(anyOf) || anyOf.length !== 2 || !hasOnlyWords) return schema;
  const other = (anyOf as Schema[]).find((branch) => !isNull(branch));
  if (other === undefined || !(anyOf as Schema[]).some(isNull)) return schema;
  if (other.ref?.isReferred === true) return schema;
  const body = expand(other);
  if (body.type === undefined || ["const", "enum", "anyOf", "oneOf"].some((name) => name in body)) return schema;
  return { ...body, ...rest, type: [...new Set([body.type, "null"].flat())] };
}

/** The definition that a node is, but for words and null; undefined where it is none, or more than one. */
export function definitionOf(node: Schema): Definition | undefined {
  if (node.ref !== undefined || node.anyOf === undefined) return node.ref;
  const ref = node.anyOf.find((branch) => !isNull(branch))?.ref;
  // "X or null" is said by its type, without branches, where that is enough.
  return ref === undefined || "anyOf" in foldNull(node) ? undefined : ref;
}

/**
 * Finds the members that are marked `x-sensitive`.
 * @returns JSON Pointers in the order of the schema; `*` stands for every element of an array or every member of a map,
 *   and `**` at the end for anything below: there a definition that holds itself begins again, or {@link maxMarks} are found
 */
export function sensitivePointers({ schema }: Definition): string[] {
  const found = new Set<string>();
  const open = new Set<Definition>();
  const visit = (node: Schema, keys: readonly string[]): Schema => {
    const { ref } = node;
    if (ref !== undefined && node["x-sensitive"] !== true && !isMarked(ref)) return node;
    if (ref !== undefined && (open.has(ref) || found.size >= maxMarks)) {
      found.add(toPointer([...keys, "**"]));
      return node;
    }
    if (ref !== undefined) open.add(ref);
    const body = foldNull(expand(node));
    if (body["x-sensitive"] === true) found.add(toPointer(keys));
    mapSchema(body, (child, [keyword = "", name = "*"]) => {
      const applies = appliesOf(keyword);
      if (applies === undefined || applies === "names") return child;
      return visit(child, applies === "here" ? keys : [...keys, applies === "key" ? name : "*"]);
    });
    if (ref !== undefined) open.delete(ref);
    return node;
  };
  visit(schema, []);
  return [...found];
}

/** Whether a definition has a sensitive member, itself or in another. */
const isMarked = remembered((definition: Definition): boolean =>
  [definition, ...namedIn(definition.schema)].some(({ schema }) =>
    [...subschemas(schema)].some(([node]) => node["x-sensitive"] === true),
  ),
);
