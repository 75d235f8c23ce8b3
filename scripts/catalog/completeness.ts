import type { Document } from "../schema/document.ts";
import { isObject } from "../json/json.ts";
import { subschemas } from "../schema/walk.ts";
import { resolveRef } from "./ref.ts";
import type { Schema } from "../schema/schema.ts";

/**
 * Makes a test of whether all that a document is made of can be relied on: it is sound, every `$ref` leads somewhere,
 * and so on behind each. Of what is not, rules about flat schemas would say what is only a consequence.
 * @param documents all documents, by file
 * @param isSound whether a document passed the metaschema
 */
export function createCompleteness(
  documents: ReadonlyMap<string, Document>,
  isSound: (document: Document) => boolean,
): (document: Document) => boolean {
  /** The documents that one refers to; undefined for a reference to nothing. */
  const targets = (from: Document): (Document | undefined)[] =>
    [...subschemas(isObject(from.value) ? (from.value as Schema) : {})].flatMap(([{ $ref }]) => {
      if (typeof $ref !== "string") return [];
      const target = resolveRef($ref, from, documents);
      return "rule" in target ? [undefined] : [target.document];
    });
  const known = new Map<Document, readonly (Document | undefined)[]>();
  return (document) => {
    const seen = new Set([document]);
    for (const one of seen) {
      if (!isSound(one)) return false;
      const found = known.get(one) ?? targets(one);
      known.set(one, found);
      for (const target of found) {
        if (target === undefined) return false;
        seen.add(target);
      }
    }
    return true;
  };
}
