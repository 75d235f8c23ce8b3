import type { Random } from "./random.ts";
import { abroad, digits, letters } from "./candidateText.ts";

export function jsonPointer(random: Random): string {
  const token = (): string =>
    abroad(random.text(random.integer(0, 5), [...`${letters}${digits} "\\{}#`, "~0", "~1"]), random);
  const text = Array.from({ length: random.integer(0, 4) }, () => `/${token()}`).join("");
  return random.percent(12) ? `${text}${random.pick("~#a\t")}` : text;
}

export function relativeJsonPointer(random: Random): string {
  const number = (): string => (random.percent(8) ? random.text(2, "01") : String(random.integer(0, 40)));
  const moved = random.percent(25) ? `${random.pick("+-")}${number()}` : "";
  return `${random.percent(97) ? number() : ""}${moved}${random.percent(20) ? "#" : jsonPointer(random)}`;
}

function regexTerm(random: Random, level: number): string {
  if (random.percent(18)) return `(${random.pick(["", "?:", "?:"])}${regexTerms(random, level + 1)})`;
  if (random.percent(30)) {
    const member = (): string => random.pick([..."aZ09_ .^", "\\-", "\\]", "\\x41", "\\n", "a-z", "!-~", "\u00e9"]);
    return `[${random.pick(["", "^"])}${Array.from({ length: random.integer(1, 4) }, member).join("")}]`;
  }
  return random.pick([..."abZ0- /,<~.", "\\.", "\\\\", "\\/", "\\x0f", "\\t", "|", "\u00e9"]);
}

function regexTerms(random: Random, level: number): string {
  if (level > 7) return "a";
  const term = (): string => regexTerm(random, level);
  const times = ["", "", "", "*", "+?", "?", "{2}", "{0,1000}", "{3,}?", random.pick(["{01}", "{1001}", "{,2}", "++"])];
  return Array.from({ length: random.integer(0, 4) }, () => {
    const text = term();
    return text === "|" ? text : text + random.pick(times);
  }).join("");
}

export const regex = (random: Random): string =>
  `${random.pick(["", "^"])}${regexTerms(random, 0)}${random.pick(["", "$"])}`;
