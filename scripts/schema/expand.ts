import type { Json } from "../json/json.ts";
import { toPointer } from "../json/json.ts";
import { isRecursive } from "./recursion.ts";
import type { Schema } from "./schema.ts";
import { mapSchema } from "./walk.ts";

/** The node with its definition written out; words beside the reference win. */
export function expand(node: Schema): Schema {
  if (node.ref === undefined) return node;
  const { ref, ...words } = node;
  return { ...ref.schema, ...words };
}

/** The schema with every name written out, at every depth; definitions that hold themselves stay names. */
export function expandAll(schema: Schema): Schema {
  if (schema.ref !== undefined && isRecursive(schema.ref)) return schema;
  return mapSchema(expand(schema), expandAll);
}

/** The schema as JSON that can be compared: every name written out, or the address of a definition that holds itself. */
export function toComparable(schema: Schema): Json {
  const named = (node: Schema): Schema => {
    if (node.ref === undefined || !isRecursive(node.ref)) return mapSchema(expand(node), named);
    const { ref, ...words } = node;
    return {
      ...words,
      $ref: `${ref.document.file}#${toPointer(ref.keys)}${ref.partialOf === undefined ? "" : " partly"}`,
    };
  };
  return named(schema) as unknown as Json;
}

/** The schema as JSON in which names stand for their definitions. */
export function toNamed(schema: Schema): Json {
  const named = (node: Schema): Schema => {
    const { ref, ...own } = node;
    return ref === undefined ? mapSchema(node, named) : { ...own, $ref: ref.name };
  };
  return named(schema) as unknown as Json;
}
