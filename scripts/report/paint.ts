/** ANSI codes: what turns a style on, and what turns it off. A table, for styleText of Node asks the environment. */
const codes = {
  error: [31, 39],
  warning: [33, 39],
  dim: [2, 22],
} as const;

/** The styles that parts of a report can have. */
export type Style = keyof typeof codes;

/** Gives a text a style. */
export type Paint = (style: Style, text: string) => string;

/** The paint for a terminal with colours, or the one that leaves texts as they are. */
export function painter(color: boolean): Paint {
  if (!color) return (_, text) => text;
  return (style, text) => `\u001B[${codes[style][0]}m${text}\u001B[${codes[style][1]}m`;
}
