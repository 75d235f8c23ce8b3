import type { Definition, Schema } from "../schema/schema.ts";
import type { Found, Includes } from "./difference.ts";
import { entire, partialChanges } from "./partials.ts";
import { type IsGone, nameChanges } from "./typeNames.ts";

/** What is different of the names of two schemas. */
interface Named {
  readonly found: readonly Found[];
  /** The definitions that both name, which are compared by themselves. */
  readonly pair?: { readonly before: Definition; readonly after: Definition };
}

/**
 * Compares the definitions, or the types, that two schemas name.
 * @param includes tells whether one schema accepts no more than another
 * @param isGone tells whether there is no type of a name after the change
 */
export function compareNames(before: Schema, after: Schema, includes: Includes, isGone: IsGone): Named {
  const [old, next] = [before.ref, after.ref];
  if (old !== undefined && next !== undefined) {
    if (old.name === next.name) return { found: [], pair: { before: old, after: next } };
    const found = partialChanges(old, next, includes);
    if (found !== undefined) return { found, pair: { before: entire(old), after: entire(next) } };
  }
  return { found: nameChanges(before, after, isGone) };
}
