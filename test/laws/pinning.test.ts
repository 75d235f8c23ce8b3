import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { loadCatalog } from "../../scripts/catalog/catalog.ts";
import { evaluate } from "../../scripts/schema/evaluate.ts";
import { subschemas } from "../../scripts/schema/walk.ts";
import { sharedSchema } from "../../scripts/emit/schemas.ts";
import { makeVectors, pinned } from "../../scripts/emit/vectors.ts";
import { everyKeyword } from "../fixtures/everyKeyword.ts";
import { furtherKeywords } from "../fixtures/furtherKeywords.ts";
import { writeSchemas } from "../support/build.ts";
import { loosened } from "../support/loosened.ts";
import { runs } from "../support/runs.ts";

const folders = [
  fileURLToPath(new URL("../../schemas/", import.meta.url)),
  await writeSchemas(everyKeyword),
  await writeSchemas(furtherKeywords),
];
const definitions = (await Promise.all(folders.map(loadCatalog))).flatMap(({ catalog }) => pinned(catalog));
// What a schema names is referred to: its vectors are its own.
for (const definition of definitions) Object.assign(definition, { isReferred: true });

describe.each(definitions)("$name", (definition) => {
  const shared = sharedSchema(definition, "2020-12");
  const vectors = makeVectors(definition).tests;
  const all = loosened(shared);
  const told = all.filter(({ exempt }) => exempt === undefined);
  const tried = told.filter((_, i) => i % runs(10, 1) === 0);

  test("Ajv gives the vectors' verdicts", () => {
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(shared);
    for (const { description, data, valid } of vectors) expect(validate(data), description).toBe(valid);
  });

  test(`each of the ${tried.length} constraints changes the verdict of a vector when it is loosened`, () => {
    const loose = tried.filter(({ schema }) => {
      const validate = new Ajv2020({ strict: false, validateFormats: false, validateSchema: false }).compile(schema);
      return vectors.every(({ data, valid }) => validate(data) === valid);
    });
    expect(loose.map(({ what }) => what)).toEqual([]);
  });

  test("what is exempt is so for a reason that holds", () => {
    const exempt = new Set(all.map(({ exempt: rule }) => rule));
    const { $defs: _, ...own } = shared;
    if ([...subschemas(own)].some(([node]) => node.pattern !== undefined && node.not !== undefined)) {
      expect(exempt).toContain("not beside pattern");
      expect(exempt).toContain("type inside not");
    }
    for (const [node] of subschemas(shared)) {
      // What the const or the enum accepts has one of the types: the type can never refuse it.
      for (const value of node.const === undefined ? (node.enum ?? []) : [node.const]) {
        if (node.type !== undefined) expect(evaluate({ type: node.type }, value)).toEqual([]);
      }
    }
    // The proof for `not` and its `type` needs an engine where `$` matches before a line break: npm run conformance.
    const lineBreaks = vectors.filter(({ data }) => JSON.stringify(data).includes('\\n"'));
    expect(lineBreaks.length > 0).toBe(exempt.has("not beside pattern"));
    expect(lineBreaks.filter(({ valid }) => valid)).toEqual([]);
  });
});
