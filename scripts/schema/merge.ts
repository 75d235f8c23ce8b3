import { isEqual } from "../json/equality.ts";
import type { Json } from "../json/json.ts";
import type { Conflict } from "./conflict.ts";
import { expand, expandAll } from "./expand.ts";
import { isAssertion, rows } from "./keywords.ts";
import { settle } from "./keywords/settle.ts";
import type { Schema } from "./schema.ts";
import { mapSchema, without } from "./walk.ts";

type Report = (conflict: Conflict) => void;

/**
 * Merges two flat schemas into one that accepts what both accept (`allOf`, or a `$ref` with siblings).
 * @param base the shared part: its members come first
 * @param own the part that adds to it: its annotations win
 * @param report is called for keywords that contradict each other
 */
export function merge(base: Schema, own: Schema, report: Report): Schema {
  if (base.ref !== undefined || own.ref !== undefined) return mergeRef(base, own, report);
  const merged: Record<string, unknown> = { ...base };
  for (const [keyword, value] of Object.entries(own)) {
    if (!Object.hasOwn(base, keyword)) merged[keyword] = value;
    else merged[keyword] = mergeKeyword(keyword, base, own, report);
  }
  reportHidden(base, own, report);
  reportHidden(own, base, report);
  return settle(merged, (left, right) => merge(left, right, report), report);
}

/** A name is kept where the other side adds nothing but words; otherwise the definition is written out and merged. */
function mergeRef(base: Schema, own: Schema, report: Report): Schema {
  const [named, other] = own.ref === undefined ? [base, own] : [own, base];
  if (named.ref === undefined) return merge(base, own, report);
  const { ref, ...words } = named;
  let conflicts = 0;
  const both = merge(ref.schema, expand(other), () => conflicts++);
  const isImplied = ref === other.ref || (conflicts === 0 && isEqual(constraints(both), constraints(ref.schema)));
  if (isImplied) return { ref, ...annotations(base), ...annotations(own) };
  const body = { ...ref.schema, ...words };
  return own.ref === undefined ? merge(body, own, report) : merge(expand(base), body, report);
}

function annotations(schema: Schema): Schema {
  const { ref: _, ...words } = without(schema, "assertion");
  return words;
}

/** What a schema demands, without its words, in a form that `isEqual` compares. */
function constraints(schema: Schema): Json {
  return mapSchema(without(schema, "annotation"), expandAll) as unknown as Json;
}

function mergeKeyword(keyword: string, base: Schema, own: Schema, report: Report): unknown {
  const row = rows.get(keyword);
  const [a, b] = [base[keyword], own[keyword]];
  // In composed schemas the definitions of both sides are asked.
  if (row === undefined || row.role === "composition")
    return Array.isArray(a) && Array.isArray(b) ? [...new Set([...a, ...b])] : b;
  const mergeInside = (left: Schema, right: Schema, keys: readonly string[]): Schema =>
    merge(left, right, (conflict) => report({ ...conflict, keys: [keyword, ...keys, ...conflict.keys] }));
  const both = row.both(a as never, b as never, mergeInside) as unknown;
  if (both !== undefined) return both;
  if (isEqual(a as Json, b as Json)) return a;
  report({ keyword, keys: [], message: `"${keyword}" has two values that contradict each other` });
  return a;
}

/** A keyword can refuse what another branch describes. */
function reportHidden(schema: Schema, other: Schema, report: Report): void {
  for (const [keyword, limit] of Object.entries(schema)) {
    const row = rows.get(keyword);
    const message = row !== undefined && isAssertion(row) ? row.hides?.(limit as never, schema, other) : undefined;
    if (message !== undefined) report({ keyword, keys: [], message });
  }
}
