import { hiddenIn } from "../json/hidden.ts";
import { isObject, type Json } from "../json/json.ts";
import type { Address } from "../catalog/ref.ts";
import type { Documents, Rule } from "./rule.ts";

/** The names and texts of a value, with the keys that lead to them. */
function* textsIn(value: Json, keys: readonly string[]): Generator<[text: string, keys: readonly string[]]> {
  if (typeof value === "string") yield [value, keys];
  if (typeof value !== "object" || value === null) return;
  for (const [name, item] of Object.entries(value)) {
    if (isObject(value)) yield [name, [...keys, name]];
    yield* textsIn(item as Json, [...keys, name]);
  }
}

/** The names and texts of all documents, with their addresses. */
function* texts({ documents }: Pick<Documents, "documents">): Generator<[text: string, address: Address]> {
  for (const document of documents.values()) {
    if (document.value === undefined) continue;
    for (const [text, keys] of textsIn(document.value, [])) yield [text, { document, keys }];
  }
}

/** Rules about the characters of texts, wherever they stand. */
export const textRules: readonly Rule[] = [
  {
    id: "surrogate",
    purpose: "Half of a surrogate pair is no character: it has no UTF-8, and languages disagree on what they read.",
    locked: true,
    reads: "documents",
    *check(catalog) {
      for (const [text, address] of texts(catalog)) {
        if (text.isWellFormed()) continue;
        const message = "has half of a surrogate pair";
        yield { address, message, fix: "write the character itself, or leave it out" };
      }
    },
  },
  {
    id: "invisible",
    purpose: "What nobody sees, or what turns the direction of writing, makes a text look like another one.",
    severity: "warning",
    reads: "documents",
    *check(catalog) {
      for (const [text, address] of texts(catalog)) {
        const found = hiddenIn(text);
        if (found.length === 0) continue;
        const more = found.length > 3 ? ` and ${found.length - 3} more` : "";
        const message = `has characters that nobody sees: ${found.slice(0, 3).join(", ")}${more}`;
        yield { address, message, fix: "leave them out; comments and pages of the package do" };
      }
    },
  },
];
