import type { JsonObject } from "../json/json.ts";
import type { Finding, Rewriting } from "./rewriting.ts";
import { definitions } from "./rewritings/definitions.ts";
import { dependencies } from "./rewritings/dependencies.ts";
import { exclusiveMaximum, exclusiveMinimum, id } from "./rewritings/draft04.ts";
import { ids } from "./rewritings/ids.ts";
import { nullable } from "./rewritings/nullable.ts";
import { tuples } from "./rewritings/tuples.ts";

/** What older drafts and OpenAPI 3.0 say in another way than 2020-12. A new one is a row. */
const rewritings: readonly Rewriting[] = [
  definitions,
  dependencies,
  tuples,
  nullable,
  ids,
  id,
  exclusiveMinimum,
  exclusiveMaximum,
];

/** Keywords that 2020-12 does not have, and that the rows above name. */
export const olderKeywords: ReadonlySet<string> = new Set([
  "additionalItems",
  "definitions",
  "dependencies",
  "id",
  "nullable",
]);

/** All that one schema object says in an older way, in the order of the table. */
export function findOlder(schema: JsonObject): Finding[] {
  return rewritings.flatMap((rewriting) => rewriting(schema) ?? []);
}
