import { withoutHidden } from "../json/hidden.ts";

/** A text as it can stand in a line of Markdown: nothing that no reader sees, and no line ends. */
const oneLine = (text: string): string => withoutHidden(text).replace(/\s+/g, " ").trim();

/** Words as they are in Markdown, wherever they stand: what would be markup, HTML or the edge of a cell is escaped. */
export function markdownText(text: string): string {
  return (
    oneLine(text)
      .replace(/[\\`*_[\]<>|~&#]/g, "\\$&")
      // What would begin a list or underline a heading.
      .replace(/^\d*(?=[-+=.)])/, "$&\\")
  );
}

/** A name as code in a line of Markdown: between more backticks than it has in a row, and without the edge of a cell. */
export function markdownCode(text: string): string {
  const name = oneLine(text).replaceAll("|", "\\|");
  const longest = Math.max(0, ...Array.from(name.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return longest === 0 ? `\`${name}\`` : `${fence} ${name} ${fence}`;
}
