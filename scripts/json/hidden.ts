/**
 * What no reader sees: control characters, separators of lines, marks that turn the direction of writing, and what Unicode
 * says is shown as nothing, such as zero-width spaces and tags. Tabs and line ends are layout; variation selectors choose
 * how an emoji looks.
 */
const kinds = String.raw`(?![\t\n\r\p{Variation_Selector}])[\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffb]`;

/** Joiners are part of how emoji and the letters of some scripts are written, and of nothing else. */
const joiners = "[\\u200c\\u200d]";
const isJoined = String.raw`(?<=[\p{L}\p{M}\p{Emoji_Modifier}\p{Extended_Pictographic}])${joiners}(?=[\p{L}\p{Extended_Pictographic}])`;

const hidden = new RegExp(kinds, "gu");
const stray = new RegExp(`(?!${isJoined})${kinds}`, "gu");

/** A character as JSON, JavaScript and their regular expressions with the flag "u" write it: `\u202e`. */
export function escapeUnits(character: string): string {
  return character.replace(/[^]/g, (unit) => String.raw`\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Whether a text holds a character that no reader sees, joiners included. */
export function hasHidden(text: string): boolean {
  return text.search(hidden) >= 0;
}

/**
 * Makes visible what no reader sees.
 * @param text JSON, code whose strings escape what they have to, or words
 * @returns the text with `\u202e` instead of each such character: where strings of code held them, the same values
 */
export function escapeHidden(text: string): string {
  return text.replace(hidden, escapeUnits);
}

/** Takes away what no reader sees; joiners between letters or emoji stay. */
export function withoutHidden(text: string): string {
  return text.replace(stray, "");
}

/** A character by its number: `U+202E`. */
export function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** The characters that {@link withoutHidden} takes away, each once, as `U+202E`. */
export function hiddenIn(text: string): string[] {
  return [...new Set(text.match(stray))].map(codePointOf);
}
