/** Patterns repeat thousands of times, and compiling one costs a hundred times what a test does. */
const patterns = new Map<string, RegExp>();

/**
 * Whether a text has a match of a pattern, read as ECMAScript does with the flag "u".
 * @throws SyntaxError where the pattern is none
 */
export function matches(pattern: string, text: string): boolean {
  const regex = patterns.get(pattern) ?? new RegExp(pattern, "u");
  patterns.set(pattern, regex);
  return regex.test(text);
}
