import type { Schema } from "./schema.ts";
import { mapSchema } from "./walk.ts";

/** The node with its definition written out; words beside the reference win. */
export function expand(node: Schema): Schema {
  if (node.ref === undefined) return node;
  const { ref, ...words } = node;
  return { ...ref.schema, ...words };
}

/** The schema with every name written out, at every depth. */
export function expandAll(schema: Schema): Schema {
  return mapSchema(expand(schema), expandAll);
}
