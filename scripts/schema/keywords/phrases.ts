import { expand } from "../expand.ts";
import { isAssertion, rows } from "../keywords.ts";
import type { Schema } from "../schema.ts";
import { sentence } from "../sentence.ts";
import { noun } from "./words.ts";

/** What a noun says already. */
const inNoun: ReadonlySet<string> = new Set(["type", "const", "enum", "format"]);

/** The sentences of a schema's keywords that its noun leaves out; undefined where a sentence cannot say all. */
function sentencesOf(schema: Schema): string[] | undefined {
  const said: string[] = [];
  for (const keyword of Object.keys(schema)) {
    const row = rows.get(keyword);
    if (row === undefined || !isAssertion(row) || row.isRead || inNoun.has(keyword)) continue;
    if (row.inside !== undefined || row.missing !== undefined) return undefined;
    said.push(sentence(keyword, schema));
  }
  return said;
}

const verbs: readonly (readonly [start: RegExp, one: string, many: string])[] = [
  [/^must not be /, "is not ", "are not "],
  [/^must be /, "is ", "are "],
  [/^must not /, "does not ", "do not "],
  [/^must match /, "matches ", "match "],
  [/^must have /, "has ", "have "],
  [/^must hold /, "holds ", "hold "],
];

/** A sentence that begins with "must" as a clause behind "that". */
function clause(text: string, isPlural: boolean): string {
  const [start, one, many] = verbs.find(([begins]) => begins.test(text)) ?? [/^must /, "has to ", "have to "];
  return text.replace(start, isPlural ? many : one);
}

/**
 * What several things of a kind are or do, as words behind "that": "match the pattern ^[a-z]+$ and are not empty".
 * @returns undefined where the schema demands nothing, or more than a clause can say
 */
export function clausesOf(schema: Schema): string | undefined {
  const said = sentencesOf(expand(schema));
  return said === undefined || said.length === 0 ? undefined : said.map((text) => clause(text, true)).join(" and ");
}

/**
 * What a schema wants, as a noun with all that it demands: "an integer that is at least 5".
 * @param otherwise what is said where that is too much for a noun
 */
export function nounPhrase(node: Schema, otherwise: string): string {
  const schema = expand(node);
  if (schema.title !== undefined) return noun(schema);
  const said = sentencesOf(schema);
  if (said === undefined) return otherwise;
  const clauses = said.map((text) => clause(text, false)).join(" and ");
  return clauses === "" ? noun(schema) : `${noun(schema)} that ${clauses}`;
}
