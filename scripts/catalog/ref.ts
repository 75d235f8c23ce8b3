import { posix } from "node:path";
import { suggest } from "../suggest.ts";
import type { Document } from "../schema/document.ts";
import { fromPointer, isObject, type Json, toPointer } from "../json/json.ts";
import { leadsToSchema, subschemas } from "../schema/walk.ts";
import type { Schema } from "../schema/schema.ts";

/** Where a schema or a keyword stands: a document, and the keys that lead to it from the root. */
export interface Address {
  readonly document: Document;
  readonly keys: readonly string[];
}

/** Why a `$ref` leads nowhere: the rule that it breaks, and a sentence. */
export interface BrokenRef {
  readonly rule: "ref-outside" | "ref-target";
  readonly message: string;
  readonly fix: string;
}

/**
 * Finds what a `$ref` points to, among documents that are already read: nothing is opened or fetched.
 * @param ref a relative path, or the `$id` of a document, with an optional fragment: a JSON Pointer or an `$anchor`
 *   (RFC 3986, RFC 6901)
 * @param from the document that holds the `$ref`
 * @param documents all documents, by file
 */
export function resolveRef(ref: string, from: Document, documents: ReadonlyMap<string, Document>): Address | BrokenRef {
  const refuse =
    (rule: BrokenRef["rule"], usual: string) =>
    (message: string, meant?: string): BrokenRef => ({
      rule,
      message: `$ref ${JSON.stringify(ref)} ${message}`,
      fix: meant === undefined ? usual : `did you mean ${JSON.stringify(meant)}?`,
    });
  const outside = refuse("ref-outside", "refer to a file under the schema folder by its relative path, or by its $id");
  const missing = refuse("ref-target", "correct the path or add the schema");
  const decoded = decode(ref);
  if (decoded === undefined) return missing("has a bad percent escape");
  const [path = "", fragment = ""] = decoded;
  const byId = documentWithId(ref, from, documents);
  if (byId !== undefined) return within(byId, fragment, path, missing);
  if (/^[A-Za-z][A-Za-z0-9+.-]*:/.test(ref)) {
    return outside(
      "has a scheme, and is no $id of a file in the folder; nothing is ever fetched",
      meantId(ref, documents),
    );
  }
  if (/^[/\\]/.test(ref)) return outside("is an absolute path");
  const file = path === "" ? from.file : posix.normalize(posix.join(posix.dirname(from.file), path));
  if (file === ".." || file.startsWith("../")) return outside("leaves the schema folder");
  const document = documents.get(file);
  if (document === undefined) {
    return missing(`points to no schema: there is no readable ${file}`, meantFile(file, fragment, from, documents));
  }
  return within(document, fragment, path, missing);
}

/** The schema that a fragment names in a document. */
function within(
  document: Document,
  fragment: string,
  path: string,
  missing: (message: string, meant?: string) => BrokenRef,
): Address | BrokenRef {
  const { value, file } = document;
  // What is no schema object at all is reported at its own file.
  if (!isObject(value)) return { document, keys: [] };
  if (fragment !== "" && !fragment.startsWith("/")) {
    const anchors = new Map([...subschemas(value as Schema)].map(([{ $anchor }, keys]) => [$anchor, keys]));
    const keys = anchors.get(fragment);
    if (keys !== undefined) return { document, keys };
    const names = [...anchors.keys()].filter((name) => typeof name === "string");
    const meant = suggest(fragment, names);
    return missing(`names an $anchor that ${file} does not have`, meant === undefined ? undefined : `${path}#${meant}`);
  }
  const keys = fromPointer(fragment);
  const target = valueAt(value, keys);
  if (leadsToSchema(keys) && (isObject(target) || typeof target === "boolean")) return { document, keys };
  const pointers = [...subschemas(value as Schema)].map(([, found]) => toPointer(found));
  const meant = suggest(fragment, pointers);
  return missing(`points to no schema in ${file}`, meant === undefined ? undefined : `${path}#${meant}`);
}

/** The `$id` of a document, without the empty fragment that some write; undefined where it has none. */
function idOf({ value }: Document): string | undefined {
  const id = isObject(value) ? value["$id"] : undefined;
  return typeof id === "string" ? id.replace(/#$/, "") : undefined;
}

const tables = new WeakMap<ReadonlyMap<string, Document>, ReadonlyMap<string, Document>>();

/** The documents by their `$id`. */
function byIds(documents: ReadonlyMap<string, Document>): ReadonlyMap<string, Document> {
  const known =
    tables.get(documents) ??
    new Map(
      [...documents.values()].flatMap((document) => {
        const id = idOf(document);
        return id === undefined ? [] : [[id, document] as const];
      }),
    );
  tables.set(documents, known);
  return known;
}

/** The document whose `$id` a `$ref` names, as it stands or seen from the `$id` of the document that holds it. */
function documentWithId(ref: string, from: Document, documents: ReadonlyMap<string, Document>): Document | undefined {
  const [name = ""] = ref.split("#");
  if (name === "") return undefined;
  const ids = byIds(documents);
  const base = idOf(from);
  return (
    ids.get(name) ?? (base !== undefined && URL.canParse(name, base) ? ids.get(new URL(name, base).href) : undefined)
  );
}

const meantId = (ref: string, documents: ReadonlyMap<string, Document>): string | undefined =>
  suggest(ref, byIds(documents).keys());

/** The reference that was probably meant where there is no such file. */
function meantFile(
  file: string,
  fragment: string,
  from: Document,
  documents: ReadonlyMap<string, Document>,
): string | undefined {
  const meant = suggest(file, documents.keys());
  if (meant === undefined) return undefined;
  const path = posix.relative(posix.dirname(from.file), meant);
  return fragment === "" ? path : `${path}#${fragment}`;
}

/** The value that keys lead to; undefined where there is none. */
export function valueAt(value: Json | undefined, keys: readonly string[]): Json | undefined {
  let found: Json | undefined = value;
  for (const key of keys) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as { [key: string]: Json })[key];
  }
  return found;
}

function decode(ref: string): string[] | undefined {
  const [path = "", ...fragment] = ref.split("#");
  try {
    return [decodeURIComponent(path), decodeURIComponent(fragment.join("#"))];
  } catch {
    return undefined;
  }
}
