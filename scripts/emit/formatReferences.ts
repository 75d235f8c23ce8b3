import { formats } from "../formats/formats.ts";
import type { Schema } from "../schema/schema.ts";
import { mapSchema, subschemas } from "../schema/walk.ts";
import { formatDemand, formatSentence } from "./shared.ts";

/** Formats by the text of their pattern. */
const byPattern = new Map([...formats.values()].map((row) => [row.pattern, row]));

/** What the demands of a format are called under `$defs`: no title has a hyphen. */
const definitionName = (format: string): string => `${format}-format`;

/**
 * A shared schema that refers to the demands of formats instead of repeating them: the pattern of a URI is longer than most
 * schemas. By `allOf`, for in draft-07 nothing counts beside a `$ref`.
 */
export function referToFormats(shared: Schema): Schema {
  const { pattern, not, description = "", ...rest } = shared;
  const format = pattern === undefined || not === undefined ? undefined : byPattern.get(pattern);
  if (format === undefined) return mapSchema(shared, referToFormats);
  const words = description.replace(formatSentence(format), `Format: ${format.name}.`);
  const reference: Schema = { $ref: `#/$defs/${definitionName(format.name)}` };
  return {
    ...(words === "" ? {} : { description: words }),
    ...mapSchema(rest, referToFormats),
    allOf: [...(rest.allOf ?? []).map(referToFormats), reference],
  };
}

/**
 * The demands of the formats that shared schemas refer to, by their names under `$defs`.
 * @param schemas made by {@link referToFormats}
 */
export function formatDefinitions(schemas: readonly Schema[]): Readonly<Record<string, Schema>> {
  const used = new Set(schemas.flatMap((schema) => [...subschemas(schema)].map(([{ $ref }]) => $ref)));
  const named = [...formats.values()].filter(({ name }) => used.has(`#/$defs/${definitionName(name)}`));
  return Object.fromEntries(
    named.map((row) => [definitionName(row.name), { description: formatSentence(row), ...formatDemand(row) }]),
  );
}
