import type { Event } from "../catalog/catalog.ts";
import { sharedText } from "../emit/sharedText.ts";
import { patternHistory } from "../formats/history.ts";
import { remembered } from "../remembered.ts";
import { link } from "../schema/link.ts";
import type { Schema } from "../schema/schema.ts";
import { mapSchema } from "../schema/walk.ts";

/** Formats by their patterns, those of versions that were published before among them. */
const byPattern: ReadonlyMap<string, string> = new Map(
  Object.entries(patternHistory).flatMap(([name, patterns]) => patterns.map((pattern) => [pattern, name] as const)),
);

/** Words that a shared schema has behind the description: listed values, the format, the default. */
const generatedWords = /(?:^| )(?:One of .+; others may come\.|Format: [\w-]+[;.]|Default: )[^]*$/;

/** Whether a schema is the refusal of characters beside a format's pattern. */
const isRefusal = (schema: Schema | undefined): boolean => schema?.pattern?.startsWith("[^") === true;

/** A node of a shared schema without what the tool wrote into it: patterns of formats are formats again. */
const withoutGenerated = remembered((schema: Schema): Schema => {
  const { $comment: _, description, pattern, not, ...rest } = mapSchema(schema, withoutGenerated);
  const words = description?.replace(generatedWords, "");
  const format = pattern === undefined ? undefined : byPattern.get(pattern);
  return {
    ...rest,
    ...(words === undefined || words === "" ? {} : { description: words }),
    ...(pattern === undefined || format !== undefined ? {} : { pattern }),
    ...(format === undefined ? {} : { format }),
    ...(not === undefined || (format !== undefined && isRefusal(not)) ? {} : { not }),
  };
});

/**
 * The schema of an event as a package has it, as one that can be compared: flat, without our own keywords.
 * @param shared the shared schema, of this version of the tool or of one before
 */
export function toFlat(shared: Schema): Schema {
  return link(withoutGenerated(shared));
}

/** An event with the schema that its package would have. */
export function flatEvent(event: Event): Event {
  const schema = toFlat(sharedText(event));
  return { ...event, schema, composed: schema };
}
