import { escapeHidden } from "../json/hidden.ts";

/**
 * Lays json-schema-to-typescript's unformatted declaration out as a person would: indented, with semicolons, short
 * comments on one line, no parentheses around an entire type. (Its own formatter takes two thirds of its time.)
 * @param text one `export interface` or `export type`
 */
export function formatDeclaration(text: string): string {
  let depth = 0;
  let inComment = false;
  const isInterface = /^export interface /m.test(text);
  const lines: string[] = [];
  for (const raw of text.trim().split("\n")) {
    const line = raw.trim();
    if (line.startsWith("/**")) inComment = true;
    if (inComment) {
      lines.push(`${"  ".repeat(depth)}${line.startsWith("*") ? ` ${line}` : line}`.trimEnd());
      if (line.endsWith("*/")) inComment = false;
      continue;
    }
    if (line.startsWith("}")) depth--;
    lines.push("  ".repeat(depth) + (depth === 0 && isInterface && line === "}" ? line : statement(line)));
    if (line.endsWith("{")) depth++;
  }
  return `${lines.join("\n").replace(/^( *)\/\*\*\n \1\* (.*)\n \1\*\/$/gm, "$1/** $2 */")}\n`;
}

/** The position of the parenthesis that closes the one at the start of a type; what strings hold does not count. */
function closing(type: string): number {
  let depth = 0;
  for (const { 0: part, index } of type.matchAll(/"(?:[^"\\]|\\.)*"|[()]/g)) {
    if (part === "(") depth++;
    else if (part === ")" && --depth === 0) return index;
  }
  return -1;
}

/** A type without parentheses around all of it. */
export function bare(type: string): string {
  return type.startsWith("(") && closing(type) === type.length - 1 ? type.slice(1, -1) : type;
}

/** A line of code with its semicolon; `a: (b | c)` as `a: b | c`. In its texts, what is invisible is escaped. */
function statement(line: string): string {
  if (line === "" || line.endsWith("{")) return escapeHidden(line);
  const [start = ""] = /^(?:\[k: string\]|[^"(]*?|"(?:[^"\\]|\\.)*"\??): |^export type \S+ = /.exec(line) ?? [];
  return `${escapeHidden(start + bare(line.slice(start.length)))};`;
}
