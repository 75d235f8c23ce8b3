import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import type { Json } from "../../scripts/json/json.ts";
import type { Source } from "./adapt.ts";

/**
 * Ajv over the original file, of draft-07 and untouched: what GitHub's own schema says of a payload.
 * @returns whether the definition accepts the payload
 */
export function createOriginal(source: Source): (definition: string, payload: Json) => boolean {
  const ajv = new Ajv({ strict: false });
  addFormats.default(ajv);
  ajv.addSchema(source, "original");
  return (definition, payload) => {
    const validate = ajv.getSchema(`original#/definitions/${encodeURIComponent(definition)}`);
    if (validate === undefined) throw new Error(`There is no definition ${definition}.`);
    return validate(payload) === true;
  };
}
