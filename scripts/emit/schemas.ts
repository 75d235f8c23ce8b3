import type { Event } from "../catalog/catalog.ts";
import type { Json } from "../json/json.ts";
import type { Definition, Schema } from "../schema/schema.ts";
import { inDraft07 } from "../runtime/draft07.js";
import { drafts as targets } from "../runtime/jsonSchema.js";
import { notice, type OutputFile, schemaPath, toJsonText } from "./file.ts";
import { sharedText } from "./sharedText.ts";

/** The drafts that shared schemas are written for. */
export const drafts = {
  "2020-12": { $schema: targets["draft-2020-12"] as string, folder: "schemas" },
  // For validators that read nothing newer, such as Fastify's.
  "draft-07": { $schema: targets["draft-07"] as string, folder: "schemas/draft-07" },
} as const;

export type Draft = keyof typeof drafts;

/** The shared schema of one event. */
export function sharedSchema(definition: Definition, draft: Draft): Schema {
  const shared = sharedText(definition);
  return {
    $schema: drafts[draft].$schema,
    $comment: notice(schemaPath(definition.document.file)),
    ...(draft === "draft-07" ? inDraft07(shared) : shared),
  };
}

/** The shared schema of one event, a file per draft. */
export function emitSchemas(event: Event): OutputFile[] {
  return (Object.keys(drafts) as Draft[]).map((draft) => ({
    path: `${drafts[draft].folder}/${event.type}.schema.json`,
    text: toJsonText(sharedSchema(event, draft) as unknown as Json),
  }));
}
