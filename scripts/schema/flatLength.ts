import { isRecursive } from "./recursion.ts";
import type { Schema } from "./schema.ts";
import { mapSchema } from "./walk.ts";

/** A shared schema that would be longer, in characters without blanks, refers to its titled definitions under `$defs`. */
export const maxFlat = 100_000;

const known = new WeakMap<Schema, number>();

/**
 * How long a flat schema is as JSON text when every name is written out. Nothing is written out for it: each schema is
 * looked at once, however often it is referred to.
 */
export function flatLength(schema: Schema): number {
  const before = known.get(schema);
  if (before !== undefined) return before;
  known.set(schema, 0);
  let length = 0;
  const { ref, ...own } = schema;
  const bare = mapSchema(own, (child) => {
    length += flatLength(child);
    return {};
  });
  length += JSON.stringify(bare).length;
  if (ref !== undefined && !isRecursive(ref)) length += flatLength(ref.schema);
  known.set(schema, length);
  return length;
}
