import { expand } from "../schema/expand.ts";
import type { Definition, Schema } from "../schema/schema.ts";
import type { Found, Includes } from "./difference.ts";
import { partialChanges, entire } from "./partials.ts";

/** What is different of the names of two schemas. */
interface Named {
  readonly found: readonly Found[];
  /** The definitions that both name, which are compared by themselves. */
  readonly pair?: { readonly before: Definition; readonly after: Definition };
}

const titleChange = (message: string): Named => ({ found: [{ rule: "title-changed", keyword: "title", message }] });

/**
 * Compares the definitions, or the types, that two schemas name.
 * @param includes tells whether one schema accepts no more than another
 */
export function compareNames(before: Schema, after: Schema, includes: Includes): Named {
  const [old, next] = [before.ref, after.ref];
  if (old !== undefined && next !== undefined) {
    if (old.name === next.name) return { found: [], pair: { before: old, after: next } };
    const found = partialChanges(old, next, includes);
    if (found !== undefined) return { found, pair: { before: entire(old), after: entire(next) } };
    return titleChange(`is of the type ${next.name} now, where it was ${old.name}`);
  }
  const [{ title: was }, { title: is }] = [expand(before), expand(after)];
  if (was === undefined || was === is) return { found: [] };
  return titleChange(`is of ${is === undefined ? "no type of its own" : `the type ${is}`} now, where it was ${was}`);
}
