import type { Json } from "../json/json.ts";
import { toJson } from "../json/text.ts";
import { type Fragment, isCopy, type Keys } from "./edit.ts";
import { indentOfLine, type Style } from "./style.ts";

/** Code units of a line that are written in one: what formatters of JSON keep together. */
const maxWidth = 100;

/** Where the text of another value begins and ends. */
export type Find = (keys: Keys) => { readonly offset: number; readonly length: number };

/** Makes the text of fragments in the style of a text, with parts of it. */
export interface Renderer {
  /**
   * A value.
   * @param indent the blanks that its line begins with
   * @param isTight whether it stays in one line, where its parts do
   * @param before how much stands between these blanks and it
   */
  value(fragment: Fragment, indent: string, isTight: boolean, before?: number): string;
  /** A member with its name. */
  member(name: string, fragment: Fragment, indent: string, isTight: boolean): string;
}

/** @param find gives the range of a value by its keys */
export function createRenderer(text: string, style: Style, find: Find): Renderer {
  const { lineEnd, unit, colon, comma, pad } = style;

  const copy = (keys: Keys, indent: string): string => {
    const { offset, length } = find(keys);
    const from = indentOfLine(text, offset);
    // No string of JSON holds a line end: those of the text are all between values.
    return text
      .slice(offset, offset + length)
      .split(/(?<=\r\n|\n|\r(?!\n))/)
      .map((line, i) => (i > 0 && line.startsWith(from) ? indent + line.slice(from.length) : line))
      .join("");
  };
  const partsOf = (fragment: Fragment, render: (item: Fragment) => string): string[] | undefined => {
    if (fragment instanceof Map) return [...fragment].map(([name, item]) => toJson(name) + colon + render(item));
    return Array.isArray(fragment) ? (fragment as readonly Fragment[]).map(render) : undefined;
  };
  const inline = (fragment: Fragment, indent: string): string => {
    if (isCopy(fragment)) return copy(fragment.copy, indent);
    const parts = partsOf(fragment, (item) => inline(item, indent));
    if (parts === undefined) return toJson(fragment as Json);
    const isObject = fragment instanceof Map && parts.length > 0;
    const joined = parts.join(comma);
    return isObject ? `{${pad}${joined}${pad}}` : fragment instanceof Map ? "{}" : `[${joined}]`;
  };
  const value = (fragment: Fragment, indent: string, isTight: boolean, before = 0): string => {
    const short = inline(fragment, indent);
    const fits = isTight || indent.length + before + short.length <= maxWidth;
    if (fits && !/[\r\n]/.test(short)) return short;
    const inner = indent + unit;
    const parts = partsOf(fragment, (item) => value(item, inner, isTight));
    if (parts === undefined || parts.length === 0) return short;
    const [open, close] = fragment instanceof Map ? "{}" : "[]";
    return open + parts.map((part) => lineEnd + inner + part).join(",") + lineEnd + indent + close;
  };
  return {
    value,
    member: (name, fragment, indent, isTight) => {
      const start = toJson(name) + colon;
      return start + value(fragment, indent, isTight, start.length);
    },
  };
}
