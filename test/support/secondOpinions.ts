import { isIPv4, isIPv6 } from "node:net";
import { fullFormats } from "ajv-formats/dist/formats.js";
import { formats } from "../../scripts/formats/formats.ts";
import { compiles, unportable } from "../../scripts/rules/patternSyntax.ts";

/** Where our row and another implementation differ on purpose. */
export interface Difference {
  readonly why: string;
  /** Our verdict; the other's is the opposite. */
  readonly ours: boolean;
  /** What texts of this kind match. */
  readonly kind: RegExp;
  readonly example: string;
}

/** What somebody else's code says about a format. */
export interface Opinion {
  readonly format: string;
  readonly by: string;
  readonly says: (text: string) => boolean;
  readonly differences: readonly Difference[];
}

type Entry = readonly [why: string, kind: RegExp, example: string];

const difference =
  (ours: boolean) =>
  ([why, kind, example]: Entry): Difference => ({ why, ours, kind, example });
const refused = difference(false);
const accepted = difference(true);

/**
 * The opinion of ajv-formats, in its full mode.
 * @param refuses what only our row refuses
 * @param accepts what only our row accepts
 */
function ajv(format: string, refuses: readonly Entry[] = [], accepts: readonly Entry[] = []): Opinion {
  const theirs: unknown = (fullFormats as Record<string, unknown>)[format];
  const test = (theirs as { validate?: unknown }).validate ?? theirs;
  const says = test instanceof RegExp ? (text: string) => test.test(text) : (test as (text: string) => boolean);
  return { format, by: "ajv-formats", says, differences: [...refuses.map(refused), ...accepts.map(accepted)] };
}

const controls = (example: string): Entry => [
  "a control character, an odd space or a mark of direction",
  /[^ -~\u00a1-\u2027\u2030-\uffff]/,
  example,
];
const clock = (day: string): readonly Entry[] => [
  ["t or z in lower case", /[tz]/, `${day}19:38:34z`],
  ["a leap second", /:60(?:\.|[Zz+-])/, `${day}23:59:60Z`],
  ["an hour or minute too large, which the offset leads back", /(?:2[4-9]|[3-9]\d|:[6-9]\d):/, `${day}24:01:00+00:02`],
  ["an offset without a colon or minutes", /[+-]\d\d(?:\d\d)?$/, `${day}19:38:34+05`],
  ["ten digits of a fraction", /\.\d{10}/, `${day}19:38:34.1234567890Z`],
];
const authority: readonly Entry[] = [
  ["an authority that is none, read as a path behind an empty one", /^[^/?#]*\/\/[^[\]]*$/, "https://a:b/"],
  ["no port, or one of six digits, behind brackets", /\]:(?:\d{6,})?(?:[/?#]|$)/, "https://[::1]:/"],
  ["an address of a later IP version", /\[v[0-9a-f]+\./i, "https://[v1.a]/"],
  ["a zero in front in an IPv4 address in brackets", /\[[0-9a-f:]*:(?:\d+\.)*0\d/i, "https://[::1.2.3.04]/"],
  ["an address in brackets behind one slash", /^[^/?#]*\/(?!\/)[^/?#]*\[/, "https:/[::1]/"],
];

/** The implementations that our rows are compared with. */
export const opinions: readonly Opinion[] = [
  ajv("date-time", [
    ["the year 0000", /^0000/, "0000-01-01T00:00:00Z"],
    ["white space for the T", /^.{10}\s/, "2022-02-21 19:38:34Z"],
    ...clock("2022-02-21T"),
  ]),
  ajv("date", [["the year 0000", /^0000/, "0000-01-01"]]),
  ajv("time", clock("")),
  ajv("duration", [["a unit left out between two", /Y\d+D|H\d+S/, "PT1H5S"]]),
  ajv(
    "email",
    [["a label of more than 63 characters", /[0-9A-Za-z-]{64}/, `a@${"b".repeat(64)}.example`]],
    [
      ["a domain of one label", /@[^.]+$/, "a@b"],
      ["a dot at an end of the name, or two together", /^\.|\.\..*@|\.@/, "a..b@example.com"],
    ],
  ),
  ajv(
    "hostname",
    [["a dot at the end", /\.$/, "example.com."]],
    [["more than 253 characters", /^[^]{254}/, "a.".repeat(127) + "a"]],
  ),
  ajv("ipv4"),
  ajv("ipv6"),
  ajv("uri", authority, [["nothing behind the scheme but a query or fragment", /^[^/?#:]+:(?:[?#]|$)/, "urn:?q"]]),
  ajv("uri-reference", [
    ...authority,
    ["a colon in the first segment that ends no scheme", /^[^/?#]*:/, "1a:b"],
    ["a quotation mark", /"/, '/"'],
  ]),
  ajv("uri-template", [controls("/\u00a0")], [["a dot in a name", /\{[^}]*\./, "{a.b}"]]),
  ajv("uuid", [["urn:uuid: in front", /^urn:uuid:/i, "urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66"]]),
  ajv("json-pointer", [controls("/\t")]),
  ajv("relative-json-pointer", [controls("0/\t")], [["a move in an array, new in a later draft", /^\d+[+-]/, "0-1"]]),
  { format: "ipv4", by: "node:net", says: isIPv4, differences: [] },
  { format: "ipv6", by: "node:net", says: isIPv6, differences: [refused(["a zone", /%/, "fe80::1%eth0"])] },
  {
    format: "ipv6",
    by: "WHATWG URL",
    says: (text) => URL.canParse(`http://[${text}]/`),
    differences: [
      refused(["what it takes out before it reads, and what leads out of the brackets", /[\t\n\r\]@]/, "::1\n"]),
    ],
  },
  {
    format: "iri",
    by: "uri, with what is beyond ASCII in percent escapes",
    says: (text) => formats.get("uri")!.regex.test(encoded(text)),
    differences: [refused(controls("urn:\u00a0"))],
  },
  {
    format: "iri-reference",
    by: "uri-reference, with what is beyond ASCII in percent escapes",
    says: (text) => formats.get("uri-reference")!.regex.test(encoded(text)),
    differences: [refused(controls("/\u00a0"))],
  },
  {
    format: "regex",
    by: "the rule pattern-portable",
    // What does not compile, another rule reports.
    says: (text) => compiles(text, "u") && unportable(text).length === 0,
    differences: [
      refused(controls("a\t")),
      refused(["six groups inside each other", /(?:\([^]*){6}/, "((((((a))))))"]),
      refused(["a bound with a zero in front", /\{0\d|,0\d/, "a{01}"]),
      accepted(["bounds in the wrong order", /\{\d+,\d+\}/, "a{2,1}"]),
      accepted(["a range in the wrong order", /\[[^]*-/, "[z-a]"]),
      accepted(["a doubled sign in a class", /\[[^]*([!#%&*+,.:;<=>?@^`~])\1/, "[&&]"]),
    ],
  },
];

function encoded(text: string): string {
  return text.replaceAll(/[^\0-\x7f]+/gu, (chars) => encodeURIComponent(chars.replaceAll(/\p{Surrogate}/gu, "\ufffd")));
}
