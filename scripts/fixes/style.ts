import type { Node } from "jsonc-parser";

/** How a text is laid out: what is new in it has to look like what was there. */
export interface Style {
  readonly lineEnd: string;
  /** One step of indentation. */
  readonly unit: string;
  readonly colon: string;
  /** Between values of one line, and inside the braces of one. */
  readonly comma: string;
  readonly pad: string;
}

/** The blanks in front of an index, where nothing else stands before it in its line; undefined elsewhere. */
export function indentAt(text: string, index: number): string | undefined {
  let start = index;
  while (/[ \t]/.test(text.charAt(start - 1))) start--;
  return start > 0 && /[\r\n]/.test(text.charAt(start - 1)) ? text.slice(start, index) : undefined;
}

/** The blanks that the line of an index begins with. */
export function indentOfLine(text: string, index: number): string {
  let start = index;
  while (start > 0 && !/[\r\n]/.test(text.charAt(start - 1))) start--;
  return /^[ \t]*/.exec(text.slice(start, index))?.[0] ?? "";
}

/**
 * Reads the style of a text off its first member.
 * @param root of its tree
 */
export function styleOf(text: string, root: Node): Style {
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
  const first = root.children?.[0];
  const [name, value] = first?.children ?? [];
  const between = name && value ? text.slice(name.offset + name.length, value.offset) : ": ";
  const colon = /[\r\n]/.test(between) ? ": " : between;
  const isTight = colon === ":";
  const indent = first === undefined ? undefined : indentAt(text, first.offset);
  return { lineEnd, unit: indent || "  ", colon, comma: isTight ? "," : ", ", pad: isTight ? "" : " " };
}
