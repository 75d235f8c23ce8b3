/**
 * The characters beyond ASCII that a format may hold, as a part of a character class: all from U+00A1 on, without
 * U+2028 to U+202F, which are line breaks, marks of direction and a space. Written as the characters themselves, for
 * languages have no escape in common; the pattern has to be compiled with the `u` flag in JavaScript.
 */
export const beyondAscii = "\u00a1-\u2027\u2030-\u{10fffd}";

/** The narrowing that comes with it, for sentences. */
export const noOddBreaks = "no U+2028 to U+202F";
