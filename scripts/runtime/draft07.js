/**
 * How keywords hold schemas: as their value, in a list, or by name.
 * @type {Readonly<Record<string, "schema" | "list" | "map">>}
 */
const inside = {
  additionalProperties: "schema",
  allOf: "list",
  anyOf: "list",
  contains: "schema",
  $defs: "map",
  else: "schema",
  if: "schema",
  items: "schema",
  not: "schema",
  oneOf: "list",
  patternProperties: "map",
  prefixItems: "list",
  properties: "map",
  propertyNames: "schema",
  then: "schema",
};

/**
 * Says in draft-07 what JSON Schema 2020-12 says in another way: tuples, and where definitions stand. How many items `contains` means, draft-07 cannot
 * say: it is left with at least one, or left out where none is enough.
 * @param {any} schema in the keywords of a shared schema; it is not changed
 * @returns {any}
 */
export function inDraft07(schema) {
  if (typeof schema !== "object" || schema === null) return schema;
  /** @type {Record<string, unknown>} */
  const said = {};
  for (const [keyword, value] of Object.entries(schema)) {
    const how = Object.hasOwn(inside, keyword) ? inside[keyword] : undefined;
    const own =
      how === "schema"
        ? inDraft07(value)
        : how === "list"
          ? value.map(inDraft07)
          : how === "map"
            ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inDraft07(one)]))
            : value;
    if (keyword === "$defs") said["definitions"] = own;
    else if (keyword === "$ref") said["$ref"] = value.replace("#/$defs/", "#/definitions/");
    else if (keyword === "prefixItems") said["items"] = own;
    else if (keyword === "items" && schema.prefixItems !== undefined) said["additionalItems"] = own;
    else if (keyword === "contains" && schema.minContains === 0) continue;
    else if (keyword !== "minContains" && keyword !== "maxContains") said[keyword] = own;
  }
  return said;
}
