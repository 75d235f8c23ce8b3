import { _, type CodeKeywordDefinition, Name, str } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import { formats } from "../../formats/formats.ts";
import type { Schema } from "../../schema/schema.ts";

/** The name under which the printed code calls the runtime's helper; the bundle imports it. */
export const multipleHelper = "multiple";

/** Ajv's own reads decimals with parseInt, for which 1e21 is no multiple of 1. */
const multipleOf: CodeKeywordDefinition = {
  keyword: "multipleOf",
  type: "number",
  schemaType: "number",
  error: {
    message: ({ schemaCode }) => str`must be multiple of ${schemaCode}`,
    params: ({ schemaCode }) => _`{multipleOf: ${schemaCode}}`,
  },
  code: (cxt) => cxt.fail(_`!${new Name(multipleHelper)}(${cxt.data}, ${cxt.schemaCode})`),
};

/** An Ajv that compiles what people wrote, with our formats, and refuses what it does not know. */
function createAjv(): Ajv2020 {
  const ajv = new Ajv2020({
    strictSchema: true,
    // These look at a fragment by itself; our rules look at the composed schema.
    strictTypes: false,
    strictTuples: false,
    strictRequired: false,
    allowUnionTypes: true,
    allowMatchingProperties: true,
    ownProperties: true,
    inlineRefs: false,
    allErrors: false,
    logger: false,
    // Every document has passed the metaschema.
    meta: false,
    validateSchema: false,
    code: { source: true, esm: true, optimize: false },
  });
  // The class sets these whatever its options say. They count what was evaluated, for keywords that our schemas cannot have.
  Object.assign(ajv.opts, { unevaluated: false, dynamicRef: false });
  for (const { name, regex } of formats.values()) ajv.addFormat(name, regex);
  ajv.removeKeyword(multipleOf.keyword as string).addKeyword(multipleOf);
  return ajv;
}

/**
 * Compiles schemas that refer to each other.
 * @param documents by the names that they refer to each other by
 * @param exported the name of a document, by the name that its validate function is exported under
 * @returns Ajv's standalone code, an ES module: it requires Ajv's helpers, and calls {@link multipleHelper}
 */
export function compileDocuments(
  documents: ReadonlyMap<string, Schema>,
  exported: Readonly<Record<string, string>>,
): string {
  // A fresh one each time: names in the code count on from what was compiled before.
  const ajv = createAjv();
  for (const [id, schema] of documents) ajv.addSchema(schema, id);
  return standaloneCode.default(ajv, exported);
}
