import { beyondAscii, noOddBreaks } from "./beyondAscii.ts";
import type { FormatRow } from "./format.ts";
import { percent } from "./rfc3986.ts";

// RFC 6570 section 2: `literals` without its percent escapes, and an expression with its variables.
const literal = `[!#\\x24&\\(-;=?-\\[\\]_a-z~${beyondAscii}]`;
const nameChar = `(?:[0-9A-Z_a-z]|${percent})`;
const variable = `${nameChar}(?:[.]?${nameChar})*(?::[1-9][0-9]{0,3}|[*])?`;
const expression = `\\{[!#&+,.\\x2f;=?@\\|]?${variable}(?:,${variable})*\\}`;

export const uriTemplate: FormatRow = {
  name: "uri-template",
  standard: "RFC 6570 section 2",
  differs: [
    "Of the characters beyond ASCII, U+00A0 and U+2028 to U+202F are refused, and all others pass, unassigned ones too.",
  ],
  pattern: `^${literal}*(?:(?:${percent}|${expression})${literal}*)*$`,
  alphabet: `!#-&\\(-;=?-\\[\\]_a-~${beyondAscii}`,
  expected: `a URI template of RFC 6570 (${noOddBreaks}), such as https://api.gigs.com/projects/{project}`,
  valid: [
    "https://api.gigs.com/projects/{project}",
    "",
    "no-variable",
    "{a}",
    "{a}{b}",
    "{+path}/here{#fragment}",
    "/{var:3}/{list*}{?x,y*,z:9999}{&w}",
    "{.a}{/b}{;c}",
    "{=a}{,a}{!a}{@a}{|a}",
    "{a.b.c}",
    "{%41_0}",
    "%20{a}%7B",
    "a[0]",
    "/\u00fc/{x}/\u{1f600}",
  ],
  invalid: [
    "{",
    "}",
    "{}",
    "{a",
    "a}",
    "{{a}}",
    "{a b}",
    "{a,}",
    "{,}",
    "{a,,b}",
    "{?}",
    "{??a}",
    "{\x24a}",
    "{a.}",
    "{.}",
    "{..a}",
    "{a..b}",
    "{a-b}",
    "{a:0}",
    "{a:01}",
    "{a:10000}",
    "{a:}",
    "{a*b}",
    "{a:3*}",
    "{\u00e4}",
    "{%4}",
    "%2",
    "%zz",
    "a b",
    'a"b',
    "a'b",
    "a<b>",
    "a\\b",
    "a^b",
    "a`b",
    "a|b",
    "/\u0085",
    "/\u00a0",
    "/\u2028",
    "{a}\n",
  ],
  keepsFormat: false,
};
