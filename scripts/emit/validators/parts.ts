import { isEqual } from "../../json/equality.ts";
import { isObject, type Json, type JsonObject } from "../../json/json.ts";
import { baseOf } from "../../schema/keywords/calls.ts";
import type { Definition, Schema } from "../../schema/schema.ts";
import { subschemas } from "../../schema/walk.ts";
import { sharedNode } from "../sharedText.ts";
import { definitionOf } from "../view.ts";

/** The part of each definition's JSON Schema that its module carries as code. */
export type Parts = ReadonlyMap<Definition, JsonObject>;

/** A part of fewer characters is shorter than the code that would read it. */
const minPart = 40;

/** What a value has in common with one of several, member by member. */
function commonPart(value: JsonObject, others: readonly JsonObject[]): JsonObject {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]): [string, Json][] => {
      const same = others.flatMap((other) => (Object.hasOwn(other, name) ? [other[name] as Json] : []));
      if (same.some((one) => isEqual(one, item))) return [[name, item]];
      const part = isObject(item) ? commonPart(item, same.filter(isObject)) : {};
      return JSON.stringify(part).length < minPart ? [] : [[name, part]];
    }),
  );
}

/**
 * What is written of each definition's JSON Schema: what others take of it, for nobody asks for all of it. Words that
 * every user has its own of would reach nobody.
 * @param all every definition, events included
 */
export function findParts(all: readonly Definition[]): Parts {
  const users = new Map<Definition, JsonObject[]>();
  const use = (definition: Definition | undefined, schema: Schema): void => {
    if (definition === undefined) return;
    const texts = users.get(definition) ?? [];
    users.set(definition, texts);
    texts.push(sharedNode(schema, definition.isLong));
  };
  for (const one of all) {
    use(baseOf(one), one.schema);
    for (const [node] of subschemas(one.schema)) use(definitionOf(node), node);
  }
  return new Map(
    [...users].map(([definition, texts]) => {
      const body = sharedNode(definition.schema, definition.isLong);
      // One that is referred to stands in `$defs`, as it is.
      return [definition, definition.isReferred ? body : commonPart(body, texts)];
    }),
  );
}
