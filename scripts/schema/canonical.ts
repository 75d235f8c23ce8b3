import { numberLimits } from "../formats/words.ts";
import { isNever } from "./never.ts";
import { portablePattern } from "./portablePattern.ts";
import type { Schema } from "./schema.ts";

/**
 * A tuple that is closed by `items: false` as one that is closed by its length, which every draft says alike.
 */
function withLength(schema: Schema): Schema {
  const { items, prefixItems = [], maxItems = Number.POSITIVE_INFINITY, ...rest } = schema;
  if (items === undefined || !isNever(items)) return schema;
  const prefix = prefixItems.length === 0 ? {} : { prefixItems };
  return { ...rest, ...prefix, maxItems: Math.min(maxItems, prefixItems.length) };
}

/** A format that limits numbers, such as int32, with the limits themselves. */
export function withLimits(schema: Schema): Schema {
  const limits = numberLimits.get(String(schema.format));
  if (limits === undefined) return schema;
  const { minimum = limits.minimum, maximum = limits.maximum } = schema;
  return { ...schema, minimum: Math.max(minimum, limits.minimum), maximum: Math.min(maximum, limits.maximum) };
}

/** The patterns of a schema as all languages read them alike. */
function withPortable(schema: Schema): Schema {
  const { pattern, patternProperties } = schema;
  const byName = new Map<string, Schema>();
  for (const [name, child] of Object.entries(patternProperties ?? {})) {
    const portable = portablePattern(name);
    const other = byName.get(portable);
    // Two that are written alike then both hold.
    byName.set(portable, other === undefined ? child : { allOf: [other, child] });
  }
  return {
    ...schema,
    ...(pattern === undefined ? {} : { pattern: portablePattern(pattern) }),
    ...(patternProperties === undefined ? {} : { patternProperties: Object.fromEntries(byName) }),
  };
}

/**
 * A tuple whose items are unique, with that demand beside the others: Ajv 8.20 takes the types of `items` for those of all,
 * and compares no item of another type.
 */
export function uniqueApart(schema: Schema): Schema {
  const { uniqueItems, ...rest } = schema;
  if (uniqueItems === undefined || schema.prefixItems === undefined || schema.items === undefined) return schema;
  return { ...rest, allOf: [...(schema.allOf ?? []), { uniqueItems }] };
}

/** A schema in the keywords that the rest of the tool reads, where the standard has several ways to say the same. */
export function canonical(schema: Schema): Schema {
  return withPortable(withLimits(withLength(schema)));
}
