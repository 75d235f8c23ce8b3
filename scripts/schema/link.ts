import type { Definition, Schema } from "./schema.ts";
import { mapSchema } from "./walk.ts";

const prefix = "#/$defs/";

/**
 * A schema that refers to its own `$defs` as one that {@link evaluate} reads: each `$ref` becomes a `ref` node.
 * @param root a schema without other references
 */
export function link(root: Schema): Schema {
  const { $defs = {}, ...rest } = root;
  const definitions = new Map<string, Pick<Definition, "name"> & { schema: Schema }>(
    Object.keys($defs).map((name) => [name, { name, schema: {} }]),
  );
  const linked = (node: Schema): Schema => {
    if (node.$ref === undefined) return mapSchema(node, linked);
    const { $ref, ...words } = node;
    return { ...words, ref: definitions.get($ref.slice(prefix.length)) as Definition };
  };
  // Each is there before any is linked, for they refer to each other.
  for (const [name, definition] of definitions) definition.schema = linked($defs[name] as Schema);
  return definitions.size === 0 ? root : linked(rest);
}
