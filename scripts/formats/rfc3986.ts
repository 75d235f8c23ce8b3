import { address6 } from "./ip.ts";

/** `pct-encoded`. */
export const percent = "%[0-9A-Fa-f]{2}";

/** Any number of characters of a set or percent escapes; unrolled, which is three times as fast as `(?:set|escape)*`. */
export const run = (set: string): string => `${set}*(?:${percent}${set}*)*`;

/** One at least. */
const some = (set: string): string => `(?:${set}|${percent})${run(set)}`;

/** Where URIs and their references are narrower than RFC 3986, for the page. */
export const narrowings: readonly string[] = [
  "Behind `//` has to be a name, an IPv4 or an IPv6 address: `file:///etc` and the `[v1.x]` of later IP versions are refused.",
  "A port has 1 to 5 digits.",
];

/** The same, for sentences. */
export const hostAndPort = "behind // a name or an IP address, and any port in 1 to 5 digits";

/**
 * RFC 3986, appendix A, as portable patterns without anchors.
 * @param more characters beyond ASCII, as a part of a character class, that may stand wherever a percent escape may: RFC 3987
 * @returns the production `URI`, and `URI-reference`
 */
export function uriPatterns(more = ""): { readonly absolute: string; readonly reference: string } {
  // The sets as ranges of ASCII: no character needs an escape in any language's classes.
  const set = (chars: string): string => `[${chars}${more}]`;
  const hostChar = set("!\\x24&-.0-9;=A-Z_a-z~");
  const userChar = set("!\\x24&-.0-;=A-Z_a-z~");
  const segmentChar = set("!\\x24&-.0-;=@A-Z_a-z~");
  const firstChar = set("!\\x24&-.0-9;=@A-Z_a-z~");
  const pathChar = set("!\\x24&-;=@A-Z_a-z~");
  const queryChar = set("!\\x24&-;=?-Z_a-z~");
  const scheme = "[A-Za-z][+\\-.0-9A-Za-z]*:";
  const ending = `(?:[?]${run(queryChar)})?(?:#${run(queryChar)})?`;

  // A host alone comes first, which most are: to look for the "@" of a user first takes a third more time.
  const host = some(hostChar);
  const user = `${run(userChar)}@`;
  const authority = `(?:${host}|(?:${user})?\\[${address6}\\]|${user}${host})(?::[0-9]{1,5})?`;
  // "\x2f" rather than "/": JavaScript's `source` of a pattern is then its text.
  const withAuthority = `\\x2f{2}${authority}(?:\\x2f${run(pathChar)})?`;
  const rootless = `(?:${segmentChar}|${percent})${run(pathChar)}`;
  return {
    absolute: `${scheme}(?:${withAuthority}|\\x2f?${rootless}|\\x2f?)${ending}`,
    // Without a scheme the first segment has no colon.
    reference:
      `(?:(?:${scheme})?(?:${withAuthority}|\\x2f(?:${rootless})?|)|${scheme}${rootless}` +
      `|${some(firstChar)}(?:\\x2f${run(pathChar)})?)${ending}`,
  };
}
