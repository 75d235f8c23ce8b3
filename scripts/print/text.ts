import { toJson } from "../json/text.ts";

/** A text in the quotes that it does not hold itself. */
export function quote(text: string): string {
  const json = toJson(text);
  return text.includes('"') && !text.includes("'") ? `'${json.slice(1, -1).replaceAll('\\"', '"')}'` : json;
}

/** Texts that need not be written again: `get` gives the expression that holds one. */
export interface Known {
  readonly get: (text: string) => string | undefined;
  readonly keys: () => Iterable<string>;
}

/** A text as it stands inside a template literal. */
export function escapeTemplate(text: string): string {
  return toJson(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replace(/`|\$\{/g, "\\$&");
}

/**
 * A text as code: the name that holds it, a template around a known part of it, or a literal.
 * @param known the longest part that is known is used, once
 */
export function toText(text: string, known: Known): string {
  const entire = known.get(text);
  if (entire !== undefined) return entire;
  const part = [...known.keys()]
    .filter((one) => (one.length > 20 && text.includes(one)) || (one !== "" && text.endsWith(one)))
    .toSorted((a, b) => b.length - a.length)[0];
  if (part === undefined) return quote(text);
  const at = text.lastIndexOf(part);
  const [before, after] = [text.slice(0, at), text.slice(at + part.length)].map(escapeTemplate);
  return `\`${before}\${${known.get(part)}}${after}\``;
}
