import { _, type AnySchema, type CodeKeywordDefinition, Name, str, type ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import { formats } from "../../formats/formats.ts";
import type { Json } from "../../json/json.ts";
import { evaluate } from "../../schema/evaluate.ts";
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

/**
 * Ajv 8.20 asks no further keyword of an empty array that has `prefixItems`: the variable that says so far all is well is
 * set where there is a first item only.
 */
const prefixItems: CodeKeywordDefinition = {
  keyword: "prefixItems",
  type: "array",
  schemaType: "array",
  before: "uniqueItems",
  code: (cxt) => {
    const valid = cxt.gen.name("valid");
    (cxt.schema as readonly AnySchema[]).forEach((_schema, i) => {
      cxt.gen.var(valid, _`true`);
      cxt.gen.if(_`${cxt.data}.length > ${i}`, () => {
        cxt.subschema({ keyword: prefixItems.keyword as string, schemaProp: i, dataProp: i }, valid);
      });
      cxt.ok(valid);
    });
  },
};

/** Keywords that Ajv's own functions read in another way: decimals, and objects with members that every object inherits. */
const readByRows = ["multipleOf", "const", "enum", "uniqueItems"];

/**
 * Makes Ajv's validators of schemas that refer to each other, in memory.
 * @param documents by the names that they refer to each other by
 * @returns a function from a name, with a JSON Pointer as its fragment, to the validator of the schema there
 */
export function createValidators(documents: ReadonlyMap<string, Schema>): (id: string) => ValidateFunction {
  const ajv = createAjv();
  for (const keyword of readByRows) {
    ajv.removeKeyword(keyword).addKeyword({
      keyword,
      validate: (limit: unknown, value: Json) => evaluate({ [keyword]: limit }, value).length === 0,
    });
  }
  for (const [id, schema] of documents) ajv.addSchema(schema, id);
  return (id) => ajv.compile({ $ref: id });
}

/** An Ajv that compiles what people wrote, with our formats. */
function createAjv(): Ajv2020 {
  const ajv = new Ajv2020({
    // It is given what it knows only; strict mode would refuse a `then` without an `if` as well.
    strictSchema: false,
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
  for (const keyword of [multipleOf, prefixItems]) ajv.removeKeyword(keyword.keyword as string).addKeyword(keyword);
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
  const ids = Object.values(exported);
  // Compiled in this order: functions are numbered as they are.
  const names = ids.map((id) => ajv.getSchema(id)?.source?.validateName.str);
  const groups: string[] = [];
  for (let i = 0; i < ids.length; i += groupSize) groups.push(addUnion(ajv, `group:${i}`, ids.slice(i, i + groupSize)));
  const code = standaloneCode.default(ajv, { all: addUnion(ajv, "all", groups) });
  const exports = Object.keys(exported).map((name, i) => `export const ${name} = ${names[i]};`);
  return [code, ...exports].join("\n");
}

/**
 * Schemas that are written out by one function of Ajv, which puts what each adds on the stack: thousands overflow it. So it is
 * asked for one function that calls those of groups, which call those that are exported; nobody calls it, and it is left out
 * when the code is bundled.
 */
const groupSize = 100;

/** Adds a schema that refers to others. */
function addUnion(ajv: Ajv2020, id: string, ids: readonly string[]): string {
  ajv.addSchema({ anyOf: ids.map(($ref) => ({ $ref })) }, id);
  return id;
}
