import type { Json } from "../../json/json.ts";
import type { Schema } from "../schema.ts";

/** No sample is longer: a limit of a million is not worth a megabyte in a test vector. */
export const maxSize = 2000;

/** The inputs from which a sample of a type is made. */
export interface Making {
  /** Values that the schema's keywords think worth trying. */
  readonly tried: readonly Json[];
  readonly accepts: (value: Json) => boolean;
  readonly sample: (schema: Schema) => Json;
  readonly distinct: (schema: Schema, count: number) => Json[];
  /** A schema that accepts what two accept. */
  readonly merge: (base: Schema, own: Schema) => Schema;
}

/** Makes a value that a schema accepts, as short as can be; a wrong one where it finds none. */
export type Maker = (schema: Schema, making: Making) => Json;
