import { type Address, resolveRef, valueAt } from "../catalog/ref.ts";
import { isObject } from "../json/json.ts";
import type { Document } from "../schema/document.ts";
import type { Definition } from "../schema/schema.ts";

/** So many references are followed to find where something is written. */
const maxFollowed = 50;

/** The schemas that a schema is composed of: those of `allOf`, and what it refers to. */
function composedOf({ document, keys }: Address, documents: ReadonlyMap<string, Document>): Address[] {
  const schema = valueAt(document.value, keys);
  if (!isObject(schema)) return [];
  const branches = Array.isArray(schema["allOf"]) ? schema["allOf"] : [];
  const target = typeof schema["$ref"] === "string" ? resolveRef(schema["$ref"], document, documents) : undefined;
  return [
    ...(target === undefined || "rule" in target ? [] : [target]),
    ...branches.map((_, i) => ({ document, keys: [...keys, "allOf", String(i)] })),
  ];
}

/**
 * Finds where a part of a flat schema is written: in the definition itself, or in what it is composed of.
 * @param at from the definition's flat schema to the part; what is nowhere is looked for without its last keys
 */
export function findAddress(
  { document, keys }: Definition,
  at: readonly string[],
  documents: ReadonlyMap<string, Document>,
): Address {
  let left = maxFollowed;
  const find = (address: Address, rest: readonly string[]): Address | undefined => {
    if (left-- <= 0) return undefined;
    const [key, ...more] = rest;
    if (key === undefined) return address;
    const inside = { document: address.document, keys: [...address.keys, key] };
    const own = valueAt(inside.document.value, inside.keys) === undefined ? undefined : find(inside, more);
    if (own !== undefined) return own;
    for (const base of composedOf(address, documents)) {
      const found = find(base, rest);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  for (let length = at.length; length >= 0; length--) {
    left = maxFollowed;
    const found = find({ document, keys }, at.slice(0, length));
    if (found !== undefined) return found;
  }
  return { document, keys };
}
