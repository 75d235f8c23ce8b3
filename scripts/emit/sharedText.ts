import type { JsonObject } from "../json/json.ts";
import { remembered } from "../remembered.ts";
import { referredIn } from "../schema/recursion.ts";
import type { Definition, Schema } from "../schema/schema.ts";
import { formatDefinitions, referToFormats } from "./formatReferences.ts";
import { sharedView } from "./shared.ts";
import { inline } from "./view.ts";

const longNode = remembered((schema: Schema): Schema => referToFormats(sharedView(inline(schema))));

/**
 * The shared schema of a node of a flat schema. What it refers to stands elsewhere.
 * @param isLong whether it refers to what formats demand
 */
export function sharedNode(schema: Schema, isLong: boolean): JsonObject {
  return (isLong ? longNode(schema) : sharedView(inline(schema))) as unknown as JsonObject;
}

/** What the shared schema of a definition refers to, by names under `$defs`: titled definitions, then formats. */
export function sharedDefinitions({ schema, isLong }: Pick<Definition, "schema" | "isLong">): {
  readonly titled: readonly Definition[];
  readonly formats: Readonly<Record<string, Schema>>;
} {
  const titled = referredIn(schema);
  const schemas = [schema, ...titled.map((one) => one.schema)].map((one) => sharedNode(one, isLong) as Schema);
  return { titled, formats: isLong ? formatDefinitions(schemas) : {} };
}

/** The shared schema of all that a definition says: what it refers to stands in its `$defs`. */
export const sharedText: (definition: Pick<Definition, "schema" | "isLong">) => Schema = remembered(
  (definition: Pick<Definition, "schema" | "isLong">): Schema => {
    const { schema, isLong } = definition;
    const { titled, formats } = sharedDefinitions(definition);
    const $defs = {
      ...Object.fromEntries(titled.map((one) => [one.name, sharedNode(one.schema, isLong)])),
      ...formats,
    };
    const shared = sharedNode(schema, isLong) as Schema;
    return Object.keys($defs).length === 0 ? shared : ({ ...shared, $defs } as Schema);
  },
);
