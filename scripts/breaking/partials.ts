import type { Definition } from "../schema/schema.ts";
import type { Found, Includes } from "./difference.ts";

/** The definition that one is a part of; itself where it is none. */
export const entire = (definition: Definition): Definition => definition.partialOf ?? definition;

/**
 * Finds a definition of which only one side asks for a part.
 * @param includes tells whether one schema accepts no more than another
 * @returns undefined where these are two definitions, or both are parts, or neither is
 */
export function partialChanges(before: Definition, after: Definition, includes: Includes): Found[] | undefined {
  const { name } = entire(after);
  if (entire(before).name !== name || before.name === after.name) return undefined;
  const isAdded = after.partialOf !== undefined;
  // Of a definition that requires nothing, a part is the same.
  const isSame = isAdded
    ? includes(after.schema, entire(after).schema)
    : includes(before.schema, entire(before).schema);
  if (isSame) return [];
  const change = isAdded
    ? { rule: "partial-added", message: `need not have what ${name} requires any more` }
    : { rule: "partial-removed", message: `has to have what ${name} requires now` };
  return [{ ...change, keyword: "x-partial" }];
}
