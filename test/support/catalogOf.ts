import { type Catalog, toCatalog } from "../../scripts/catalog/catalog.ts";
import { readDocument } from "../../scripts/catalog/document.ts";
import { toFolder } from "../../scripts/catalog/folder.ts";

/** The catalog of a schema folder: schemas, or their texts, by path. */
export function catalogOf(files: Readonly<Record<string, object | string>>): Catalog {
  const read = Object.entries(files).map(([file, schema]) => {
    const text = typeof schema === "string" ? schema : JSON.stringify(schema, null, 2);
    return readDocument(file, Buffer.from(text));
  });
  return toCatalog(toFolder(read)).catalog;
}
