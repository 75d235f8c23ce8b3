/** Keywords of JSON Schema that are no typing mistake, but that validators leave out or read in their own ways; and what says the same. */
export const disputed: Readonly<Record<string, string>> = {
  $dynamicAnchor: "refer to the schema by $ref",
  $dynamicRef: "refer to the schema by $ref",
  $recursiveAnchor: "refer to the schema by $ref",
  $recursiveRef: "refer to the schema by $ref",
  $vocabulary: "remove it: only a metaschema has one",
  unevaluatedItems: 'describe the first items by "prefixItems", and refuse all others by "items": false',
  unevaluatedProperties:
    'write all members under the "properties" of one schema, and close that by "additionalProperties": false',
};

/** Keywords of JSON Schema, OpenAPI, AsyncAPI and generators of types that are words for people and generators. */
export const words: ReadonlySet<string> = new Set(
  (
    "contentEncoding contentMediaType contentSchema discriminator example externalDocs xml " +
    "tsAdditionalProperties tsEnumNames tsType"
  ).split(" "),
);
