import { isEqual } from "../json/equality.ts";
import type { Json } from "../json/json.ts";
import type { Conflict } from "./conflict.ts";
import { expand, toComparable } from "./expand.ts";
import { isPending } from "./recursion.ts";
import { rows } from "./keywords.ts";
import { type Group, groups } from "./keywords/groups.ts";
import { apart, type MergeInside } from "./keywords/keyword.ts";
import { settle } from "./keywords/settle.ts";
import type { Schema } from "./schema.ts";
import { without } from "./walk.ts";

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
  const beside: Schema[] = [];
  for (const keyword of Object.keys(own)) {
    const group = groupOf(keyword);
    const [left, right] = [pick(base, group.keywords), pick(own, group.keywords)];
    if (Object.keys(left).length === 0) merged[keyword] = own[keyword];
    else if (group.keywords.find((name) => name in right) === keyword) {
      const both = mergeGroup(group, left, right, report);
      if (both === undefined) beside.push(right);
      else replace(merged, group.keywords, both);
    }
  }
  const { allOf } =
    mergeGroup(groupOf("allOf"), { allOf: (merged as Schema).allOf ?? [] }, { allOf: beside }, report) ?? {};
  const all = beside.length === 0 ? merged : { ...merged, allOf };
  return settle(all, (left, right) => merge(left, right, report), report);
}

const pick = (schema: Schema, keywords: readonly string[]): Schema =>
  Object.fromEntries(keywords.flatMap((name) => (schema[name] === undefined ? [] : [[name, schema[name]]])));

/** Puts keywords instead of others; those that stay keep their position. */
function replace(schema: Record<string, unknown>, keywords: readonly string[], both: Schema): void {
  for (const name of keywords) {
    if (both[name] === undefined) delete schema[name];
    else schema[name] = both[name];
  }
}

const groupOf = (keyword: string): Group =>
  groups.find(({ keywords }) => keywords.includes(keyword)) ?? { keywords: [keyword] };

/** A name is kept where the other side adds nothing but words; otherwise the definition is written out and merged. */
function mergeRef(base: Schema, own: Schema, report: Report): Schema {
  const [named, other] = own.ref === undefined ? [base, own] : [own, base];
  if (named.ref === undefined) return merge(base, own, report);
  const { ref, ...words } = named;
  // A name beside words, or the same name, needs no look at the definition, which may not be finished.
  if (ref === other.ref || (other.ref === undefined && !hasDemands(other)))
    return { ref, ...annotations(base), ...annotations(own) };
  if (isPending(ref) || (other.ref !== undefined && isPending(other.ref)))
    return { ...annotations(base), ...annotations(own), allOf: [{ ref }, wordless(other)] };
  let conflicts = 0;
  const both = merge(ref.schema, expand(other), () => conflicts++);
  const isImplied =
    conflicts === 0 && isEqual(constraints(both), constraints(ref.schema)) && isEqual(listed(both), listed(ref.schema));
  if (isImplied) return { ref, ...annotations(base), ...annotations(own) };
  const body = { ...ref.schema, ...words };
  return own.ref === undefined ? merge(body, own, report) : merge(expand(base), body, report);
}

const hasDemands = (schema: Schema): boolean =>
  Object.keys(schema).some((name) => rows.get(name)?.role === "assertion");

const wordless = (schema: Schema): Schema => without(schema, "annotation");

/** The words of a schema; what it lists of an open enum belongs to its type, which is that of the name. */
function annotations(schema: Schema): Schema {
  const { ref: _, "x-open": __, ...words } = without(schema, "assertion");
  return words;
}

/** The values of an open enum: they demand nothing, and types show them. */
const listed = ({ "x-open": values = [] }: Schema): Json => [...values];

/** What a schema demands, without its words, in a form that `isEqual` compares. */
function constraints(schema: Schema): Json {
  return toComparable(without(schema, "annotation"));
}

/** Merges keywords that both sides have; undefined where one schema cannot say both. */
function mergeGroup(group: Group, base: Schema, own: Schema, report: Report): Schema | undefined {
  const [keyword = ""] = group.keywords;
  if (group.keywords.length === 1) {
    const both = mergeKeyword(keyword, base[keyword], own[keyword], report);
    return both === apart ? undefined : { [keyword]: both };
  }
  const isSame = isEqual(constraints(base), constraints(own));
  if (group.both === undefined) return isSame ? base : undefined;
  return group.both(base, own, mergeInside(report));
}

/** Merges schemas inside a keyword; conflicts are reported with the keys that lead to them. */
const mergeInside =
  (report: Report, ...above: readonly string[]): MergeInside =>
  (left, right, keys) =>
    merge(left, right, (conflict) => report({ ...conflict, keys: [...above, ...keys, ...conflict.keys] }));

/** Merges the two values of a keyword; {@link apart} where one schema cannot say both. */
function mergeKeyword(keyword: string, a: unknown, b: unknown, report: Report): unknown {
  const row = rows.get(keyword);
  if (row === undefined || row.role === "composition") return b;
  const both = row.both?.(a as never, b as never, mergeInside(report, keyword)) as unknown;
  if (both !== undefined && both !== apart) return both;
  if (isEqual(a as Json, b as Json)) return a;
  if (both === apart) return apart;
  report({ keyword, keys: [], message: `"${keyword}" has two values that contradict each other` });
  return a;
}
