import type { Catalog } from "../../catalog/catalog.ts";
import type { Document } from "../../schema/document.ts";
import { type Address, resolveRef } from "../../catalog/ref.ts";
import { formats } from "../../formats/formats.ts";
import { toPointer } from "../../json/json.ts";
import { rows } from "../../schema/keywords.ts";
import { withLimits } from "../../schema/canonical.ts";
import type { Schema } from "../../schema/schema.ts";
import { mapSchema } from "../../schema/walk.ts";

/** No host can have this name (RFC 2606, section 2): nobody takes it for an address. */
const base = "https://schemas.invalid/";

const encode = (path: string): string => path.split("/").map(encodeURIComponent).join("/");

/** The name that Ajv knows a document by. */
export function idOf({ file }: Document): string {
  return base + encode(file);
}

/** The name that Ajv knows the schema at an address by. */
export function pointerOf({ document, keys }: Address): string {
  return `${idOf(document)}#${encode(toPointer(keys))}`;
}

/** Whether Ajv is given a keyword: one that makes demands, or that composes schemas. Of the rest it would say "unknown". */
function isKept(keyword: string, value: unknown): boolean {
  const row = rows.get(keyword);
  if (row === undefined || row.role === "annotation") return false;
  if (row.role === "composition") return keyword === "$ref" || row.inside !== undefined;
  return keyword !== "format" || formats.has(String(value));
}

/**
 * The composed documents as Ajv takes them: words, our own keywords and formats without a row left out.
 * @returns schemas by the name that Ajv knows them by; a `$ref` is such a name with a JSON Pointer, for whatever `$id` a
 *   document gave itself, its references are relative to its path in the folder
 */
export function ajvDocuments({ documents, isSound }: Catalog): ReadonlyMap<string, Schema> {
  const view = (schema: Schema, from: Document): Schema => {
    const kept = Object.fromEntries(
      Object.entries(withLimits(schema)).filter(([keyword, value]) => isKept(keyword, value)),
    );
    return mapSchema({ ...kept, ...reference(schema, from) }, (child) => view(child, from));
  };
  const reference = ({ $ref }: Schema, from: Document): Schema => {
    if ($ref === undefined) return {};
    const target = resolveRef($ref, from, documents);
    if ("rule" in target) throw new Error(`${from.file}: ${target.message}`);
    return { $ref: pointerOf(target) };
  };
  const sound = [...documents.values()].filter(isSound);
  return new Map(sound.map((document) => [idOf(document), view(document.value as Schema, document)]));
}
