import type { FormatRow } from "./format.ts";

// RFC 3986 section 3, narrowed to what an event's source is: no userinfo, no IPv6 literal, a host after "//".
const escape = "%[0-9A-Fa-f]{2}";
/** Any number of characters of a set or percent escapes; unrolled, which is three times as fast as `(?:set|escape)*`. */
const run = (set: string): string => `${set}*(?:${escape}${set}*)*`;
// The sets of RFC 3986, appendix A, as ranges of ASCII: no character needs an escape in any language's classes.
const hostChar = "[!\\x24&-.0-9;=A-Z_a-z~]";
const pathStart = "[!\\x24&-.0-;=@A-Z_a-z~]";
const pathChar = "[!\\x24&-;=@A-Z_a-z~]";
const queryChar = "[!\\x24&-;=?-Z_a-z~]";
const host = `(?:${hostChar}|${escape})${run(hostChar)}`;
const path = run(pathChar);
// "\x2f" rather than "/": JavaScript's `source` of a pattern is then its text.
const authority = `\\x2f{2}${host}(?::[0-9]{1,5})?(?:\\x2f${path})?`;
const absolute = `[A-Za-z][+\\-.0-9A-Za-z]*:(?:${authority}|\\x2f?(?:${pathStart}|${escape})${path}|\\x2f?)(?:[?]${run(queryChar)})?(?:#${run(queryChar)})?`;

export const uri: FormatRow = {
  name: "uri",
  pattern: `^${absolute}$`,
  alphabet: "!#-;=?-Z_a-z~",
  expected: "an absolute URI, such as https://api.gigs.com",
  valid: [
    "https://api.gigs.com",
    "https://api.gigs.com/",
    "http://localhost:8080/a/b;c?d=e&f=%20#g",
    "http://127.0.0.1:1/",
    "https://a.example:65535",
    "https://a.example?q",
    "https://a.example/%E2%82%AC",
    "urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66",
    "mailto:someone@example.com",
    "tag:example.com,2022:events",
    "file:/etc",
  ],
  invalid: [
    "",
    "api.gigs.com",
    "/relative",
    "//api.gigs.com",
    "https://",
    "https:///path",
    "https://:80/",
    "https://api.gigs.com:abc/",
    "https://api.gigs.com:123456/",
    "https://a b.example/",
    "https://a.example/%2",
    "https://a.example/%zz",
    "https://user@a.example/",
    "https://user:secret@a.example/",
    "https://[::1]/",
    "https://exämple.com/",
    "https://a.example/\\",
    "https://a.example/<x>",
    "https://a.example/#a#b",
    "1http://a.example",
    "https://a.example\n",
  ],
  keepsFormat: false,
};
