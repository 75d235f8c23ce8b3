import type { Json } from "../catalog/json.ts";
import type { Schema } from "../catalog/schema.ts";
import { formats } from "../formats.ts";

const typeNames: Readonly<Record<string, string>> = {
  string: "a string",
  number: "a number",
  integer: "an integer",
  boolean: "a boolean",
  object: "an object",
  array: "an array",
  null: "null",
};

/** "a", "a or b", "a, b or c". */
function orList(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} or ${items.at(-1)}`;
}

/** A constant as JSON, or its kind where it is too long for a sentence. */
function constant(value: Json): string {
  const text = JSON.stringify(value);
  return text.length <= 80 ? text : "the value that the schema names";
}

const plural = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? "" : "s"}`;

/** What a schema wants, as a noun. */
function noun(schema: Schema): string {
  if (schema.const !== undefined) return constant(schema.const);
  if (schema.enum !== undefined) return enumeration(schema.enum);
  if (schema.format !== undefined) return formats.get(schema.format)?.expected ?? schema.format;
  if (schema.title !== undefined) return `a ${schema.title}`;
  return schema.type === undefined ? "a value" : orList([schema.type].flat().map((type) => typeNames[type] ?? type));
}

function enumeration(values: readonly Json[]): string {
  const shown = values.slice(0, 20).map(constant);
  return values.length > 20 ? `one of ${shown.join(", ")} and ${values.length - 20} more` : orList(shown);
}

const branches = (value: unknown): string => orList((value as Schema[]).map(noun));

/** What an issue says for each keyword, from the keyword's value and its schema; goes on from the member's place. */
const sentences: Readonly<Record<string, (value: never, schema: Schema) => string>> = {
  type: (_, schema) => `must be ${noun({ type: schema.type ?? [] })}`,
  const: (value: Json) => `must be ${constant(value)}`,
  enum: (values: Json[]) => `must be ${enumeration(values)}`,
  anyOf: (value) => `must be ${branches(value)}`,
  oneOf: (value) => `must be exactly one of ${branches(value)}`,
  required: () => "must be present",
  format: (_, schema) => `must be ${noun({ format: schema.format ?? "" })}`,
  pattern: (pattern: string) => `must match the pattern ${pattern}`,
  minLength: (limit: number) => (limit === 1 ? "must not be empty" : `must have at least ${plural(limit, "character")}`),
  maxLength: (limit: number) => `must have at most ${plural(limit, "character")}`,
  minimum: (limit: number) => `must be at least ${limit}`,
  maximum: (limit: number) => `must be at most ${limit}`,
  exclusiveMinimum: (limit: number) => `must be more than ${limit}`,
  exclusiveMaximum: (limit: number) => `must be less than ${limit}`,
  multipleOf: (limit: number) => `must be a multiple of ${limit}`,
  minItems: (limit: number) => `must have at least ${plural(limit, "item")}`,
  maxItems: (limit: number) => `must have at most ${plural(limit, "item")}`,
  uniqueItems: () => "must not hold the same item twice",
  minProperties: (limit: number) => `must have at least ${plural(limit, "member")}`,
  maxProperties: (limit: number) => `must have at most ${plural(limit, "member")}`,
  additionalProperties: (_, { properties = {} }) => {
    const names = Object.keys(properties).map((name) => JSON.stringify(name));
    return names.length === 0 ? "must be an empty object" : `must not have members other than ${names.join(", ")}`;
  },
};

/**
 * The sentence that an issue says for a broken keyword.
 * @param keyword the keyword
 * @param schema the schema that holds it
 * @returns goes on from "<place>"; names what was expected, never what was found
 * @throws Error for a keyword without a row: the table of keywords and this one have grown apart
 */
export function sentence(keyword: string, schema: Schema): string {
  const write = sentences[keyword];
  if (write === undefined) throw new Error(`No sentence for the keyword ${keyword}.`);
  return write(schema[keyword] as never, schema);
}
