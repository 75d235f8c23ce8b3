import { isAssertion, rows } from "./keywords.ts";
import type { Schema } from "./schema.ts";

/** Characters of a sentence: what a log, and a person, takes. */
const maxSentence = 300;

/**
 * The sentence that an issue says for a broken keyword.
 * @param keyword of the table
 * @param schema the schema that holds it
 * @returns goes on from the pointer of the value; names what was expected, never what was found
 * @throws Error for a keyword that makes no demand
 */
export function sentence(keyword: string, schema: Schema): string {
  const row = rows.get(keyword);
  if (row === undefined || !isAssertion(row)) throw new Error(`No sentence for the keyword ${keyword}.`);
  const text = row.expected(schema[keyword] as never, schema);
  return text.length > maxSentence ? `${text.slice(0, maxSentence - 1).replace(/[\uD800-\uDBFF]$/, "")}…` : text;
}
