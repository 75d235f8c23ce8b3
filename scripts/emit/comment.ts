import type { Json } from "../json/json.ts";
import type { Schema } from "../schema/schema.ts";

/**
 * The words of a schema as the text of a doc comment: description first, then one tag per fact.
 * @returns safe inside a comment; undefined where there is nothing to say
 */
export function docText(schema: Schema): string | undefined {
  const { description, examples = [], default: standard, format } = schema;
  // An entire document as an example stands in the schema; in a hover it would bury the words.
  const short = examples.map((example) => JSON.stringify(example)).filter((text) => text.length <= 120);
  const tags = [
    ...short.map((text) => `@example ${text}`),
    ...(standard === undefined ? [] : [`@defaultValue ${JSON.stringify(standard satisfies Json)}`]),
    ...(format === undefined ? [] : [`@format ${format}`]),
    ...(schema["x-sensitive"] === true ? ["@remarks Sensitive: a credential. Keep it out of logs and traces."] : []),
    ...(schema["x-stability"] === "preview" ? ["@beta"] : []),
    ...(schema.deprecated === true ? ["@deprecated"] : []),
  ];
  const text = [...(description === undefined ? [] : [description, ...(tags.length > 0 ? [""] : [])]), ...tags];
  return text.length === 0 ? undefined : harmless(text.join("\n"));
}

/** Takes away what would end a comment or break its line; other control characters would be invisible. */
export function harmless(text: string): string {
  return text
    .replaceAll("*/", "*\\/")
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (char) => (char === "\n" ? char : ""));
}
