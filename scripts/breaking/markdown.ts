import { markdownText } from "../emit/markdown.ts";
import type { ComparisonReport } from "./comparison.ts";
import { notComparedSentence } from "./notCompared.ts";
import type { Level } from "./rule.ts";
import { eventsOf, sentenceOf } from "./sentences.ts";

const headings: readonly (readonly [level: Level, heading: string])[] = [
  ["major", "Breaking"],
  ["minor", "New"],
  ["patch", "Other"],
];

/** How long the list below a heading is at most, in code units: a comment on GitHub holds 65,536 characters. */
const maxCharacters = 20_000;

/** The first rows of a list, and how many more there are. */
function firstOf(rows: readonly string[]): string[] {
  let length = 0;
  const end = rows.findIndex((row) => (length += row.length + 1) > maxCharacters);
  return end === -1 ? [...rows] : [...rows.slice(0, end), `- and ${rows.length - end} more`];
}

/** Renders a comparison as the notes of a release. */
export function renderMarkdown({ changes, next, notCompared, name }: ComparisonReport): string {
  const parts = headings.flatMap(([level, heading]) => {
    const own = changes.filter((change) => change.level === level);
    if (own.length === 0) return [];
    const rows = own.map((change) => `- ${markdownText(`${sentenceOf(change)} (${eventsOf(change)})`)}`);
    return [`### ${heading}\n\n${firstOf(rows).join("\n")}`];
  });
  const title = next === undefined ? "## Changes" : `## ${next}`;
  const unknown = notCompared.length === 0 ? [] : [markdownText(notComparedSentence(notCompared, name))];
  const all = [...unknown, ...parts];
  return [title, ...(all.length === 0 ? ["Nothing changed."] : all)].join("\n\n");
}
