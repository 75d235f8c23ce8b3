import { mapSchema } from "./walk.ts";
import type { Schema } from "./schema.ts";

/** Schemas that one event may be made of: beyond a few thousand, compilers of one function overflow. */
export const maxSchemas = 2000;

const known = new WeakMap<Schema, number>();

/**
 * How many schemas there are when every name of a flat schema is written out. Each schema is looked at once, however
 * often it is referred to: written out, twenty references to references could be a million schemas.
 */
export function sizeOf(schema: Schema): number {
  const before = known.get(schema);
  if (before !== undefined) return before;
  let size = 1;
  // What holds itself is not written out again.
  known.set(schema, size);
  const visit = (child: Schema): Schema => {
    size += sizeOf(child);
    return child;
  };
  mapSchema(schema, visit);
  if (schema.ref !== undefined) visit(schema.ref.schema);
  known.set(schema, size);
  return size;
}
