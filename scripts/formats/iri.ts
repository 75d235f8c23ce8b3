import { beyondAscii, noOddBreaks } from "./beyondAscii.ts";
import type { FormatRow } from "./format.ts";
import { hostAndPort, narrowings, uriPatterns } from "./rfc3986.ts";

const { absolute, reference } = uriPatterns(beyondAscii);

const differs: readonly string[] = [
  ...narrowings,
  "Of the characters beyond ASCII, U+00A0 and U+2028 to U+202F are refused, and all others pass, private ones and unassigned ones too.",
];

export const iri: FormatRow = {
  name: "iri",
  standard: "RFC 3987 section 2.2",
  differs,
  pattern: `^${absolute}$`,
  alphabet: `!#-;=?-Z\\[\\]_a-z~${beyondAscii}`,
  within: ["iri-reference"],
  expected: `an absolute IRI (${hostAndPort}; ${noOddBreaks}), such as https://m\u00fcller.example`,
  valid: [
    "https://m\u00fcller.example",
    "https://api.gigs.com/a",
    "https://\u4f8b\u3048.example/\u30c6\u30b9\u30c8?\u00e4=\u00f6#\u00fc",
    "https://us\u00e9r@h.example:80/%C3%A9/\u00e9",
    "http://user:pw@[2001:db8::1]/p",
    "urn:\u{1f600}",
    "mailto:s\u00f6meone@ex\u00e4mple.com",
  ],
  invalid: [
    "",
    "m\u00fcller.example",
    "//m\u00fcller.example",
    "h\u00e4ttp://a.example",
    "https://",
    "https:///\u00e4",
    "https://m\u00fcller.example:\u0967/",
    "https://[zz]/",
    "https://[\u00e4]/",
    "https://\u00e4 b/",
    "https://a.example/%\u00e4",
    "https://a.example/\u00a0",
    "https://a.example/\u0085",
    "https://a.example/\u2028",
    "https://a.example/\u202e",
    "https://a.example/\u00e4#a#b",
    "https://a.example/<\u00e4>",
    "https://m\u00fcller.example\n",
  ],
  keepsFormat: false,
};

export const iriReference: FormatRow = {
  name: "iri-reference",
  standard: "RFC 3987 section 2.2",
  differs,
  pattern: `^${reference}$`,
  alphabet: `!#-;=?-Z\\[\\]_a-z~${beyondAscii}`,
  expected: `an IRI or a relative reference (${hostAndPort}; ${noOddBreaks}), such as /gr\u00f6\u00dfe`,
  valid: [
    "/gr\u00f6\u00dfe?x=\u00e9#\u00fc",
    "",
    "https://m\u00fcller.example/a",
    "//m\u00fcller.example/a",
    "\u00e4/b:c",
    "./\u00e4:b",
    "?\u00e4",
    "#\u{1f600}",
    "\u00e4",
    "mailto:s\u00f6meone@ex\u00e4mple.com",
  ],
  invalid: [
    "\u00e4 b",
    "\u00e4:b",
    "1\u00e4:b",
    ":\u00e4",
    "///\u00e4",
    "//\u00e4:b/",
    "//[\u00e4]/",
    "/%\u00e4",
    "/\u00e4[0]",
    "/<\u00e4>",
    "/\u00a0",
    "/\u0085",
    "/\u2029",
    "\u00e4\\b",
    "#\u00e4#b",
    "/\u00e4\n",
  ],
  keepsFormat: false,
};
