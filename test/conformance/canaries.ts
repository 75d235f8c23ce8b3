import type { Json } from "../../scripts/json/json.ts";
import type { Schema } from "../../scripts/schema/schema.ts";

/** A schema so small that a validator which gets it wrong does not know the keyword. */
export interface Canary {
  readonly keyword: string;
  readonly schema: Schema;
  readonly valid: readonly Json[];
  readonly invalid: readonly Json[];
}

const row = (keyword: string, schema: object, valid: Json[], invalid: Json[]): Canary => ({
  keyword,
  schema: schema as Schema,
  valid,
  invalid,
});

/** A canary per keyword of flat schemas. A validator counts only where it passes those of the schema's keywords. */
export const canaries: readonly Canary[] = [
  row("type", { type: ["string", "null"] }, ["x", null], [1, {}, []]),
  row("type", { type: "integer" }, [1, -3, 0], [1.5, "1", null]),
  row("const", { const: "1.0" }, ["1.0"], ["1", "1e0", 1, null]),
  row("const", { const: { a: [1] } }, [{ a: [1] }], [{ a: [2] }, {}, null]),
  row("enum", { enum: ["a", 1, null] }, ["a", 1, null], ["b", "1", 0, false]),
  row("enum", { enum: [{ a: 1 }, []] }, [{ a: 1 }, []], [{}, [1]]),
  row("properties", { properties: { a: { type: "string" } } }, [{}, { a: "x" }, { b: 1 }], [{ a: 1 }]),
  row("required", { required: ["a"] }, [{ a: null }], [{}, { b: 1 }]),
  row("additionalProperties", { properties: { a: {} }, additionalProperties: false }, [{}, { a: 1 }], [{ b: 1 }]),
  row("additionalProperties", { additionalProperties: { type: "number" } }, [{}, { a: 1 }], [{ a: "1" }]),
  row("items", { items: { type: "string" } }, [[], ["a", "b"]], [["a", 1]]),
  row("minItems", { minItems: 2 }, [[1, 2]], [[1]]),
  row("maxItems", { maxItems: 2 }, [[1, 2]], [[1, 2, 3]]),
  row(
    "uniqueItems",
    { uniqueItems: true },
    [
      [1, "1"],
      [{ a: 1 }, { a: 2 }],
    ],
    [
      [1, 1],
      [{ a: 1 }, { a: 1 }],
    ],
  ),
  row("minProperties", { minProperties: 1 }, [{ a: 1 }], [{}]),
  row("maxProperties", { maxProperties: 1 }, [{ a: 1 }], [{ a: 1, b: 2 }]),
  row("minLength", { minLength: 2 }, ["ab", "\u{1F600}\u{1F600}"], ["a", "\u{1F600}"]),
  row("maxLength", { maxLength: 2 }, ["ab", "\u{1F600}\u{1F600}"], ["abc"]),
  row("pattern", { pattern: "^[a-c]{2}$" }, ["ab"], ["a", "abd", "xab"]),
  row("pattern", { pattern: "[\\x24&-.]" }, ["$", "a+b"], ["a", "%"]),
  row("pattern beyond ASCII", { pattern: "^[à-ÿ]{2}$" }, ["éö"], ["é", "e"]),
  row("not", { not: { type: "string", pattern: "[^a-c]" } }, ["ab", null, 1], ["ax", "a\n"]),
  row("minimum", { minimum: 2 }, [2, 2.5], [1, 1.9]),
  row("maximum", { maximum: 2 }, [2, 1.5], [3, 2.1]),
  row("exclusiveMinimum", { exclusiveMinimum: 2 }, [3, 2.1], [2, 1]),
  row("exclusiveMaximum", { exclusiveMaximum: 2 }, [1, 1.9], [2, 3]),
  row("multipleOf", { multipleOf: 2 }, [4, 0, -2], [3, 1]),
  row("anyOf", { anyOf: [{ type: "string" }, { const: 1 }] }, ["x", 1], [2, null]),
  row("allOf", { allOf: [{ pattern: "^a" }, { pattern: "b$" }] }, ["ab", 1], ["a", "b"]),
  row(
    "if",
    { if: { required: ["a"] }, then: { required: ["b"] }, else: { required: ["c"] } },
    [{ a: 1, b: 1 }, { c: 1 }, 1],
    [{ a: 1 }, { a: 1, c: 1 }, {}],
  ),
  row("then", { if: { const: 1 }, then: { const: 2 } }, [2, 3], [1]),
  row("else", { if: { const: 1 }, else: { const: 2 } }, [1, 2], [3]),
  row(
    "prefixItems",
    { prefixItems: [{ type: "string" }, { type: "integer" }], items: { type: "boolean" } },
    [[], ["a"], ["a", 1], ["a", 1, true]],
    [[1], ["a", "b"], ["a", 1, 2]],
  ),
  row("contains", { contains: { const: 1 } }, [[1], [2, 1]], [[], [2]]),
  row("minContains", { contains: { const: 1 }, minContains: 2 }, [[1, 1]], [[1], [2]]),
  row("maxContains", { contains: { const: 1 }, maxContains: 1 }, [[1, 2]], [[1, 1], []]),
  row(
    "patternProperties",
    { patternProperties: { "^a": { type: "string" } }, additionalProperties: false },
    [{}, { ab: "x" }],
    [{ a: 1 }, { b: "x" }],
  ),
  row("propertyNames", { propertyNames: { maxLength: 2 } }, [{ ab: 1 }, {}], [{ abc: 1 }]),
  row("oneOf", { oneOf: [{ minimum: 3 }, { maximum: 5 }] }, [1, 9], [4]),
];
