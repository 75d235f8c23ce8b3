import { isObject, type Json } from "../json/json.ts";
import { insideOf } from "../schema/walk.ts";
import type { Address } from "../catalog/ref.ts";
import type { Schema } from "../schema/schema.ts";
import { below, nodes } from "./nodes.ts";
import type { Rule } from "./rule.ts";

/** The boolean schemas directly inside a schema object. */
function* booleans(schema: Schema, address: Address): Generator<Address> {
  for (const [name, value] of Object.entries(schema)) {
    const holds = insideOf(name);
    // Open and closed objects are known to every part of the tool.
    if (name === "additionalProperties" || holds === undefined) continue;
    const held: [Json, string[]][] =
      holds === "schema"
        ? [[value as Json, []]]
        : Object.entries((isObject(value) || Array.isArray(value) ? value : {}) as Record<string, Json>).map(
            ([key, item]) => [item, [key]],
          );
    for (const [item, keys] of held) if (typeof item === "boolean") yield below(address, name, ...keys);
  }
}

/** Rules about schema objects. */
export const schemaRules: readonly Rule[] = [
  {
    id: "id-unique",
    purpose: "Validators find schemas by $id: of two with the same one, they refuse the second or lose the first.",
    locked: true,
    reads: "documents",
    *check(catalog) {
      const seen = new Map<string, Address>();
      for (const [{ $id }, address] of nodes(catalog)) {
        if (typeof $id !== "string") continue;
        const first = seen.get($id);
        if (first === undefined) seen.set($id, address);
        else {
          const message = `has the $id of another schema, in ${first.document.file}`;
          yield { address: below(address, "$id"), message, fix: "choose another $id, or remove it" };
        }
      }
    },
  },
  {
    id: "schema-boolean",
    purpose: "`true` and `false` as a schema give no type, and generators of other languages stop at them.",
    locked: true,
    reads: "documents",
    *check(catalog) {
      for (const [schema, at] of nodes(catalog)) {
        for (const address of booleans(schema, at)) {
          const fix = "write {} for true; remove what is false";
          yield { address, message: "is a boolean instead of a schema object", fix };
        }
      }
    },
  },
];
