import type { Address } from "../catalog/ref.ts";
import { below, nodes } from "./nodes.ts";
import type { Rule } from "./rule.ts";

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
    id: "id-embedded",
    purpose:
      "A schema with an $id of its own is a document of its own: references in it mean something else to each reader.",
    locked: true,
    reads: "documents",
    *check(catalog) {
      for (const [{ $id }, address] of nodes(catalog)) {
        if ($id === undefined || address.keys.length === 0) continue;
        const fix = "move the schema to a file of its own, or name it by $anchor";
        yield { address: below(address, "$id"), message: "has an $id inside a document", fix };
      }
    },
  },
];
