import { posix } from "node:path";
import { quote, shorten } from "../report/quote.ts";
import { remembered } from "../remembered.ts";
import { suggest } from "../suggest.ts";
import type { Document } from "../schema/document.ts";
import { fromPointer, isObject, type Json, toPointer } from "../json/json.ts";
import { leadsToSchema, subschemas } from "../schema/walk.ts";
import type { Schema } from "../schema/schema.ts";
import { documentWithId } from "./ids.ts";
import { meantFile, meantId } from "./meant.ts";

/** Code units of a reference: paths of files and pointers inside them are shorter, and normalizing a path takes its square. */
export const maxRef = 4000;

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
      message: `$ref ${quote(ref)} ${message}`,
      fix: meant === undefined ? usual : `did you mean ${quote(meant)}?`,
    });
  const outside = refuse("ref-outside", "refer to a file under the schema folder by its relative path, or by its $id");
  const missing = refuse("ref-target", "correct the path or add the schema");
  if (ref.length > maxRef) return missing(`has more than ${maxRef} characters`);
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
    return missing(
      `points to no schema: there is no readable ${shorten(file)}`,
      meantFile(file, fragment, from, documents),
    );
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
    const anchors = anchorsOf(document);
    const keys = anchors.get(fragment);
    if (keys !== undefined) return { document, keys };
    const meant = suggest(fragment, anchors.keys());
    return missing(`names an $anchor that ${file} does not have`, meant === undefined ? undefined : `${path}#${meant}`);
  }
  const keys = fromPointer(fragment);
  const target = valueAt(value, keys);
  if (leadsToSchema(keys) && (isObject(target) || typeof target === "boolean")) return { document, keys };
  const meant = suggest(fragment, pointersOf(document));
  return missing(`points to no schema in ${file}`, meant === undefined ? undefined : `${path}#${meant}`);
}

/** The schemas of a document by their `$anchor`. */
const anchorsOf = remembered(
  ({ value }: Document): ReadonlyMap<string, readonly string[]> =>
    new Map(
      [...subschemas(value as Schema)].flatMap(([{ $anchor }, keys]) =>
        typeof $anchor === "string" ? [[$anchor, keys] as const] : [],
      ),
    ),
);

/** The pointers of the schemas of a document. */
const pointersOf = remembered(({ value }: Document): readonly string[] =>
  [...subschemas(value as Schema)].map(([, keys]) => toPointer(keys)),
);

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
