/** Control characters (C0, DEL, C1), lone surrogates, line separators, and marks that turn the direction of writing. */
const hidden = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu;

/**
 * Shows what could move the cursor, start a line or reorder a line: file names and schemas are other people's text.
 * @returns the text with each such character as `\u{..}`
 */
export function visible(text: string): string {
  return text.replace(hidden, (character) => String.raw`\u{${character.codePointAt(0)?.toString(16)}}`);
}

/** Characters that a terminal draws two cells wide. */
const wide = /[\p{Emoji_Presentation}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303E\uFF01-\uFF60]/u;

/** Characters that a terminal draws over their neighbour, or not at all. */
const zero = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** The white space below one character. Tabs stay tabs, for only the terminal knows how wide they are. */
function cell(character: string): string {
  if (character === "\t") return "\t";
  if (zero.test(character)) return "";
  return wide.test(character) ? "  " : " ";
}

/** White space as wide as a text is in a terminal. */
export function blank(text: string): string {
  return Array.from(text, cell).join("");
}
