/** A version of JSON Schema. */
export interface Draft {
  readonly name: string;
  /** Its number, or the year of its name: drafts compare by it. */
  readonly age: number;
}

/** The draft that this tool reads. */
export const draft2020 = "https://json-schema.org/draft/2020-12/schema";

const latest: Draft = { name: "2020-12", age: 2020 };

/** The drafts by the address of their metaschema, without its scheme and its empty fragment. */
const drafts: ReadonlyMap<string, Draft> = new Map([
  ["json-schema.org/draft-04/schema", { name: "draft-04", age: 4 }],
  ["json-schema.org/draft-06/schema", { name: "draft-06", age: 6 }],
  ["json-schema.org/draft-07/schema", { name: "draft-07", age: 7 }],
  ["json-schema.org/draft/2019-09/schema", { name: "draft 2019-09", age: 2019 }],
  ["json-schema.org/draft/2020-12/schema", latest],
]);

/**
 * The draft that a schema declares.
 * @param schema the root of a document
 * @returns 2020-12 where there is no `$schema`, for that is what this tool reads; undefined for an unknown one
 */
export function draftOf({ $schema }: { readonly [keyword: string]: unknown }): Draft | undefined {
  if ($schema === undefined) return latest;
  return typeof $schema === "string" ? drafts.get($schema.replace(/^https?:\/\//, "").replace(/#$/, "")) : undefined;
}
