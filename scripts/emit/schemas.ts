import type { Event } from "../catalog/catalog.ts";
import type { Json } from "../json/json.ts";
import { remembered } from "../remembered.ts";
import { ownKeywords } from "../schema/keywords.ts";
import { mapSchema } from "../schema/walk.ts";
import type { Definition, Schema } from "../schema/schema.ts";
import { formats } from "../formats/formats.ts";
import { drafts as targets } from "../runtime/jsonSchema.js";
import { notice, type OutputFile, schemaPath, toJsonText } from "./file.ts";
import { inline } from "./view.ts";

/** What ends a line somewhere: `$` matches before it in Python, PCRE and Java, `^` and `$` around it in Ruby. */
export const lineBreaks = "[\\n\\r\u0085\u2028\u2029]";

/** Whether a pattern is anchored at both ends and made of printable ASCII only, so that it can match no line break. */
function isOneLine(pattern: string): boolean {
  if (!/^\^[ -~]*\$$/.test(pattern)) return false;
  let rest = pattern
    .slice(1, -1)
    .replace(/\\[^A-Za-z0-9]/g, "x")
    .replace(/\[[^^\]][^\]]*\]/g, "x");
  for (let before = ""; before !== rest;) {
    before = rest;
    rest = rest.replace(/\((?:\?:)?[^()]*\)/g, (group) => (/[.\\[]/.test(group) ? "." : "x"));
  }
  // An alternative outside of groups is anchored at one end only.
  return !/[.\\[\]()|$]/.test(rest);
}

/**
 * What `$` alone is not everywhere: a refusal of line breaks. The `type` inside the `not` lets null pass.
 * @param pattern a schema's own pattern; it gets the refusal where it is anchored and names no character that could
 *   be a line break, so that nothing changes where `$` means the end
 * @param alphabet what a format's text may hold
 */
function refusal(pattern: string | undefined, alphabet: string | undefined): Schema {
  if (alphabet !== undefined) return { not: { type: "string", pattern: `[^${alphabet}]` } } as Schema;
  if (pattern === undefined || !isOneLine(pattern)) return {};
  return { not: { type: "string", pattern: lineBreaks } } as Schema;
}

/**
 * A flat schema as every language's validator understands it: standard keywords only, formats as patterns, no default
 * (a validator that fills defaults would accept an event that lacks the member).
 */
export const sharedView: (schema: Schema) => Schema = remembered((schema: Schema): Schema => {
  const { title, description, format, default: standard, ...rest } = schema;
  const row = format === undefined ? undefined : formats.get(format);
  const words = [
    ...(description === undefined ? [] : [description]),
    ...(row === undefined ? [] : [`Format: ${row.name}; must be ${row.expected}.`]),
    ...(standard === undefined ? [] : [`Default: ${JSON.stringify(standard)}.`]),
  ].join(" ");
  const shared = Object.fromEntries(Object.entries(rest).filter(([name]) => !ownKeywords.includes(name)));
  return mapSchema(
    {
      ...(title === undefined ? {} : { title }),
      ...(words === "" ? {} : { description: words }),
      ...shared,
      ...(row?.keepsFormat ? { format: row.name } : {}),
      ...(row === undefined ? {} : { pattern: row.pattern }),
      ...refusal(row === undefined ? schema.pattern : undefined, row?.alphabet),
    },
    sharedView,
  );
});

/** The drafts that shared schemas are written for. A flat schema means the same in both. */
export const drafts = {
  "2020-12": { $schema: targets["draft-2020-12"] as string, folder: "schemas" },
  // For validators that read nothing newer, such as Fastify's.
  "draft-07": { $schema: targets["draft-07"] as string, folder: "schemas/draft-07" },
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
