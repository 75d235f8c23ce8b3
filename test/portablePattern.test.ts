// A pattern of JavaScript's own is written as all languages read it, and matches what it matched.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unportable } from "../scripts/rules/patternSyntax.ts";
import { portablePattern } from "../scripts/schema/portablePattern.ts";

const rewritten: [pattern: string, want: string][] = [
  ["^[a-z0-9-]+$", "^[a-z0-9\\-]+$"],
  ["^\\d{3}$", "^[0-9]{3}$"],
  ["^\\w+$", "^[0-9A-Z_a-z]+$"],
  ["^[\\d\\w.]*$", "^[0-90-9A-Z_a-z.]*$"],
  ["^\\D\\W$", "^[^0-9][^0-9A-Z_a-z]$"],
  ["^[^\\d]$", "^[^0-9]$"],
  ["^(?<year>\\d{4})-(?<month>\\d{2})$", "^(?:[0-9]{4})-(?:[0-9]{2})$"],
  ["^[$(){}|/[]$", "^[\\x24\\(\\)\\{\\}\\|\\/\\[]$"],
  ["^[\\u00e9\\u0041-Z]$", "^[éA-Z]$"],
  ["^\\u002e\\u000a$", "^\\.\\x0A$"],
  ["^[a\\-z]$", "^[a\\-z]$"],
];

test.each(rewritten)("%s is written %s", (pattern, want) => {
  expect(portablePattern(pattern)).toBe(want);
  expect(unportable(want)).toEqual([]);
});

test.each(rewritten)("%s matches the same texts", (pattern) => {
  const [own, portable] = [new RegExp(pattern, "u"), new RegExp(portablePattern(pattern), "u")];
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.stringMatching(own),
    fc.string({ unit: "grapheme-ascii", maxLength: 4 }),
  );
  fc.assert(
    fc.property(texts, (text) => own.test(text) === portable.test(text)),
    { numRuns: 300, seed: 1 },
  );
});

describe("what cannot be written alike is refused, with what to write:", () => {
  test.each<[pattern: string, what: RegExp]>([
    ["^a\\sb$", /\[ \\t\\r\\n\]/],
    ["^\\S+$", /\[!-~\]/],
    ["\\bword\\b", /may stand there/],
    ["^\\p{L}+$", /write the characters/],
    ["^(?=a)b$", /second property/],
    ["^(?<!a)b$", /second property/],
    ["^[\\Da]$", /characters that are meant/],
    ["^[\\!]$", /close what is open/],
  ])("%s", (pattern, what) => {
    expect(
      unportable(portablePattern(pattern))
        .map(({ instead }) => instead)
        .join(),
    ).toMatch(what);
  });
});

test("what is no pattern stays as it is", () => {
  expect(portablePattern("^(")).toBe("^(");
});
