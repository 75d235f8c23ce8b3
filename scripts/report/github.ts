import { cap, moreOf } from "./cap.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { pathOf } from "./path.ts";
import type { Report } from "./report.ts";
import { visible } from "./visible.ts";

/** What a workflow command escapes in its message; an unescaped line break would let a message start a command. */
const data: Readonly<Record<string, string>> = { "%": "%25", "\r": "%0D", "\n": "%0A" };

/** What it escapes in a property: also what ends a property, and what ends them all. */
const property: Readonly<Record<string, string>> = { ...data, ":": "%3A", ",": "%2C" };

/** Escapes by a table. Other control characters are shown: the runner copies them into a log that people read. */
function encode(text: string, table: Readonly<Record<string, string>>): string {
  return text.replace(/[%\r\n:,]|[^%\r\n:,]+/g, (part) => table[part] ?? visible(part));
}

/**
 * Renders one diagnostic as a workflow command of GitHub Actions, one line, which becomes an annotation.
 * @param diagnostic one whose file is "" belongs to no file
 * @param more lines behind the message
 * @param base path of its folder from where the reader stands; "" for none
 */
export function renderCommand(
  { rule, severity, file, line, column, message, fix }: Diagnostic,
  more: readonly string[],
  base: string,
): string {
  const properties = Object.entries({
    file: file === "" ? undefined : pathOf(base, file),
    line,
    col: column,
    title: rule,
  })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encode(String(value), property)}`);
  const words = [message, ...more, ...(fix === undefined ? [] : [`fix: ${fix}`])].join("\n");
  return `::${severity} ${properties.join(",")}::${encode(words, data)}`;
}

/** Renders a report as workflow commands, one for each diagnostic; "" for none. */
export function renderGithub({ diagnostics, base, isAll }: Report): string {
  const { shown, more } = cap(diagnostics, isAll);
  const left = [...more].map(
    ([rule, number]) => `::notice title=${encode(rule, property)}::${encode(moreOf(rule, number), data)}`,
  );
  return [...shown.map((diagnostic) => renderCommand(diagnostic, [], base)), ...left].join("\n");
}
