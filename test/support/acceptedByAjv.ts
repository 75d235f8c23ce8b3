import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { Json } from "../../scripts/json/json.ts";
import type { Schema } from "../../scripts/schema/schema.ts";

const ajv = new Ajv2020({ strict: false });
formats.default(ajv);

/** Whether Ajv accepts a value by a schema, with the formats of ajv-formats. */
export function acceptedByAjv(schema: Schema, value: Json): boolean {
  return ajv.validate(schema, value);
}
