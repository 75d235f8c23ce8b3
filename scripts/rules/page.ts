import type { Rule } from "./rule.ts";

const cell = (text: string): string => text.replaceAll("|", "\\|");

/**
 * Renders the page about the rules.
 * @param rules in the order in which they are to be read
 * @returns Markdown, a row per rule
 */
export function renderRulesPage(rules: readonly Rule[]): string {
  const rows = rules.map(
    ({ id, purpose, severity = "error", locked }) =>
      `| \`${id}\` | ${cell(purpose)} | ${severity} | ${locked ? "no" : "yes"} |`,
  );
  return [
    "# Rules",
    "",
    "Written by `npm run docs`; do not edit. The schemas are held to these rules by `npm run codegen -- lint`, and by",
    "`npm run check` and `npm run generate` before anything else.",
    "",
    "| Rule | Why | Severity | Can be switched off |",
    "| --- | --- | --- | --- |",
    ...rows,
    "",
    "A rule is switched off for a schema object, and all inside it, by a reason:",
    "",
    "```json",
    '{ "type": "string", "pattern": "[0-9]", "x-lint-off": { "pattern-anchored": "A digit anywhere will do." } }',
    "```",
    "",
  ].join("\n");
}
