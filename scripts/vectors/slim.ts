import { isObject, type Json } from "../json/json.ts";
import type { Schema } from "../schema/schema.ts";
import { accepts } from "../schema/evaluate.ts";
import { sample } from "./sample.ts";

/** A longer example is shortened before it is varied: each vector is a copy of all of it. */
export const maxExample = 4000;

/** Whether a member is a definition, or one of several that are. */
const isNamed = ({ ref, anyOf = [], oneOf = [], items }: Schema): boolean =>
  ref !== undefined || [...anyOf, ...oneOf, ...(items === undefined ? [] : [items])].some(isNamed);

/** The value with definitions that it holds as short as can be: what they say has vectors of its own. */
function shorten(schema: Schema, value: Json): Json {
  if (!isObject(value)) return value;
  const { properties = {}, required = [] } = schema;
  const members = Object.entries(value).flatMap(([name, member]): [string, Json][] => {
    const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (own === undefined) return [[name, member]];
    if (!isNamed(own)) return [[name, shorten(own, member)]];
    return required.includes(name) ? [[name, sample(own)]] : [];
  });
  return Object.fromEntries(members);
}

/**
 * A valid value to vary, made of an example: the example itself, unless that is long.
 * @param schema flat, which accepts the example
 */
export function slim(schema: Schema, example: Json): Json {
  if (JSON.stringify(example).length <= maxExample) return example;
  const short = shorten(schema, example);
  return accepts(schema, short) ? short : example;
}
