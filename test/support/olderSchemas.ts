// Random schemas of draft-07 and OpenAPI 3.0, and values that have something to do with them.
import fc from "fast-check";
import type { Json, JsonObject } from "../../scripts/json/json.ts";

type Schemas = fc.Arbitrary<JsonObject>;

const names = ["a", "b", "definitions", "items"] as const;
const name = fc.constantFrom(...names);

/** Values over the names and texts that the schemas speak of. */
export const values: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    fc.constantFrom<Json>("", "x", "definitions", 0, 1, -1, 2.5, true, null),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(name, tie("value"), { maxKeys: 4 }),
  ),
})).value;

/** A schema of several parts, each of them there or not. */
const some = (...parts: Schemas[]): Schemas =>
  fc
    .tuple(...parts.map((part) => fc.option(part, { nil: {} })))
    .map((found) => Object.assign({}, ...found) as JsonObject);

const type = fc.constantFrom<Json>("string", "integer", "null", ["string", "null"], ["integer", "boolean"]);
const scalar: Schemas = fc
  .tuple(
    some(
      fc.constant({ nullable: true }),
      fc.constant({ enum: ["x", 1, null] }),
      fc.constant({ minLength: 1, minimum: 1 }),
    ),
    fc.record({ type }),
  )
  .map(([rest, one]) => ({ ...rest, ...one }));

/** What looks like an older way of saying something, where no schema stands. */
const words: Schemas = fc.constant({ default: { nullable: true, items: [1] }, examples: [{ definitions: {} }] });
const ref: Schemas = fc.constantFrom("one", "two").map((to) => ({ description: "d", $ref: `#/definitions/${to}` }));

/**
 * Schemas that say things in an older way, of which Ajv has a verdict: no `nullable` without a `type`, and null in each
 * `enum` beside it.
 */
function schemaOf(depth: number): Schemas {
  if (depth === 0) return fc.oneof(scalar, ref);
  const inner = schemaOf(depth - 1);
  const item = fc.oneof({ weight: 4, arbitrary: inner }, { weight: 1, arbitrary: fc.boolean() });
  const map = fc.dictionary(name, inner, { maxKeys: 3 });
  const needed = fc.uniqueArray(fc.constantFrom<Json>(...names), { maxLength: 2 });
  const tuple = some(
    fc.constant({ type: "array" }),
    fc.record({ items: fc.oneof(fc.array(item, { minLength: 1, maxLength: 3 }), inner) }),
    fc.record({ additionalItems: item }),
    words,
  );
  const object = some(
    fc.constant({ type: "object", nullable: true }),
    fc.record({ properties: map }),
    fc.record({ dependencies: fc.dictionary(name, fc.oneof(item, needed), { maxKeys: 3 }) }),
    fc.record({ definitions: map }),
    words,
  );
  const union = fc
    .tuple(fc.constantFrom("anyOf", "oneOf", "allOf"), fc.array(inner, { minLength: 1, maxLength: 2 }))
    .map(([keyword, branches]) => ({ [keyword]: branches }));
  const limited = fc
    .tuple(scalar, fc.record({ allOf: fc.array(inner, { minLength: 1, maxLength: 2 }) }))
    .map(([a, b]) => ({ ...b, ...a }));
  return fc.oneof(scalar, ref, tuple, object, tuple, object, union, limited, fc.record({ not: inner }));
}

/** Definitions that no circle of references leads through. */
const definitions = fc
  .constantFrom<JsonObject>(
    { type: "string", nullable: true },
    { items: [{ type: "string" }], additionalItems: { type: "integer", nullable: true } },
    { type: "object", dependencies: { a: ["b"], b: { required: ["items"] } } },
  )
  .map((one) => ({ one, two: { $ref: "#/definitions/one", title: "Two" } }));

/** Documents of draft-07 of which Ajv has a verdict. */
export const olderSchema: Schemas = fc.tuple(schemaOf(3), definitions).map(([schema, more]) => ({
  $schema: "http://json-schema.org/draft-07/schema#",
  ...schema,
  definitions: { ...(schema["definitions"] as JsonObject | undefined), ...more },
}));

const keywords =
  "$schema $id $anchor $defs $ref additionalItems allOf anyOf const definitions dependencies dependentRequired " +
  "dependentSchemas description enum exclusiveMinimum id items minimum nullable oneOf prefixItems properties title type";

/** Objects made of the keywords that rewritings know, with values of any kind: mostly no schemas of any draft. */
export const wildSchema: Schemas = fc.letrec<{ schema: JsonObject; value: Json }>((tie) => ({
  schema: fc.dictionary(fc.constantFrom(...keywords.split(" ")), tie("value"), { maxKeys: 5 }),
  value: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    fc.constantFrom<Json>(true, false, "string", ["string"], ["x", null], "#/definitions/a", "#a", 1, {}, []),
    tie("schema"),
    fc.array(tie("schema"), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom("a", "b"), tie("schema"), { maxKeys: 2 }),
  ),
})).schema;
