import { isObject } from "../json/json.ts";
import { subschemas } from "../schema/walk.ts";
import { type Address, resolveRef, valueAt } from "../catalog/ref.ts";
import type { Schema } from "../schema/schema.ts";
import type { Documents } from "./rule.ts";

/** Every schema object of every file, as it is written. */
export function* nodes({ documents }: Pick<Documents, "documents">): Generator<[Schema, Address]> {
  for (const document of documents.values()) {
    if (!isObject(document.value)) continue;
    for (const [schema, keys] of subschemas(document.value as Schema)) yield [schema, { document, keys }];
  }
}

/** The address that keys lead to, from another address. */
export function below(address: Address, ...keys: string[]): Address {
  return { ...address, keys: [...address.keys, ...keys] };
}

/** The schema object at an address; an empty one where there is none. */
export function schemaAt({ document, keys }: Address): Schema {
  const value = valueAt(document.value, keys);
  return isObject(value) ? (value as Schema) : {};
}

/** Through how many references what a schema is made of is looked for: a chain of thousands would be walked from each of them. */
const maxHops = 64;

/**
 * An address and all that its schema is made of, through `$ref` and `allOf`, each once.
 * @param address of a schema, in any document
 */
export function lineage(address: Address, { documents }: Pick<Documents, "documents">): Address[] {
  const found = new Map<string, Address>();
  const visit = (at: Address, hops: number): void => {
    const id = JSON.stringify([at.document.file, at.keys]);
    if (found.has(id) || hops > maxHops) return;
    found.set(id, at);
    const { $ref, allOf } = schemaAt(at);
    const target = typeof $ref === "string" ? resolveRef($ref, at.document, documents) : undefined;
    if (target !== undefined && !("rule" in target)) visit(target, hops + 1);
    if (Array.isArray(allOf)) allOf.forEach((_, i) => visit(below(at, "allOf", String(i)), hops + 1));
  };
  visit(address, 0);
  return [...found.values()];
}
