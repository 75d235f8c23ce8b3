import { mapSchema } from "./walk.ts";
import type { Schema } from "./schema.ts";

/** Schemas that one function is made of: beyond a few thousand, compilers overflow. */
export const maxSchemas = 2000;

/** Makes a count of schemas that looks at each once, however often it is referred to. */
function createCount(countsNamed: boolean): (schema: Schema) => number {
  const known = new WeakMap<Schema, number>();
  const count = (schema: Schema): number => {
    const before = known.get(schema);
    if (before !== undefined) return before;
    let size = 1;
    // What holds itself is not written out again.
    known.set(schema, size);
    const visit = (child: Schema): Schema => {
      size += count(child);
      return child;
    };
    mapSchema(schema, visit);
    if (countsNamed && schema.ref !== undefined) visit(schema.ref.schema);
    known.set(schema, size);
    return size;
  };
  return count;
}

/**
 * How many schemas a flat schema is made of, names not counted. Schemas without a title that it refers to are written out:
 * twenty references to references could be a million.
 */
export const sizeOf: (schema: Schema) => number = createCount(false);

/** How many schemas there are when every name is written out too: merging may have to. */
export const writtenSizeOf: (schema: Schema) => number = createCount(true);
