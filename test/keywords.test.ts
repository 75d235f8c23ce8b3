import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import ts from "typescript-5.9";
import { isAssertion, isOwnKeyword, rows } from "../scripts/schema/keywords.ts";
import { groups } from "../scripts/schema/keywords/groups.ts";
import { isSameDecimal, toDecimal } from "../scripts/json/decimal.ts";
import { evaluate } from "../scripts/schema/evaluate.ts";
import { sentence } from "../scripts/schema/sentence.ts";
import { root } from "./support/codegen.ts";

const assertions = [...rows].flatMap(([name, row]) => (isAssertion(row) ? [[name, row] as const] : []));

describe.each(assertions)("the row of %s", (name, row) => {
  test("says what an issue says, how two are merged, and what lies on both sides of it", () => {
    for (const part of ["expected", "edges"] as const) expect(row[part], part).toBeTypeOf("function");
    const isGrouped = groups.some(({ keywords }) => keywords.includes(name));
    expect([row.both !== undefined, isGrouped].filter(Boolean)).toHaveLength(1);
  });

  test("says how it is read, and how it is printed", () => {
    expect([row.holds, row.missing, row.parts, row.also].some((part) => part !== undefined)).toBe(true);
    expect([row.broken, row.print].filter((part) => part !== undefined)).toHaveLength(1);
    if (row.broken !== undefined) expect(row.holds).toBeTypeOf("function");
  });

  test("goes on into the schemas that it holds", () => {
    if (row.inside !== undefined && !row.isRead) expect(row.steps).toBeTypeOf("function");
  });

  test("says what the schemas inside it speak of, where it holds any", () => {
    expect(row.applies !== undefined).toBe(row.inside !== undefined);
  });
});

test("our own keywords are those that begin with x-", () => {
  expect([...rows.keys()].filter(isOwnKeyword)).toEqual([
    "x-sensitive",
    "x-stability",
    "x-open",
    "x-partial",
    "x-lint-off",
  ]);
});

test("an issue has a sentence for every keyword that can be broken", () => {
  for (const [name] of assertions) expect(sentence(name, { [name]: [] })).toMatch(/^must /);
  expect(() => sentence("title", { title: "T" })).toThrow("No sentence");
});

test.each([
  "0.1",
  "1e3",
  "1.0",
  "100.50",
  "-0",
  "-0.0",
  "1E+2",
  "5e-324",
  "1e21",
  "-9223372036854775808",
  "0e999999999",
  "0.50e1",
])("%s is an exact number", (text) => {
  const read = Number(text);
  expect(isSameDecimal(toDecimal(text), toDecimal(Number.isInteger(read) ? String(BigInt(read)) : String(read)))).toBe(
    true,
  );
});

test.each([
  ["a number that no double holds", { type: "number" }, Number.POSITIVE_INFINITY, ["type"]],
  ["cents", { type: "number", multipleOf: 0.01 }, 19.99, []],
  ["a tenth of a cent", { type: "number", multipleOf: 0.01 }, 19.999, ["multipleOf"]],
  ["a large multiple of 1", { type: "number", multipleOf: 1 }, 1e21, []],
  ["a small step", { type: "number", multipleOf: 1e-300 }, 3e-300, []],
  [
    "equal objects whose members stand in another order",
    { type: "array", uniqueItems: true },
    [
      { a: 1, b: [2] },
      { b: [2], a: 1 },
    ],
    ["uniqueItems"],
  ],
  [
    "a text and a number that look alike",
    { type: "array", uniqueItems: true },
    ["1", 1, [1], ["1"], { a: 1 }, { a: "1" }],
    [],
  ],
  ["zeros of both signs", { type: "array", uniqueItems: true }, [0, -0], ["uniqueItems"]],
])("%s", (_, schema, value, want) => {
  expect(evaluate(schema, value as never).map(({ keyword }) => keyword)).toEqual(want);
});

