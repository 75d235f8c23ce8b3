import { isObject } from "../json/json.ts";
import { remembered } from "../remembered.ts";
import type { Document } from "../schema/document.ts";

/** The `$id` of a document, without the empty fragment that some write; undefined where it has none. */
function idOf({ value }: Document): string | undefined {
  const id = isObject(value) ? value["$id"] : undefined;
  return typeof id === "string" ? id.replace(/#$/, "") : undefined;
}

/** The documents by their `$id`. */
export const byIds: (documents: ReadonlyMap<string, Document>) => ReadonlyMap<string, Document> = remembered(
  (documents: ReadonlyMap<string, Document>): ReadonlyMap<string, Document> =>
    new Map(
      [...documents.values()].flatMap((document) => {
        const id = idOf(document);
        return id === undefined ? [] : [[id, document] as const];
      }),
    ),
);

/** The document whose `$id` a `$ref` names, as it stands or seen from the `$id` of the document that holds it. */
export function documentWithId(
  ref: string,
  from: Document,
  documents: ReadonlyMap<string, Document>,
): Document | undefined {
  const [name = ""] = ref.split("#");
  if (name === "") return undefined;
  const ids = byIds(documents);
  const base = idOf(from);
  return (
    ids.get(name) ?? (base !== undefined && URL.canParse(name, base) ? ids.get(new URL(name, base).href) : undefined)
  );
}
