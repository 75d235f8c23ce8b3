import { byCodeUnit } from "../json/json.ts";
import type { Definition, Schema } from "./schema.ts";
import { subschemas } from "./walk.ts";

/** Stands for the schema of a definition that is being read: what it refers to may refer back to it. */
export const pending: Schema = {};

/** Whether a definition is still being read. */
export function isPending({ schema }: Definition): boolean {
  return schema === pending;
}

const known = new WeakMap<Definition, boolean>();

/** The definitions that a definition's flat schema names. */
function* named({ schema }: Definition): Generator<Definition> {
  for (const [{ ref }] of subschemas(schema)) if (ref !== undefined) yield ref;
}

/**
 * Whether a definition holds itself, directly or through others; written out, it would have no end. Of one that is being
 * read, or names such a one, it is not known yet: it counts as one that does.
 */
export function isRecursive(definition: Definition): boolean {
  const before = known.get(definition);
  if (before !== undefined) return before;
  const found = new Set<Definition>();
  const rest = [definition];
  for (let one = rest.pop(); one !== undefined; one = rest.pop()) {
    if (isPending(one)) return true;
    for (const next of named(one)) {
      if (next === definition) {
        known.set(definition, true);
        return true;
      }
      if (!found.has(next)) rest.push(next);
      found.add(next);
    }
  }
  known.set(definition, false);
  return false;
}

/** The definitions that a schema names, directly or through others. */
export function namedIn(schema: Schema): ReadonlySet<Definition> {
  const found = new Set<Definition>();
  const visit = (one: Schema): void => {
    for (const [{ ref }] of subschemas(one)) {
      if (ref === undefined || found.has(ref)) continue;
      found.add(ref);
      visit(ref.schema);
    }
  };
  visit(schema);
  return found;
}

/**
 * The definitions that shared schemas refer to, of those that a schema names, directly or through others.
 * @returns sorted by name
 */
export function referredIn(schema: Schema): Definition[] {
  return [...namedIn(schema)].filter(({ isReferred }) => isReferred).toSorted((a, b) => byCodeUnit(a.name, b.name));
}
