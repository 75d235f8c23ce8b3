import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type AnySchemaObject, type ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";

const schemas = fileURLToPath(new URL("../../schemas/", import.meta.url));
const base = "https://schemas.example/";

/** A source schema as it is in the folder. */
export function readSource(file: string): AnySchemaObject {
  return JSON.parse(readFileSync(schemas + file, "utf8")) as AnySchemaObject;
}

/** The schema files of our own first event, by path: what tests begin with, whatever else the catalogue holds. */
export const ownSchemas: Readonly<Record<string, AnySchemaObject>> = Object.fromEntries(
  ["event", "events/com.gigs.portOutCredentials.issued", "objects/portOutCredentials"].map((name) => {
    const file = `${name}.schema.json`;
    return [file, readSource(file)];
  }),
);

/**
 * A second opinion on a source schema: Ajv in strict mode resolves `$ref` and `allOf` by itself, with the formats of
 * ajv-formats. Nothing of this tool takes part.
 */
export function createSourceValidator(file: string, withFormats = true): ValidateFunction {
  const ajv = new Ajv2020({
    strict: true,
    allowUnionTypes: true,
    keywords: ["x-sensitive"],
    validateFormats: withFormats,
  });
  if (withFormats) formats.default(ajv);
  for (const name of readdirSync(schemas, { recursive: true }) as string[]) {
    if (name.endsWith(".schema.json")) ajv.addSchema(readSource(name), base + name);
  }
  const validate = ajv.getSchema(base + file);
  if (validate === undefined) throw new Error(`There is no schema ${file}.`);
  return validate;
}
