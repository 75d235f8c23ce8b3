import type { Catalog } from "../../catalog/catalog.ts";
import type { Document } from "../../schema/document.ts";
import { type Address, resolveRef, valueAt } from "../../catalog/ref.ts";
import { formats } from "../../formats/formats.ts";
import { toPointer } from "../../json/json.ts";
import { rows } from "../../schema/keywords.ts";
import { uniqueApart, withLimits } from "../../schema/canonical.ts";
import { opened } from "../../schema/keywords/open.ts";
import type { Schema } from "../../schema/schema.ts";
import { mapSchema } from "../../schema/walk.ts";

/** No host can have this name (RFC 2606, section 2): nobody takes it for an address. */
const base = "https://schemas.invalid/";

const encode = (path: string): string => path.split("/").map(encodeURIComponent).join("/");

/** The name that Ajv knows a document by. */
export function idOf({ file }: Document): string {
  return base + encode(file);
}

/** The name that Ajv knows what `x-partial` makes of the schema at an address by. */
export function partialNameOf({ document, keys }: Address): string {
  return `${idOf(document)}?partial=${encode(toPointer(keys))}`;
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
 *   document gave itself, its references are relative to its path in the folder; what is referred to by `x-partial` is a
 *   document of its own
 */
export function ajvDocuments({ documents, isSound }: Catalog): ReadonlyMap<string, Schema> {
  const partial = new Map<string, Schema>();
  const view = (schema: Schema, from: Document): Schema => {
    const kept = Object.fromEntries(
      Object.entries(uniqueApart(withLimits(opened(schema)))).filter(([keyword, value]) => isKept(keyword, value)),
    );
    return mapSchema({ ...kept, ...reference(schema, from) }, (child) => view(child, from));
  };
  const reference = ({ $ref, "x-partial": isPartial }: Schema, from: Document): Schema => {
    if ($ref === undefined) return {};
    const target = resolveRef($ref, from, documents);
    if ("rule" in target) throw new Error(`${from.file}: ${target.message}`);
    if (isPartial !== true) return { $ref: pointerOf(target) };
    const name = partialNameOf(target);
    if (!partial.has(name)) {
      // It is there before it is read, for it may refer to itself.
      partial.set(name, {});
      partial.set(name, optional(valueAt(target.document.value, target.keys) as Schema, target.document));
    }
    return { $ref: name };
  };
  /** What `x-partial` leaves of a schema: all but what it requires, itself or by those that it is made of. */
  const optional = (schema: Schema, from: Document): Schema => {
    const { required: _, $defs: __, allOf, ...own } = schema;
    const parts = allOf === undefined ? {} : mapSchema({ allOf }, (one) => optional(one, from));
    return { ...view({ ...own, "x-partial": true }, from), ...parts };
  };
  const sound = [...documents.values()].filter(isSound);
  const views = sound.map((document) => [idOf(document), view(document.value as Schema, document)] as const);
  return new Map([...views, ...partial]);
}
