import { merge } from "../schema/merge.ts";
import { rows } from "../schema/keywords.ts";
import { canonical } from "../schema/canonical.ts";
import { opened } from "../schema/keywords/open.ts";
import { settleConst } from "../schema/keywords/settle.ts";
import type { Schema } from "../schema/schema.ts";
import { maxSchemas, sizeOf } from "../schema/size.ts";

/**
 * The keywords of a schema that make demands, or are words. An unknown one is reported by a rule, and goes no further: one
 * of the name `ref` would pass for a named node.
 * @param schema whose inner schemas are flat or composed; what `allOf` holds is composed elsewhere
 */
export function ownKeywords(schema: Schema): Schema {
  const { allOf: _, ...own } = Object.fromEntries(
    Object.entries(opened(schema)).filter(([name]) => (rows.get(name)?.role ?? "composition") !== "composition"),
  ) as Schema;
  return canonical(own);
}

/** What contradicts in the composed form has been reported by the flat one. */
const silent = (): void => {};

/**
 * Makes one schema of its parts, for validators: definitions among them stay, for these are called; the others are merged.
 * @param parts what `$ref`, `allOf` and the schema's own keywords stand for, composed themselves; at least one
 * @returns a schema in which `ref`, or `allOf` of several, names the definitions
 */
export function compose(parts: readonly Schema[]): Schema {
  const named = parts.flatMap(({ ref, allOf = [] }) => [...(ref === undefined ? [] : [{ ref }]), ...allOf]);
  const unnamed = parts.map(({ ref: __, allOf: ___, ...own }): Schema => own);
  const [first = {}, ...others] = unnamed;
  const join = (base: Schema, own: Schema): Schema =>
    // Of two that are too large the flat form has been refused.
    Math.min(sizeOf(base), sizeOf(own)) > maxSchemas ? base : merge(base, own, silent);
  const settled = others.length === 0 ? settleConst(first, silent) : others.reduce(join, first);
  // What is left of a union can bring definitions of its own.
  const { allOf: more = [], ...merged } = settled;
  const all = [...named, ...more];
  const [only] = all;
  if (only === undefined) return merged;
  const hasDemands = Object.keys(merged).some((name) => rows.get(name)?.role === "assertion");
  return all.length === 1 && !hasDemands ? { ...only, ...merged } : { ...merged, allOf: all };
}
