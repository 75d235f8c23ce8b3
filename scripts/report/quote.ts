/** How much of a name, a reference or another text of a schema a message repeats, in code units. */
const maxQuoted = 100;

/** The beginning of a text, with "…" for what is left out; no pair of surrogates is parted. */
export function shorten(text: string): string {
  if (text.length <= maxQuoted) return text;
  const end = /[\uD800-\uDBFF]/.test(text.charAt(maxQuoted - 1)) ? maxQuoted - 1 : maxQuoted;
  return `${text.slice(0, end)}…`;
}

/** The same in quotes. */
export function quote(text: string): string {
  return JSON.stringify(shorten(text));
}
