import { escapeUnits } from "../json/hidden.ts";

/**
 * What could move the cursor, start a line, turn or hide a part of one, or give the runner of a workflow a command, in this
 * order: control characters and line ends; lone surrogates; what is drawn as nothing, but for joiners and the two forms of
 * emoji; a colon that begins `::`, in front of all else but blanks; a sign that begins `##[`.
 */
const hidden =
  /[\p{Cc}\u2028\u2029]|\p{Cs}|(?!\p{Join_Control}|\uFE0E|\uFE0F)\p{Default_Ignorable_Code_Point}|:(?=:)(?<=^\s*:)|#(?=#\[)/gu;

/** What is ours on the edge: a colour. */
// oxlint-disable-next-line no-control-regex
const color = /(\u001B\[\d{1,2}m)/;

const show = (character: string): string => String.raw`\u{${character.codePointAt(0)?.toString(16)}}`;

const showButTab = (character: string): string => (character === "\t" ? character : show(character));

const asUnitsButLineFeed = (character: string): string => (character === "\n" ? character : escapeUnits(character));

/**
 * Shows what could do more than be read: names of files and what stands in schemas are other people's text.
 * @returns one line: the text with each such character as `\u{..}`
 */
export function visible(text: string): string {
  return text.replace(hidden, show);
}

/** The same for a text of several lines: their ends stay, and so do tabs. */
export function visibleLines(text: string): string {
  return text
    .split("\n")
    .map((line) => line.replace(hidden, showButTab))
    .join("\n");
}

/** The same for lines of ours, which have colours: a second net below those who make sentences. */
export function visibleColored(text: string): string {
  return text
    .split(color)
    .map((part, i) => (i % 2 === 0 ? visibleLines(part) : part))
    .join("");
}

/** The same for workflow commands, one a line: what a line begins with, and nothing else, may be `::`. */
export function visibleCommands(text: string): string {
  return text
    .split("\n")
    .map((line) => (line.startsWith("::") ? `::${visible(line.slice(2))}` : visible(line)))
    .join("\n");
}

/** A value as indented JSON: each such character is an escape of JSON, so that a parser reads the same value. */
export function visibleJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(hidden, asUnitsButLineFeed);
}

/** White space below a text, a blank for each character. Tabs stay tabs, for only the terminal knows how wide they are. */
export function blank(text: string): string {
  return text.replace(/[^\t]/gu, " ");
}
