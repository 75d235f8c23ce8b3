import { withoutHidden } from "../json/hidden.ts";
import type { Json } from "../json/json.ts";
import { toJson } from "../json/text.ts";
import type { Schema } from "../schema/schema.ts";

/**
 * The words of a schema as the text of a doc comment: description first, then one tag per fact.
 * @returns safe inside a comment; undefined where there is nothing to say
 */
export function docText(schema: Schema): string | undefined {
  const { description, examples = [], default: standard, format } = schema;
  // An entire document as an example stands in the schema; in a hover it would bury the words.
  const short = examples.map((example) => toJson(example)).filter((text) => text.length <= 120);
  const tags = [
    ...short.map((text) => `@example ${text}`),
    ...(standard === undefined ? [] : [`@defaultValue ${toJson(standard satisfies Json)}`]),
    ...(format === undefined ? [] : [`@format ${format}`]),
    ...(schema["x-sensitive"] === true ? ["@remarks Sensitive: a credential. Keep it out of logs and traces."] : []),
    ...(schema["x-stability"] === "preview" ? ["@beta"] : []),
    ...(schema.deprecated === true ? ["@deprecated"] : []),
  ];
  const text = [...(description === undefined ? [] : [description, ...(tags.length > 0 ? [""] : [])]), ...tags];
  return text.length === 0 ? undefined : harmless(text.join("\n"));
}

/**
 * Words as they can stand in a comment of several lines. What is invisible goes first: without it, two signs that it kept
 * apart can end the comment.
 */
export function harmless(text: string): string {
  const lines = text.replace(/\r\n?|[\u2028\u2029]/g, "\n").replaceAll("\t", " ");
  // TypeScript takes these for orders to the compiler, whoever wrote them.
  return withoutHidden(lines)
    .replaceAll("*/", "*\\/")
    .replace(/^(\s*)@ts-/gm, "$1\\@ts-");
}
