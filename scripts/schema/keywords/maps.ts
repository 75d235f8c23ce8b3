import type { Schema } from "../schema.ts";
import type { MergeInside } from "./keyword.ts";

type Map = Readonly<Record<string, Schema>>;

/** Of schemas by name all of both sides; those of one name are merged. The first side's come first. */
export function bothMaps(a: Map, b: Map, merge: MergeInside): Map {
  const merged: Record<string, Schema> = { ...a };
  for (const [name, schema] of Object.entries(b)) {
    merged[name] = Object.hasOwn(a, name) ? merge(a[name] as Schema, schema, [name]) : schema;
  }
  return merged;
}
