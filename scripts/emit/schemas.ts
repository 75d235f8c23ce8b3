import type { Event } from "../catalog/catalog.ts";
import type { Json } from "../catalog/json.ts";
import { mapSchema, ownKeywords } from "../catalog/keywords.ts";
import type { Schema } from "../catalog/schema.ts";
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
        : { pattern: row.pattern, not: { type: "string", pattern: `[^${row.alphabet}]` } }),
    },
    sharedView,
  );
}

/** The shared schema of one event. */
export function emitSchema({ type, document, schema }: Event): OutputFile {
  const shared = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $comment: notice(schemaPath(document.file)),
    ...sharedView(inline(schema)),
  };
  return { path: `schemas/${type}.schema.json`, text: toJsonText(shared as unknown as Json) };
}
