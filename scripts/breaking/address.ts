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

/** The key of a part of a value; the items of a list of names have these as keys too. */
function keyOf(value: unknown, key: string): string {
  const index = Array.isArray(value) ? value.indexOf(key) : -1;
  return index === -1 ? key : String(index);
}

/**
 * Finds where a part of a flat schema is written: in the definition itself, or in what it is composed of.
 * @param parts from the definition's flat schema to the part, the best first; where none is there, the last is looked for
 *   without its last keys
 */
export function findAddress(
  { document, keys }: Definition,
  parts: readonly (readonly string[])[],
  documents: ReadonlyMap<string, Document>,
): Address {
  let left = maxFollowed;
  const find = (address: Address, rest: readonly string[]): Address | undefined => {
    if (left-- <= 0) return undefined;
    const [key, ...more] = rest;
    if (key === undefined) return address;
    const own = keyOf(valueAt(address.document.value, address.keys), key);
    const inside = { document: address.document, keys: [...address.keys, own] };
    const found = valueAt(inside.document.value, inside.keys) === undefined ? undefined : find(inside, more);
    if (found !== undefined) return found;
    for (const base of composedOf(address, documents)) {
      const inherited = find(base, rest);
      if (inherited !== undefined) return inherited;
    }
    return undefined;
  };
  const last = parts.at(-1) ?? [];
  const nearest = last.map((_, index) => last.slice(0, last.length - 1 - index));
  for (const part of [...parts, ...nearest]) {
    left = maxFollowed;
    const found = find({ document, keys }, part);
    if (found !== undefined) return found;
  }
  return { document, keys };
}
