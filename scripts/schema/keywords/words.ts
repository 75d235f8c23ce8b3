import { formats } from "../../formats/formats.ts";
import type { Json } from "../../json/json.ts";
import { toJson } from "../../json/text.ts";
import { expand } from "../expand.ts";
import type { Schema } from "../schema.ts";

const typeNames: Readonly<Record<string, string>> = {
  string: "a string",
  number: "a number",
  integer: "an integer",
  boolean: "a boolean",
  object: "an object",
  array: "an array",
  null: "null",
};

/** Constants are repeated up to this length, in characters of JSON. */
const maxConstant = 80;

/** Values of an enum that a sentence lists. */
const maxListed = 20;

/** "a", "a or b", "a, b or c". */
export function orList(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} or ${items.at(-1)}`;
}

/** "1 item", "2 items". */
export function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? "" : "s"}`;
}

/** A constant as JSON, or its kind where it is too long for a sentence. */
export function constant(value: Json): string {
  const text = toJson(value);
  return text.length <= maxConstant ? text : "the value that the schema names";
}

/** "one of" many values, or a few of them in words. */
export function enumeration(values: readonly Json[]): string {
  const shown = values.slice(0, maxListed).map(constant);
  return values.length > maxListed ? `one of ${shown.join(", ")} and ${values.length - maxListed} more` : orList(shown);
}

/** The names of types: "a string or null". */
export function typeList(types: string | readonly string[]): string {
  return orList([types].flat().map((type) => typeNames[type] ?? type));
}

/** A title as a noun: "a Point", "an Event". */
export function withArticle(title: string): string {
  return `${/^[AEIO]/i.test(title) ? "an" : "a"} ${title}`;
}

/** What a schema wants, as a noun: "a Point", "null", "an RFC 3339 date". */
export function noun(node: Schema): string {
  const schema = expand(node);
  if (schema.const !== undefined) return constant(schema.const);
  if (schema.enum !== undefined) return enumeration(schema.enum);
  if (schema.format !== undefined) return formats.get(schema.format)?.expected ?? schema.format;
  if (schema.title !== undefined) return withArticle(schema.title);
  return schema.type === undefined ? "a value" : typeList(schema.type);
}
