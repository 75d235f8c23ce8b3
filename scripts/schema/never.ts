import type { Schema } from "./schema.ts";

/** A schema that no value satisfies, as `false` is. */
export const never: Schema = { not: {} };

/** Whether a schema says that no value satisfies it, with or without words. */
export function isNever(schema: Schema): boolean {
  return schema.not !== undefined && Object.keys(schema.not).length === 0;
}
