import { toJson } from "../json/text.ts";
import { remembered } from "../remembered.ts";
import { isOwnKeyword } from "../schema/keywords.ts";
import { uniqueApart } from "../schema/canonical.ts";
import { mapSchema } from "../schema/walk.ts";
import type { Definition, Schema } from "../schema/schema.ts";
import { type Format, formats } from "../formats/formats.ts";

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

/** What a format is, in words. */
export function formatSentence({ name, expected }: Pick<Format, "name" | "expected">): string {
  return `Format: ${name}; must be ${expected}.`;
}

/** What a format demands, as patterns. */
export function formatDemand({ name, pattern, alphabet, keepsFormat }: Format): Schema {
  return { ...(keepsFormat ? { format: name } : {}), pattern, ...refusal(undefined, alphabet) };
}

/** What one member asks beside it, without a keyword of which drafts have different names: either it is absent, or that holds. */
const besides = (name: string, asked: Schema): Schema => ({
  anyOf: [{ not: { type: "object", required: [name] } }, asked],
});

/** A schema with further demands: among its own keywords where it has none of the same name, else beside them. */
function withDemands(schema: Schema, demands: readonly Schema[]): Schema {
  const own = new Set(Object.keys(schema));
  const [among, beside]: [Schema[], Schema[]] = [[], []];
  for (const demand of demands) {
    const names = Object.keys(demand);
    (names.some((name) => own.has(name)) ? beside : among).push(demand);
    for (const name of names) own.add(name);
  }
  const all: Schema = Object.assign({}, schema, ...among);
  return beside.length === 0 ? all : { ...all, allOf: [...(schema.allOf ?? []), ...beside] };
}

/**
 * Where an object is closed to names without a pattern, what `$` lets pass elsewhere, a name that ends in a line break, is
 * refused as well. In an open one such a name is any other.
 */
function closedPatterns({ patternProperties = {}, additionalProperties }: Schema): Schema {
  const isClosed = additionalProperties === false && Object.keys(patternProperties).some(isOneLine);
  return isClosed ? { patternProperties: { ...patternProperties, [lineBreaks]: { not: {} } } } : {};
}

/**
 * A flat schema as every language's validator understands it: standard keywords only, formats as patterns, no default
 * (a validator that fills defaults would accept an event that lacks the member).
 */
export const sharedView: (schema: Schema) => Schema = remembered((flat: Schema): Schema => {
  if (flat.ref !== undefined) return reference(flat, flat.ref);
  const schema = uniqueApart(flat);
  const { title, description, format, default: standard, dependentRequired, dependentSchemas, ...rest } = schema;
  const { "x-open": listed } = schema;
  const row = format === undefined ? undefined : formats.get(format);
  const words = [
    ...(description === undefined ? [] : [description]),
    ...(listed === undefined ? [] : [`One of ${listed.map((value) => toJson(value)).join(", ")}; others may come.`]),
    ...(row === undefined ? [] : [formatSentence(row)]),
    ...(row !== undefined || format === undefined ? [] : [`Format: ${format}.`]),
    ...(standard === undefined ? [] : [`Default: ${toJson(standard)}.`]),
  ].join(" ");
  const shared = Object.fromEntries(Object.entries(rest).filter(([name]) => !isOwnKeyword(name)));
  const view = mapSchema(
    {
      ...(title === undefined ? {} : { title }),
      ...(words === "" ? {} : { description: words }),
      ...shared,
      ...closedPatterns(schema),
    },
    sharedView,
  );
  return withDemands(view, [
    ...(row === undefined ? [] : [formatDemand(row)]),
    refusal(schema.pattern, undefined),
    ...Object.entries(dependentRequired ?? {}).map(([name, required]) => besides(name, { required })),
    ...Object.entries(dependentSchemas ?? {}).map(([name, asked]) => besides(name, sharedView(asked))),
  ]);
});

/** A reference to a definition that is referred to: in draft-07 nothing beside it counts, and so there are words only. */
function reference({ description }: Schema, { name }: Definition): Schema {
  return { ...(description === undefined ? {} : { description }), $ref: `#/$defs/${name}` };
}
