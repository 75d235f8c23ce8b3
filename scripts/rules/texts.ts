import { isObject, type Json } from "../json/json.ts";
import type { Rule } from "./rule.ts";

/** The names and texts of a value that hold half of a surrogate pair, with the keys that lead to them. */
function* illFormed(value: Json, keys: readonly string[]): Generator<readonly string[]> {
  if (typeof value === "string" && !value.isWellFormed()) yield keys;
  if (typeof value !== "object" || value === null) return;
  for (const [name, item] of Object.entries(value)) {
    if (isObject(value) && !name.isWellFormed()) yield [...keys, name];
    yield* illFormed(item as Json, [...keys, name]);
  }
}

/** The rule about texts that are no Unicode. */
export const textRules: readonly Rule[] = [
  {
    id: "surrogate",
    purpose: "Half of a surrogate pair is no character: it has no UTF-8, and languages disagree on what they read.",
    locked: true,
    reads: "documents",
    *check({ documents }) {
      for (const document of documents.values()) {
        if (document.value === undefined) continue;
        for (const keys of illFormed(document.value, [])) {
          const message = "has half of a surrogate pair";
          yield { address: { document, keys }, message, fix: "write the character itself, or leave it out" };
        }
      }
    },
  },
];
