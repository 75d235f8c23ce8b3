import { remembered } from "../remembered.ts";
import { isPending, isRecursive, pending } from "./recursion.ts";
import type { Definition, Schema } from "./schema.ts";

/**
 * A flat schema without what it requires itself, or by the schemas that it is made of; members keep what they require.
 * @returns what is a definition's name becomes that of its partial definition
 */
export function optional(schema: Schema): Schema {
  const { ref, required: _, allOf, ...rest } = schema;
  return {
    ...(ref === undefined ? {} : { ref: partialOf(ref) }),
    ...rest,
    ...(allOf === undefined ? {} : { allOf: allOf.map(optional) }),
  };
}

/**
 * The definition of the same members, of which none has to be present: what `x-partial` makes of a `$ref`. It has functions
 * and a JSON Schema of its own; its type is `Partial<...>` of the other's.
 * @param definition may be one that is still being read: then this one is read when that is
 * @returns the same for each call
 */
export const partialOf: (definition: Definition) => Definition = remembered((definition: Definition): Definition => {
  if (definition.partialOf !== undefined) return definition;
  const name = `Partial${definition.name}`;
  const bodyOf = remembered((schema: Schema): Schema => ({ ...optional(schema), title: name }));
  const schema = (): Schema => (isPending(definition) ? pending : bodyOf(definition.schema));
  const partial: Definition = {
    name,
    document: definition.document,
    keys: definition.keys,
    partialOf: definition,
    get isReferred() {
      return definition.isReferred || isRecursive(partial);
    },
    get isLong() {
      return definition.isLong;
    },
    get schema() {
      return schema();
    },
    get composed() {
      return schema();
    },
  };
  return partial;
});
