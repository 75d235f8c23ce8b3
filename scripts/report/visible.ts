/** Control characters (C0, DEL, C1), lone surrogates, line separators, and marks that turn the direction of writing. */
const hidden = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu;

/**
 * Shows what could move the cursor, start a line or reorder a line: file names and schemas are other people's text.
 * @returns the text with each such character as `\u{..}`
 */
export function visible(text: string): string {
  return text.replace(hidden, (character) => String.raw`\u{${character.codePointAt(0)?.toString(16)}}`);
}

/** White space below a text, a blank for each character. Tabs stay tabs, for only the terminal knows how wide they are. */
export function blank(text: string): string {
  return text.replace(/[^\t]/gu, " ");
}
