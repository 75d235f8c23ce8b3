import { type Json, typeOf } from "../../json/json.ts";
import type { Schema } from "../schema.ts";
import { type Annotation, annotation } from "./keyword.ts";
import { allowsType, typesOf } from "./any.ts";

/**
 * `x-open`: true beside an enum, as people write it. In flat and composed schemas it holds the values that the enum listed,
 * for types, words and samples: they demand nothing.
 */
export const open: Annotation<readonly Json[]> = annotation<readonly Json[]>({
  both: (a, b) => [...a, ...b.filter((value) => !a.includes(value))],
  shows: (values) => values,
});

/** The types of listed values; every integer is a number. */
function typesOfValues(values: readonly Json[]): string[] {
  const types = [...new Set(values.map(typeOf))];
  return types.includes("number") ? types.filter((type) => type !== "integer") : types;
}

/**
 * Takes the enum out of a schema that opens it: any value of the type is accepted, and null where the enum lists it.
 * @param schema as it is written; without a type it gets that of the listed values
 * @returns the schema with the listed values as `x-open`; without that keyword where it opens nothing
 */
export function opened(schema: Schema): Schema {
  if (schema["x-open"] === undefined) return schema;
  const { "x-open": isOpen, ...closed } = schema;
  const { enum: values, ...rest } = closed;
  if ((isOpen as unknown) !== true || values === undefined) return closed;
  const named = typesOf(schema).filter((type) => type !== "null" || values.includes(null));
  const types = named.length > 0 ? named : typesOfValues(values);
  return { ...rest, type: types.length === 1 ? (types[0] as string) : types, "x-open": values };
}

/** Leaves of the listed values those that a merged schema still allows; none where it closes what a branch opens. */
export function settleOpen(schema: Schema): Schema {
  const { "x-open": listed, ...closed } = schema;
  if (listed === undefined) return schema;
  if (schema.enum !== undefined || schema.const !== undefined) return closed;
  const types = typesOf(schema);
  const values = listed.filter((value) => types.length === 0 || allowsType(types, typeOf(value)));
  return values.length === 0 ? closed : { ...schema, "x-open": values };
}

/** The types of values that an enum can be opened to. */
const openTypes: ReadonlySet<string> = new Set(["string", "integer", "number", "null"]);

/** Whether an enum can be opened: it lists texts or numbers, maybe null, and nothing else is allowed. */
export function canOpen(schema: Schema): boolean {
  const { enum: values = [] } = schema;
  const types = [...values.map(typeOf), ...typesOf(schema)];
  return values.some((value) => value !== null) && types.every((type) => openTypes.has(type));
}
