import { type AST, RegExpParser } from "@eslint-community/regexpp";

/** The letters that stand for ASCII sets in every ECMAScript pattern, as the inside of a class. */
const sets: Readonly<Record<string, string>> = { digit: "0-9", word: "0-9A-Z_a-z" };

/** What ECMAScript's `v` mode and some languages read otherwise in a class, unless it is escaped. */
const escaped = /^[()[\]{}/\-|\\]$/;

/** A change of a pattern: the characters from `start` to `end` become `text`. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A character by its code, as every language writes it; undefined where it has no such form. */
function characterText({ value, raw }: AST.Character, inClass: boolean): string | undefined {
  const char = String.fromCodePoint(value);
  if (inClass && char === "$") return "\\x24";
  if (inClass && raw === char && escaped.test(char)) return `\\${char}`;
  if (!raw.startsWith("\\u")) return undefined;
  if (value < 0x20 || value === 0x7f) return `\\x${value.toString(16).padStart(2, "0").toUpperCase()}`;
  if (/[\p{L}\p{N}\p{S}\p{P}]/u.test(char) && value > 0x7f) return char;
  return /[\w\s]/.test(char) && value < 0x7f ? char : value < 0x7f ? `\\${char}` : undefined;
}

/** The change that makes a node portable; undefined where it is, or cannot be. */
function changeOf(node: AST.Node): Change | undefined {
  const { start, end, parent } = node;
  const inClass = parent?.type === "CharacterClass" || parent?.type === "CharacterClassRange";
  if (node.type === "Character") {
    const text = characterText(node, inClass);
    return text === undefined ? undefined : { start, end, text };
  }
  if (node.type === "CharacterSet") {
    const set = sets[node.kind];
    if (set === undefined || !("negate" in node)) return undefined;
    if (inClass) return node.negate ? undefined : { start, end, text: set };
    return { start, end, text: `[${node.negate ? "^" : ""}${set}]` };
  }
  // A name of a group is of use to nobody here.
  if (node.type === "CapturingGroup" && node.name !== null)
    return { start, end: start + `(?<${node.name}>`.length, text: "(?:" };
  return undefined;
}

const children = (node: AST.Node): readonly AST.Node[] =>
  "alternatives" in node && node.alternatives !== null
    ? node.alternatives
    : "elements" in node
      ? node.elements
      : node.type === "Quantifier"
        ? [node.element]
        : node.type === "CharacterClassRange"
          ? [node.min, node.max]
          : [];

function* changes(node: AST.Node): Generator<Change> {
  const own = changeOf(node);
  if (own !== undefined) yield own;
  if (own === undefined || node.type === "CapturingGroup") for (const child of children(node)) yield* changes(child);
}

const known = new Map<string, string>();

/**
 * A pattern as ECMAScript, RE2, Rust, PCRE, Python, Java and Ruby read it alike, as far as it can be written so: letters
 * for ASCII sets are written out, signs in classes are escaped, `\u` escapes are the characters themselves.
 * @returns a pattern that matches the same texts; the same text where nothing has to change, or ECMAScript refuses it
 */
export function portablePattern(pattern: string): string {
  const before = known.get(pattern);
  if (before !== undefined) return before;
  const portable = rewrite(pattern);
  known.set(pattern, portable);
  return portable;
}

function rewrite(pattern: string): string {
  try {
    const parsed = new RegExpParser().parsePattern(pattern, 0, pattern.length, { unicode: true });
    const sorted = [...changes(parsed)].toSorted((a, b) => b.start - a.start);
    return sorted.reduce((text, { start, end, text: own }) => text.slice(0, start) + own + text.slice(end), pattern);
  } catch {
    return pattern;
  }
}
