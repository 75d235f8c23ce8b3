import { markdownText } from "../emit/markdown.ts";
import type { ComparisonReport } from "./comparison.ts";
import type { Level } from "./rule.ts";
import { eventsOf, sentenceOf } from "./sentences.ts";

const headings: readonly (readonly [level: Level, heading: string])[] = [
  ["major", "Breaking"],
  ["minor", "New"],
  ["patch", "Other"],
];

/** Renders a comparison as the notes of a release. */
export function renderMarkdown({ changes, next }: ComparisonReport): string {
  const parts = headings.flatMap(([level, heading]) => {
    const own = changes.filter((change) => change.level === level);
    if (own.length === 0) return [];
    const rows = own.map((change) => `- ${markdownText(`${sentenceOf(change)} (${eventsOf(change)})`)}`);
    return [`### ${heading}\n\n${rows.join("\n")}`];
  });
  const title = next === undefined ? "## Changes" : `## ${next}`;
  return [title, ...(parts.length === 0 ? ["Nothing changed."] : parts)].join("\n\n");
}