/** Where a keyword may be named beside the rows: a rule that is about it, composition, the emitters of types and of the shared schema. */
const named: Readonly<Record<string, readonly string[]>> = {
  "breaking/address.ts": ["$ref", "allOf"],
  "breaking/branches.ts": ["anyOf", "oneOf"],
  "inclusion/witness.ts": ["minItems"],
  "breaking/items.ts": ["prefixItems"],
  "breaking/lone.ts": ["prefixItems"],
  "breaking/members.ts": ["additionalProperties", "propertyNames"],
  "breaking/parts.ts": ["additionalProperties", "dependentSchemas", "patternProperties"],
  "breaking/rules/demands.ts": ["multipleOf"],
  "breaking/rules/members.ts": ["$ref", "additionalProperties"],
  "breaking/rules/values.ts": ["anyOf"],
  // What the emitted types say of a value.
  "breaking/shapes.ts": [
    "additionalProperties",
    "allOf",
    "anyOf",
    "dependentSchemas",
    "maxItems",
    "minItems",
    "oneOf",
    "patternProperties",
    "prefixItems",
  ],
  "breaking/typeNames.ts": ["anyOf", "oneOf"],
  "breaking/values.ts": ["allOf"],
  "deliveries/members.ts": ["additionalProperties", "patternProperties", "prefixItems"],
  "emit/envelope.ts": ["allOf"],
  "catalog/completeness.ts": ["$ref"],
  "catalog/compose.ts": ["allOf"],
  "catalog/flatten.ts": ["$defs", "$ref", "allOf"],
  "catalog/limits.ts": ["allOf", "anyOf", "oneOf", "prefixItems"],
  "catalog/named.ts": ["$ref", "anyOf", "oneOf"],
  "emit/formatReferences.ts": ["$ref", "allOf"],
  "emit/shared.ts": [
    "$ref",
    "additionalProperties",
    "allOf",
    "anyOf",
    "dependentRequired",
    "dependentSchemas",
    "patternProperties",
  ],
  "emit/sharedText.ts": ["$defs"],
  "emit/twin/compile.ts": ["$ref", "anyOf", "multipleOf", "prefixItems", "uniqueItems"],
  "emit/twin/documents.ts": ["$defs", "$ref", "allOf"],
  "emit/typeView.ts": [
    "additionalProperties",
    "allOf",
    "anyOf",
    "dependentSchemas",
    "maxItems",
    "minItems",
    "oneOf",
    "patternProperties",
    "prefixItems",
  ],
  "emit/view.ts": ["anyOf", "oneOf"],
  "rules/closed.ts": ["additionalProperties", "allOf"],
  "rules/enums.ts": ["$ref", "allOf", "anyOf", "oneOf"],
  "rules/nodes.ts": ["$ref", "allOf"],
  "rules/numbers.ts": ["multipleOf"],
  "rules/own.ts": ["$ref", "allOf", "dependentRequired", "minProperties"],
  "rules/patterns.ts": ["patternProperties"],
  "rules/valueCheck.ts": ["multipleOf", "uniqueItems"],
  "rules/values.ts": ["$defs", "$ref", "patternProperties"],
  "schema/canonical.ts": ["allOf", "maxItems", "patternProperties", "prefixItems", "uniqueItems"],
  "schema/expand.ts": ["$ref"],
  "schema/link.ts": ["$defs", "$ref"],
  "schema/merge.ts": ["allOf"],
  "schema/partial.ts": ["allOf"],
  "schema/walk.ts": ["additionalProperties"],
  "vectors/isolated.ts": ["allOf", "anyOf", "dependentRequired"],
  "vectors/sample.ts": ["allOf"],
  "vectors/slim.ts": ["anyOf", "oneOf"],
};

/** The rows, and those of how older drafts say the same. */
const hasRows = [join("schema", "keywords"), "fixes"];

/** Keywords whose names are no words of another kind in this project. */
const distinctive = new Set(
  [...rows.keys()].filter((name) => /^\$(?:ref|defs)|[a-z][A-Z]/.test(name) && name !== "allOf").concat("allOf"),
);

/** The keywords that a file names, in its code and strings. */
function keywordsIn(path: string): string[] {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    const isText = ts.isIdentifier(node) || ts.isStringLiteral(node);
    if (isText && distinctive.has(node.text)) found.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest));
  return [...found].toSorted();
}

test("only the files of this list name a keyword outside the rows", () => {
  const scripts = join(root, "scripts");
  const files = (readdirSync(scripts, { recursive: true }) as string[]).filter(
    (file) => file.endsWith(".ts") && !hasRows.some((folder) => file.startsWith(folder)),
  );
  const found = files.flatMap((file): [string, string[]][] => {
    const keywords = keywordsIn(join(scripts, file));
    return keywords.length === 0 ? [] : [[file.replaceAll("\\", "/"), keywords]];
  });
  expect(Object.fromEntries(found)).toEqual(named);
});
