import type { ChangeRule } from "./rule.ts";

const cell = (value: string): string => value.replaceAll("|", "\\|");

/** A schema of the page, on a line. */
const json = (schema: unknown): string => cell(`\`${JSON.stringify(schema)}\``);

/**
 * Renders the page about the kinds of change.
 * @param rules in the order in which they are to be read
 * @returns Markdown, a row per rule, and the example of each
 */
export function renderChangesPage(rules: readonly ChangeRule[]): string {
  const rows = rules.map(
    ({ id, purpose, level, breaks }) =>
      `| \`${id}\` | ${cell(purpose)} | ${level} | ${breaks.join(", ") || "nobody"} |`,
  );
  const examples = rules.flatMap(({ id, example }) =>
    example === undefined ? [] : [`| \`${id}\` | ${json(example.before)} | ${json(example.after)} |`],
  );
  return [
    "# Changes",
    "",
    "Written by `npm run docs`; do not edit. `npm run codegen -- breaking --against <side>` finds these kinds of change between",
    "two states of the schemas.",
    "",
    "`live` are consumers that have not upgraded and get new events, `replay` those that have and read stored ones, `types` is",
    "code that reads events by the exported types, `construct` code that builds them, `masking` what is kept out of logs. A",
    "change that breaks `construct` alone would be minor: only its other consequences set the level. A break that no payload",
    "shows is assumed, and the report says so; one that the schemas around it rule out is left out.",
    "",
    "| Change | Why it matters | Level | Breaks |",
    "| --- | --- | --- | --- |",
    ...rows,
    "",
    "## Examples",
    "",
    "The schema of an event's `data`, before and after.",
    "",
    "| Change | Before | After |",
    "| --- | --- | --- |",
    ...examples,
    "",
  ].join("\n");
}
