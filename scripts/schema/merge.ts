import { evaluate } from "./evaluate.ts";
import { isEqual, type Json, typeOf } from "./json.ts";
import { keywords, mapSchema, without } from "./keywords.ts";
import type { Schema } from "./schema.ts";

/** Two values of one keyword that cannot both hold. */
export interface Conflict {
  readonly keyword: string;
  /** From the merged schema to the one whose keyword it is. */
  readonly keys: readonly string[];
  readonly message: string;
}

type Report = (conflict: Conflict) => void;

/**
 * Merges two flat schemas into one that accepts what both accept (`allOf`, or a `$ref` with siblings).
 * @param base the shared part: its members come first
 * @param own the part that adds to it: its annotations win
 * @param report is told of keywords that contradict each other
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
  return settleConst(merged, report);
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

/** The node with its definition written out; words beside the reference win. */
export function expand(node: Schema): Schema {
  if (node.ref === undefined) return node;
  const { ref, ...words } = node;
  return { ...ref.schema, ...words };
}

/** The schema with every name written out, at every depth. */
export function expandAll(schema: Schema): Schema {
  return mapSchema(expand(schema), expandAll);
}

function annotations(schema: Schema): Schema {
  const { ref: _, ...words } = without(schema, "assertion");
  return words;
}

/** What a schema demands, without its words, in a form that `isEqual` compares. */
function constraints(schema: Schema): Json {
  return without(schema, "annotation") as unknown as Json;
}

const tighter: Readonly<Record<string, (a: number, b: number) => number>> = {
  minLength: Math.max,
  minItems: Math.max,
  minProperties: Math.max,
  minimum: Math.max,
  exclusiveMinimum: Math.max,
  maxLength: Math.min,
  maxItems: Math.min,
  maxProperties: Math.min,
  maximum: Math.min,
  exclusiveMaximum: Math.min,
};

function mergeKeyword(keyword: string, base: Schema, own: Schema, report: Report): unknown {
  const [a, b] = [base[keyword] as Json, own[keyword] as Json];
  if (keywords.get(keyword)?.role === "annotation") return keyword === "x-sensitive" ? a === true || b === true : b;
  if (keyword === "properties") return mergeProperties(base, own, report);
  if (keyword === "items") {
    return merge(base.items ?? {}, own.items ?? {}, (conflict) =>
      report({ ...conflict, keys: [keyword, ...conflict.keys] }),
    );
  }
  if (isEqual(a, b)) return a;
  if (keyword === "required") return [...new Set([...(base.required ?? []), ...(own.required ?? [])])];
  if (keyword === "uniqueItems") return true;
  if (keyword === "type") {
    const both = commonTypes([a].flat() as string[], [b].flat() as string[]);
    if (both.length > 0) return both.length === 1 ? both[0] : both;
  }
  if (keyword === "enum") {
    const both = (a as Json[]).filter((x) => (b as Json[]).some((y) => isEqual(x, y)));
    if (both.length > 0) return both;
  }
  const choose = tighter[keyword];
  if (choose !== undefined) return choose(a as number, b as number);
  report({ keyword, keys: [], message: `"${keyword}" has two values that contradict each other` });
  return a;
}

const allows = (types: readonly string[], type: string): boolean =>
  types.includes(type) || (type === "integer" && types.includes("number"));

/** The types that both lists allow; every integer is a number. */
function commonTypes(a: readonly string[], b: readonly string[]): string[] {
  return [...new Set([...a, ...b])].filter((type) => allows(a, type) && allows(b, type));
}

function mergeProperties(base: Schema, own: Schema, report: Report): Record<string, Schema> {
  const properties: Record<string, Schema> = { ...base.properties };
  for (const [name, schema] of Object.entries(own.properties ?? {})) {
    const other = Object.hasOwn(properties, name) ? properties[name] : undefined;
    properties[name] =
      other === undefined
        ? schema
        : merge(other, schema, (conflict) => report({ ...conflict, keys: ["properties", name, ...conflict.keys] }));
  }
  return properties;
}

/** `additionalProperties` speaks of the properties of its own branch: merging must not widen what it closes. */
function reportHidden(closed: Schema, other: Schema, report: Report): void {
  if (closed.additionalProperties === undefined || closed.additionalProperties === true) return;
  const hidden = Object.keys(other.properties ?? {}).filter((name) => !Object.hasOwn(closed.properties ?? {}, name));
  if (hidden.length === 0) return;
  const message = `"additionalProperties" of one branch refuses the members of another: ${hidden.join(", ")}`;
  report({ keyword: "additionalProperties", keys: [], message });
}

/** A const says all: what it satisfies is dropped, except the type that readers look for; what it breaks is a conflict. */
export function settleConst(schema: Schema, report: Report): Schema {
  const value = schema.const;
  if (value === undefined) return schema;
  const settled: Record<string, unknown> = { ...schema };
  // What members of an object are, its readers still want to know.
  const isScalar = typeof value !== "object" || value === null;
  for (const [keyword, limit] of Object.entries(schema)) {
    if (keyword === "const" || keywords.get(keyword)?.role !== "assertion") continue;
    if (evaluate(expandAll({ [keyword]: limit }), value).length > 0) {
      report({ keyword: "const", keys: [], message: `"const" contradicts "${keyword}"` });
    } else if (keyword === "type") settled[keyword] = Array.isArray(limit) ? typeOf(value) : limit;
    else if (isScalar) delete settled[keyword];
  }
  return settled;
}
