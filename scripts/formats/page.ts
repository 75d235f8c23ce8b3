import type { FormatRow } from "./format.ts";

const cell = (text: string): string => text.replaceAll("|", "\\|");

/**
 * Renders the page about the formats.
 * @param rows in the order in which they are to be read
 * @returns Markdown, a row per format
 */
export function renderFormatsPage(rows: Iterable<FormatRow>): string {
  return [
    "# Formats",
    "",
    "Written by `npm run docs`; do not edit. A format is one regular expression that every language reads alike, with texts",
    "that pass and texts that fail beside it. Where libraries differ on a corner of a standard, one rule for all is worth more",
    "than the corner: the last column says what the rule refuses although the standard allows it, and the reverse.",
    "",
    "| Format | Standard | A text must be | Differs from the standard |",
    "| --- | --- | --- | --- |",
    ...Array.from(
      rows,
      ({ name, standard, expected, differs }) =>
        `| \`${name}\` | ${cell(standard)} | ${cell(expected)} | ${cell(differs.join("<br>"))} |`,
    ),
    "",
    "`idn-hostname` and `idn-email` are no rows: which letters such a name may hold stands in the tables of IDNA 2008, and no",
    "portable pattern can say it.",
    "",
  ].join("\n");
}
