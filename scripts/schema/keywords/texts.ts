import { type AST, RegExpParser } from "@eslint-community/regexpp";
import { matches } from "./regex.ts";

/** Characters that are tried where a pattern says which it does not want. */
const usual = "xaA0-_ .!";

/** How often a repetition is made, beyond the least: texts of several lengths are wanted. */
const repetitions = [0, 1, 3, 12];

/** A character of a set as the pattern writes it. */
function charOf(element: AST.CharacterClassElement | AST.CharacterSet | AST.CharacterClass): string | undefined {
  switch (element.type) {
    case "Character":
      return String.fromCodePoint(element.value);
    case "CharacterClassRange":
      return String.fromCodePoint(element.min.value);
    case "CharacterClass":
      return charOfClass(element);
    case "ExpressionCharacterClass":
    case "ClassStringDisjunction":
      return undefined;
    default:
      return [...usual].find((char) => new RegExp(`^${element.raw}$`, "u").test(char));
  }
}

function charOfClass({ negate, elements, raw }: AST.CharacterClass): string | undefined {
  if (negate) return [...usual].find((char) => new RegExp(`^${raw}$`, "u").test(char));
  return elements.flatMap((element) => charOf(element) ?? []).at(0);
}

/** A text for a part of a pattern, whose first alternatives it takes. */
function textOf(node: AST.Element | AST.Pattern | AST.Alternative, more: number): string {
  switch (node.type) {
    case "Pattern":
    case "Group":
    case "CapturingGroup":
      return node.alternatives[0] === undefined ? "" : textOf(node.alternatives[0], more);
    case "Alternative":
      return node.elements.map((element) => textOf(element, more)).join("");
    case "Quantifier":
      return textOf(node.element, more).repeat(Math.min(node.min + more, node.max, 1000));
    case "Character":
    case "CharacterSet":
    case "CharacterClass":
      return charOf(node) ?? "";
    default:
      return "";
  }
}

/**
 * Texts of several lengths that a pattern matches, made of the characters that it names first.
 * @returns [] where the pattern is too intricate for that, or none
 */
export function textsFor(pattern: string): string[] {
  try {
    const parsed = new RegExpParser().parsePattern(pattern, 0, pattern.length, { unicode: true });
    const texts = repetitions.map((more) => textOf(parsed, more));
    return [...new Set(texts)].filter((text) => matches(pattern, text));
  } catch {
    return [];
  }
}
