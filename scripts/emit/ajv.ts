import { _, Ajv, type CodeKeywordDefinition, Name } from "ajv";
import standaloneCode from "ajv/dist/standalone/index.js";
import type { Schema } from "../schema/schema.ts";
import { formats } from "../formats.ts";
import { properties } from "./members.ts";
import { SchemaRefused } from "./refused.ts";

/**
 * Compiles a schema with Ajv, in strict mode, to a module that lists all errors.
 * @param file path of the event's file, to be told where Ajv refuses it
 * @param schema a flat schema without `ref` nodes
 * @param helpers is given the names of the runtime's helpers that the code calls
 * @returns Ajv's standalone code, a statement a line
 * @throws SchemaRefused where Ajv refuses the schema
 */
export function compileWithAjv(file: string, schema: Schema, helpers: Set<string>): string {
  const ajv = new Ajv({
    allErrors: true,
    strict: true,
    strictRequired: true,
    allowUnionTypes: true,
    inlineRefs: false,
    messages: false,
    meta: false,
    validateSchema: false,
    // Loops hide which member is meant; there is one statement per member instead.
    loopRequired: Number.POSITIVE_INFINITY,
    loopEnum: Number.POSITIVE_INFINITY,
    logger: false,
    code: { source: true, esm: true, lines: true },
  });
  for (const { name, regex } of formats.values()) ajv.addFormat(name, regex);
  for (const definition of [properties, ...ownCode(helpers)]) ajv.removeKeyword(definition.keyword as string).addKeyword(definition);
  let validate: ReturnType<typeof ajv.compile>;
  try {
    validate = ajv.compile(schema);
  } catch (error) {
    throw new SchemaRefused(file, error);
  }
  return standaloneCode.default(ajv, validate);
}

/** Keywords whose own code calls a helper module of Ajv: written anew, so that the package stands alone. */
function ownCode(helpers: Set<string>): CodeKeywordDefinition[] {
  const call = (name: string): Name => {
    helpers.add(name);
    return new Name(name);
  };
  const length = (keyword: string, isWrong: (count: unknown, limit: number) => ReturnType<typeof _>) => ({
    keyword,
    type: "string" as const,
    schemaType: "number" as const,
    code: (cxt: Parameters<CodeKeywordDefinition["code"]>[0]) => {
      // Only length 1 is the same in UTF-16 code units and in code points, which are what the keyword counts.
      const units = keyword === "minLength" && cxt.schema <= 1;
      cxt.fail(isWrong(units ? _`${cxt.data}.length` : _`${call("codePoints")}(${cxt.data})`, cxt.schema as number));
    },
  });
  return [
    length("minLength", (count, limit) => _`${count as Name} < ${limit}`),
    length("maxLength", (count, limit) => _`${count as Name} > ${limit}`),
    {
      keyword: "uniqueItems",
      type: "array",
      schemaType: "boolean",
      code: (cxt) => {
        if (cxt.schema === true) cxt.fail(_`!${call("isUnique")}(${cxt.data})`);
      },
    },
  ];
}
