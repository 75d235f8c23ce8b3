import type { Json } from "../json/json.ts";
import { toPointer } from "../json/json.ts";
import type { Definition, Schema } from "./schema.ts";
import { mapSchema } from "./walk.ts";

/** The node with its definition written out; words beside the reference win. */
export function expand(node: Schema): Schema {
  if (node.ref === undefined) return node;
  const { ref, ...words } = node;
  return { ...ref.schema, ...words };
}

/** The schema as JSON that can be compared: the address of a definition stands for its name. */
export function toComparable(schema: Schema): Json {
  return withNames(schema, ({ document, keys, partialOf }) => {
    const address = `${document.file}#${toPointer(keys)}`;
    return partialOf === undefined ? address : `${address} partly`;
  });
}

/** The schema as JSON in which names stand for their definitions, whichever file these are in. */
export function toNamed(schema: Schema): Json {
  return withNames(schema, ({ name }) => name);
}

function withNames(schema: Schema, nameOf: (definition: Definition) => string): Json {
  const named = (node: Schema): Schema => {
    const { ref, ...own } = node;
    return ref === undefined ? mapSchema(node, named) : { ...own, $ref: nameOf(ref) };
  };
  return named(schema) as unknown as Json;
}
