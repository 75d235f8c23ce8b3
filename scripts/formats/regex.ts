import { beyondAscii, noOddBreaks } from "./beyondAscii.ts";
import type { FormatRow } from "./format.ts";

/** How deep groups may be nested; each level writes the pattern out once more. */
const depth = 5;

// What scripts/rules/patternSyntax.ts calls portable, as far as a regular expression can say it.
const control = "fnrt]|x[0-9A-Fa-f]{2}";
const literal = `[ -#%-',\\-\\x2f->@-Z_-z~${beyondAscii}]`;
const escape = `\\\\(?:[\\x24\\(-+.\\x2f?\\[-^\\{-\\}${control})`;
const member = `[ -#%-'*-,.0-Z_-z~${beyondAscii}]|\\\\(?:[\\(-+\\-.\\x2f?\\[-^\\{-\\}${control})`;
const laterMember = `(?:${member}|\\^)`;
// A caret that is first negates; behind another one it is a member.
const set = `\\[(?:\\^?(?:${member})|\\^\\^)(?:-${laterMember})?(?:${laterMember}(?:-${laterMember})?)*\\]`;
const bound = "(?:1000|[1-9][0-9]{0,2}|0)";
const repetition = `(?:[*+?]|\\{${bound}(?:,${bound}?)?\\})[?]?`;

/** Alternatives of which groups are nested to a depth. */
function alternatives(levels: number): string {
  const group = levels === 0 ? "" : `|\\((?:[?]:)?${alternatives(levels - 1)}\\)`;
  return `(?:(?:${literal}|[.]|${escape}|${set}${group})(?:${repetition})?|\\|)*`;
}

export const regex: FormatRow = {
  name: "regex",
  standard: "ECMA-262 with the v flag",
  differs: [
    "Only what ECMAScript, RE2, Rust, PCRE, Python, Java and Ruby read alike, as the rule `pattern-portable` says: no lookaround, named group, flag, backreference, class or boundary by letter, nor `\\u`; `^` first and `\x24` last only; `\\x24` in a class; no bound over 1000.",
    `Groups are nested ${depth} deep at most.`,
    "Bounds and ranges in the wrong order pass, such as `a{2,1}` and `[z-a]`, and so do doubled signs in a class, such as `[&&]`.",
    "No control characters, U+00A0 or U+2028 to U+202F.",
  ],
  pattern: `^\\^?${alternatives(depth)}\\x24?$`,
  alphabet: ` -~${beyondAscii}`,
  expected:
    "a regular expression of what all languages read alike (no lookaround, no \\d, no backreference, groups at most " +
    `${depth} deep, no control characters, ${noOddBreaks}), such as ^[a-z]+\x24`,
  valid: [
    "^[a-z]+\x24",
    "",
    "^",
    "\x24",
    "^\x24",
    "a|b",
    "|",
    "^(?:a|b)c*d+?e??\x24",
    "(a)(?:b)()",
    "a{2}b{2,}c{2,3}d{0,1000}?",
    "[^^]",
    "[^a-z^]",
    "[a^]",
    "[!-~]",
    "[\\]\\[\\-\\^\\\\]",
    "[\\x00-\\x1f]",
    "[\\x24]",
    "[a\\-z]",
    "\\^\\\x24\\.\\*\\+\\?\\(\\)\\[\\]\\{\\}\\|\\/\\\\",
    "a/b-c,d=e<f>g:h;i@j!k#l%m&n'o\"p_q`r~",
    "[\\n\\r\\t\\f]\\n\\x41",
    "a b.c",
    "[\u00e0-\u00fc]\u{1f600}+",
    "(((((a)+)?b){2}c)*d)",
  ],
  invalid: [
    "(",
    ")",
    "a)",
    "(a",
    "[",
    "]",
    "[a",
    "{",
    "}",
    "a{",
    "a{2",
    "a{,2}",
    "a{1001}",
    "a{01}",
    "a{1}{2}",
    "*",
    "+a",
    "?",
    "^*",
    "^^",
    "a^",
    "a\x24b",
    "\x24\x24",
    "\x24*",
    "(*a)",
    "|*",
    "a**",
    "a++",
    "a???",
    "(?=a)",
    "(?!a)",
    "(?<=a)b",
    "(?<n>a)",
    "(?P<n>a)",
    "(?i)a",
    "(?i:a)",
    "(^a)",
    "(a\x24)",
    "\\",
    "\\d",
    "[\\w]",
    "\\bword",
    "\\p{L}",
    "\\u0041",
    "\\u{41}",
    "\\x4",
    "\\cA",
    "\\a",
    "\\-",
    "(a)\\1",
    "\\0",
    "[]",
    "[^]",
    "[\x24]",
    "[\\\x24]",
    "[[a]]",
    "[a/b]",
    "[(]",
    "[|]",
    "[a-]",
    "[-a]",
    "[a-c-e]",
    "[a--b]",
    "((((((a))))))",
    "a\tb",
    "\u0085",
    "\u2028",
    "a\n",
  ],
  keepsFormat: false,
};
