import type { Event } from "../catalog/catalog.ts";
import type { Json } from "../json/json.ts";
import { notice, type OutputFile, schemaPath, toJsonText } from "./file.ts";
import { markdownCode } from "./markdown.ts";
import { sample } from "../vectors/sample.ts";
import { maxExample, slim } from "../vectors/slim.ts";

/** A payload that only exists as bytes: a JSON parser has to refuse it before any schema can. */
interface RawVector {
  readonly description: string;
  /** The rule of the profile that it breaks; none where it keeps all. */
  readonly breaks?: Rule;
  readonly bytes: Uint8Array;
}

/** The profile that a receiver should enforce before it validates. */
const profile = {
  "utf-8": "The bytes are UTF-8 (RFC 3629): no other encoding, no encoded surrogates.",
  "no-bom": "They do not start with a byte order mark (RFC 8259, section 8.1).",
  json: "They are one JSON text (RFC 8259): no comments, no trailing commas, no NaN, nothing behind it.",
  "no-lone-surrogates": "No `\\ud800` to `\\udfff` escape stands alone: languages disagree on what it decodes to.",
  "unique-keys": "No object has a member twice: parsers keep the first or the last, so two services see two events.",
  depth: "Arrays and objects are nested 64 deep at most: parsers stop anywhere from 100 to 10,000.",
  "finite-numbers": "Numbers are within the range of a double: 1e400 is infinite here and an error there.",
} as const;

type Rule = keyof typeof profile;

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);

const odd = (breaks: Rule, description: string, bytes: Uint8Array): RawVector => ({ description, breaks, bytes });

/** The payloads, made of the text of a valid event. */
function rawVectors(text: string): RawVector[] {
  const grown = (member: string): Uint8Array => encode(`${text.slice(0, -1)},${member}}`);
  return [
    { description: "the example, compact", bytes: encode(text) },
    { description: "white space around it, and CRLF", bytes: encode(`\r\n\t ${text}\r\n`) },
    { description: "an escaped pair of surrogates", bytes: grown('"x":"\\ud83d\\ude00"') },
    { description: "an unknown member, 63 levels inside the event", bytes: grown(`"x":${nested(63)}`) },
    odd("no-bom", "a byte order mark before it", encode(`\uFEFF${text}`)),
    odd("utf-8", "UTF-16", Uint8Array.from([...text].flatMap((char) => [char.charCodeAt(0), 0]))),
    odd(
      "utf-8",
      "a byte that no UTF-8 has",
      Uint8Array.from([...grown('"x":"?"')].map((byte) => (byte === 0x3f ? 0xff : byte))),
    ),
    odd(
      "utf-8",
      "a surrogate encoded as if it were a character",
      Uint8Array.from([...encode(`${text.slice(0, -1)},"x":"`), 0xed, 0xa0, 0x80, ...encode('"}')]),
    ),
    odd("json", "NaN", grown('"x":NaN')),
    odd("json", "Infinity", grown('"x":-Infinity')),
    odd("json", "a comment", encode(`/* x */${text}`)),
    odd("json", "a trailing comma", encode(`${text.slice(0, -1)},}`)),
    odd("json", "single quotes", grown("'x':1")),
    odd("json", "a line break inside a string", grown('"x":"\n"')),
    odd("json", "a number with a leading zero", grown('"x":01')),
    odd("json", "cut off", encode(text.slice(0, -1))),
    odd("json", "a second text behind it", encode(`${text}{}`)),
    odd("json", "nothing", encode("")),
    odd("no-lone-surrogates", "half of a pair of surrogates", grown('"x":"\\ud83d"')),
    odd(
      "unique-keys",
      "type twice, the same",
      grown(text.slice(text.indexOf('"type":')).replace(/^("type":"[^"]*").*$/, "$1")),
    ),
    odd("unique-keys", "type twice, the last one of another event", grown('"type":"other"')),
    odd("unique-keys", "a member twice, once escaped", grown('"x":1,"\\u0078":2')),
    odd("depth", "an unknown member, 64 levels inside the event", grown(`"x":${nested(64)}`)),
    odd("depth", "1,000 levels", grown(`"x":${nested(1000)}`)),
    odd("finite-numbers", "a number that no double holds", grown('"x":1e400')),
  ];
}

/** The text of a valid event. */
const textOf = ({ schema }: Event): string => JSON.stringify(slim(schema, schema.examples?.[0] ?? sample(schema)));

/**
 * The raw payloads of events, in base64. They tell nothing of schemas, and each is a copy of an entire event: of events with
 * long payloads only the first has them, where there is no other.
 */
export function emitAllRawVectors(events: readonly Event[]): OutputFile[] {
  const all = events.map((event) => [event, textOf(event)] as const);
  const short = all.filter(([, text]) => text.length <= maxExample);
  return (short.length > 0 ? short : all.slice(0, 1)).map(([event, text]) => emitRawVectors(event, text));
}

function emitRawVectors({ type, document }: Event, text: string): OutputFile {
  const tests = rawVectors(text).map(({ description, breaks, bytes }) => ({
    description,
    ...(breaks === undefined ? {} : { breaks }),
    base64: Buffer.from(bytes).toString("base64"),
    valid: breaks === undefined,
  }));
  const value = { $comment: notice(schemaPath(document.file)), description: type, tests };
  return { path: `vectors/${type}.raw.json`, text: toJsonText(value as unknown as Json) };
}

/**
 * The page that says what the vectors are, and what a receiver should enforce before it asks a schema.
 * @param leftOut how many candidates were left out of each file, where that is not none
 */
export function emitVectorPage(leftOut: ReadonlyMap<string, number>): OutputFile {
  const lines = [...leftOut].map(([path, number]) => `| ${markdownCode(path.replace("vectors/", ""))} | ${number} |`);
  const cut =
    lines.length === 0
      ? ""
      : `\nA file has about a million characters at most. So many candidates more, repeats among them, were left out:\n\n| file | left out |\n| --- | --- |\n${lines.join("\n")}\n`;
  const rows = Object.entries(profile).map(([rule, text]) => `| \`${rule}\` | ${text} |`);
  const text = `<!-- ${notice("scripts/emit/rawVectors.ts")} -->

# Test vectors

\`<type>.json\` has the shape of the JSON-Schema-Test-Suite: a schema, and payloads with their verdict. They are made from
the schema: every constraint has payloads on both sides of it. What an event holds has vectors of its own, under its title in
\`objects/\`. Run them through your validator before you trust it.
${cut}
\`<type>.raw.json\` holds payloads that only exist as bytes, in base64. No schema ever sees them: the JSON parser has
done so before. \`valid\` is the verdict of this profile, which a receiver should enforce on the raw body:

| rule | demands |
| --- | --- |
${rows.join("\n")}

\`parse\` of the package refuses what breaks the first three. \`JSON.parse\` itself keeps the last of two equal keys, reads
any depth and reads 1e400 as infinite; schemas of events say nothing of unknown members, so these pass. A receiver that
forwards the raw body to another service should refuse them.
`;
  return { path: "vectors/README.md", text };
}
