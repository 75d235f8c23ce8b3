/** A row of the table of string formats, before its pattern is compiled. */
export interface FormatRow {
  readonly name: string;
  /** What says how such a text is built. */
  readonly standard: string;
  /** Where the pattern refuses what the standard allows, or the reverse, each in a sentence. */
  readonly differs: readonly string[];
  /** Portable between ECMAScript, RE2, Rust, PCRE, Python, Java and Ruby; one `$`, at the end, and `\x2f` for a slash. */
  readonly pattern: string;
  /** The characters that a valid text may hold, as the inside of a character class. */
  readonly alphabet: string;
  /** The end of the sentence "must be …" in an issue; it names each narrowing. */
  readonly expected: string;
  /** Formats whose rule every text of this one passes, too. */
  readonly within?: readonly string[];
  /** Texts that pass, and texts that fail; 200 characters at most each. */
  readonly valid: readonly string[];
  readonly invalid: readonly string[];
  /**
   * Whether `format` stays beside `pattern` in the shared schema: only where every counted validator that asserts it
   * gives the pattern's verdict on all samples. `npm run conformance` measures it and fails where this is wrong.
   */
  readonly keepsFormat: boolean;
}
