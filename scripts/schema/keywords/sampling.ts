import type { Json } from "../../json/json.ts";
import type { Schema } from "../schema.ts";

/** A step of the test vectors into a payload: `value` stands there, and its part under `key` is varied next. */
export interface Step {
  /** What was done to get the value, where it is worth a vector itself. */
  readonly what?: string;
  readonly value: Json;
  /** Absent where the value itself is varied by another schema: a branch. */
  readonly key?: string | number;
  readonly schema: Schema;
}

/** The inputs from which a keyword makes its values for test vectors. */
export interface Sampling {
  readonly schema: Schema;
  /** The valid value that is varied; for keywords of another kind it is none that they speak of. */
  readonly value: Json;
  /** Whether no schema before had the same value of the keyword. */
  readonly isFirst: boolean;
  /** A valid value of a schema. */
  readonly sample: (schema: Schema) => Json;
  readonly accepts: (schema: Schema, value: Json) => boolean;
  /** Values on both sides of every limit of a schema. */
  readonly varied: (schema: Schema) => Json[];
  /** A schema that accepts what two accept. */
  readonly merge: (base: Schema, own: Schema) => Schema;
  /** So many valid values, all different where the schema allows it. */
  readonly distinct: (schema: Schema, count: number) => Json[];
}
