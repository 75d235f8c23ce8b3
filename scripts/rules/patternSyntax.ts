/** Parts of a pattern: an escape, an opening of a group, a bound, a doubled sign, or a single character. */
const part = /\\u\{[^}]*\}|\\x[0-9A-Fa-f]{2}|\\[^]|\(\?(?:<[=!]|[^])|\{[0-9]+(?:,[0-9]*)?\}|[^]/gu;

interface Part {
  readonly text: string;
  readonly inClass: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** The part before, in the same class; "[" for the first of a class. */
  readonly before: string;
}

/** What languages read in their own ways, and what to write instead. The first row that fits a part tells. */
const rows: readonly [fits: (part: Part) => boolean, what: string, instead: string][] = [
  [({ text }) => /^\(\?<?[=!]/.test(text), "lookaround", "say it with a second property or an alternative"],
  [({ text }) => /^\(\?[<P']/.test(text), "a named group", "write (?:...)"],
  [({ text }) => text.startsWith("(?") && text !== "(?:", "a group with flags", "write (?:...)"],
  [({ text, inClass }) => !inClass && /^\\[1-9k]/.test(text), "a backreference", "write the alternatives out"],
  [({ text }) => /^\\[dw]/.test(text), "a set by letter", "write the characters, such as [0-9]"],
  [({ text }) => /^\\[DW]/.test(text), "a negated set", "write the characters that are meant"],
  [({ text }) => text === "\\s", "\\s", "write the blanks that are meant, such as [ \\t\\r\\n]"],
  [({ text }) => text === "\\S", "\\S", "write what is meant, such as [!-~] for visible ASCII"],
  [({ text }) => /^\\[bB]/.test(text), "a word boundary", "write the characters that may stand there, or ^ and $"],
  [({ text }) => /^\\[pP]/.test(text), "a Unicode property", "write the characters, such as [A-Za-zÀ-ÿ]"],
  [({ text }) => text.startsWith("\\u"), "a character by \\u", "write the character itself"],
  [({ text }) => /^\\[A-Za-z0-9]/.test(text) && !/^\\(?:[nrtf]|x..)$/.test(text), "an uncommon escape", "write \\xHH"],
  [({ text, inClass }) => inClass && /^\\?\$$/.test(text), "$ in a class", "write \\x24"],
  [({ text, inClass, isFirst }) => !inClass && text === "^" && !isFirst, "^ behind the start", "put ^ first, once"],
  [({ text, inClass, isLast }) => !inClass && text === "$" && !isLast, "$ before the end", "put $ last, once"],
  [({ text, inClass, before }) => inClass && text === "]" && /^\[\^?$/.test(before), "an empty class", "name a sign"],
  [({ text, inClass, before }) => inClass && text === "[" && before !== "", "[ in a class", "write \\["],
  [({ text, inClass, before }) => inClass && /^[&~|-]$/.test(text) && text === before, "a doubled sign", "escape it"],
  [({ text, inClass }) => !inClass && isLargeBound(text), "a bound over 1000", "use maxLength"],
];

/** RE2 stops at 1000 repetitions. */
const isLargeBound = (text: string): boolean =>
  /^\{[0-9,]+\}$/.test(text) && (text.match(/[0-9]+/g) ?? []).some((bound) => Number(bound) > 1000);

function* parts(pattern: string): Generator<Part> {
  let [inClass, before] = [false, ""];
  for (const { 0: text, index } of pattern.matchAll(part)) {
    const opens = !inClass && text === "[";
    yield { text, inClass, before, isFirst: index === 0, isLast: index + text.length === pattern.length };
    if (opens) [inClass, before] = [true, "["];
    else if (inClass && text === "]") [inClass, before] = [false, ""];
    else if (inClass) before = before === "[" && text === "^" ? "[^" : text;
  }
}

/** What in a pattern is not read alike everywhere, each once, with what to write instead. */
export function unportable(pattern: string): { readonly what: string; readonly instead: string }[] {
  const found = new Map<string, string>();
  for (const one of parts(pattern)) {
    const row = rows.find(([fits]) => fits(one));
    if (row !== undefined) found.set(row[1], row[2]);
  }
  if (found.size === 0 && !(compiles(pattern, "v") && compiles(pattern, "u"))) {
    found.set("what ECMAScript refuses in v mode", "close what is open; escape ( ) [ ] { } / - | in a class");
  }
  return [...found].map(([what, instead]) => ({ what, instead }));
}

/** Whether ECMAScript reads a pattern; "u" is how validators compile it, "v" is stricter. */
export function compiles(pattern: string, flag: "u" | "v"): boolean {
  try {
    return Boolean(new RegExp(pattern, flag));
  } catch {
    return false;
  }
}

/** Whether a pattern can match entire texts only: `^` first, `$` last, and no alternative beside them. */
export function isAnchored(pattern: string): boolean {
  let depth = 0;
  for (const { text, inClass } of parts(pattern)) {
    if (inClass) continue;
    if (text.startsWith("(")) depth++;
    else if (text === ")") depth--;
    else if (text === "|" && depth === 0) return false;
  }
  return pattern.startsWith("^") && /(?<!\\)(?:\\\\)*\$$/.test(pattern);
}
