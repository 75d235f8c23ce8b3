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
 * @param ref a relative path with an optional JSON Pointer as its fragment (RFC 3986, RFC 6901)
 * @param from the document that holds the `$ref`
 * @param documents all documents, by file
 */
export function resolveRef(ref: string, from: Document, documents: ReadonlyMap<string, Document>): Address | BrokenRef {
  const outside = (message: string): BrokenRef => ({
    rule: "ref-outside",
    message: `$ref ${JSON.stringify(ref)} ${message}`,
    fix: "refer to a file under the schema folder by its relative path",
  });
  const missing = (message: string, meant?: string): BrokenRef => ({
    rule: "ref-target",
    message: `$ref ${JSON.stringify(ref)} ${message}`,
    fix: meant === undefined ? "correct the path or add the schema" : `did you mean ${JSON.stringify(meant)}?`,
  });
  if (/^[A-Za-z][A-Za-z0-9+.-]*:/.test(ref)) return outside("has a scheme; nothing is ever fetched");
  if (/^[/\\]/.test(ref)) return outside("is an absolute path");
  const decoded = decode(ref);
  if (decoded === undefined) return missing("has a bad percent escape");
  const [path = "", fragment = ""] = decoded;
  const file = path === "" ? from.file : posix.normalize(posix.join(posix.dirname(from.file), path));
  if (file === ".." || file.startsWith("../")) return outside("leaves the schema folder");
  const document = documents.get(file);
  if (document === undefined) {
    return missing(`points to no schema: there is no readable ${file}`, meantFile(file, fragment, from, documents));
  }
  if (fragment !== "" && !fragment.startsWith("/")) return missing("has a fragment that is not a JSON Pointer");
  const keys = fromPointer(fragment);
  const { value } = document;
  // What is no schema object at all is reported at its own file.
  const target = valueAt(value, keys);
  const isSchema = isObject(target) || typeof target === "boolean";
  if (!isObject(value) || (leadsToSchema(keys) && isSchema)) return { document, keys };
  const pointers = [...subschemas(value as Schema)].map(([, found]) => toPointer(found));
  const meant = suggest(fragment, pointers);
  return missing(`points to no schema in ${file}`, meant === undefined ? undefined : `${path}#${meant}`);
}

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
