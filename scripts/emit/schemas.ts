import type { Event } from "../catalog/catalog.ts";
import type { Json } from "../catalog/json.ts";
import { mapSchema, ownKeywords } from "../catalog/keywords.ts";
import type { Definition, Schema } from "../catalog/schema.ts";
import { formats } from "../formats.ts";
import { notice, type OutputFile, schemaPath, toJsonText } from "./file.ts";
import { inline } from "./view.ts";

/**
 * A flat schema as every language's validator understands it: standard keywords only, formats as patterns, no default
 * (a validator that fills defaults would accept an event that lacks the member).
 */
export function sharedView(schema: Schema): Schema {
  const { title, description, format, default: standard, ...rest } = schema;
  const row = format === undefined ? undefined : formats.get(format);
  const words = [
    ...(description === undefined ? [] : [description]),
    ...(row === undefined ? [] : [`Format: ${row.name}; must be ${row.expected}.`]),
    ...(standard === undefined ? [] : [`Default: ${JSON.stringify(standard)}.`]),
  ].join(" ");
  const plain = Object.fromEntries(Object.entries(rest).filter(([name]) => !ownKeywords.includes(name)));
  return mapSchema(
    {
      ...(title === undefined ? {} : { title }),
      ...(words === "" ? {} : { description: words }),
      ...plain,
      // The `not` is what `$` alone is not everywhere: a refusal of a trailing newline. Its `type` lets null pass.
      ...(row === undefined
        ? {}
        : { ...(row.keepsFormat ? { format: row.name } : {}), pattern: row.pattern, not: { type: "string", pattern: `[^${row.alphabet}]` } }),
    },
    sharedView,
  );
}

/** The drafts that shared schemas are written for. A flat schema means the same in both. */
export const drafts = {
  "2020-12": { $schema: "https://json-schema.org/draft/2020-12/schema", folder: "schemas" },
  // For validators that read nothing newer, such as Fastify's.
  "draft-07": { $schema: "http://json-schema.org/draft-07/schema#", folder: "schemas/draft-07" },
} as const;

export type Draft = keyof typeof drafts;

/** The shared schema of one event. */
export function sharedSchema({ document, schema }: Definition, draft: Draft): Schema {
  return {
    $schema: drafts[draft].$schema,
    $comment: notice(schemaPath(document.file)),
    ...sharedView(inline(schema)),
  };
}

/** The shared schema of one event, a file per draft. */
export function emitSchemas(event: Event): OutputFile[] {
  return (Object.keys(drafts) as Draft[]).map((draft) => ({
    path: `${drafts[draft].folder}/${event.type}.schema.json`,
    text: toJsonText(sharedSchema(event, draft) as unknown as Json),
  }));
}
