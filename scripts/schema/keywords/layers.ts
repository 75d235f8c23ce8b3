import { remembered } from "../../remembered.ts";
import { expand } from "../expand.ts";
import type { Schema } from "../schema.ts";

/** The schemas that a schema is made of, through references and `allOf`; the same objects each time. */
const apart = remembered((schema: Schema): readonly Schema[] => {
  if (schema.ref !== undefined) return apart(Object.keys(schema).length === 1 ? schema.ref.schema : expand(schema));
  const { allOf, ...own } = schema;
  if (allOf === undefined) return [schema];
  return [own, ...allOf.flatMap(apart)];
});

/** Takes schemas apart that all accept a value: each schema that they are made of stands there once, without `allOf`. */
export function layersOf(all: readonly Schema[]): readonly Schema[] {
  return [...new Set(all.flatMap((one) => apart(one)))];
}
