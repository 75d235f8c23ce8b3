import type { Random } from "./random.ts";

/** Characters that no format or few formats hold: white space, delimiters, look-alikes, halves of a pair. */
const outsiders: readonly string[] = [
  ..." \n\r\t\0\v\u0085\u00a0\u2028\u2029\ufeff",
  ...'%/:@[]\\"<>#?^`{|}_.,-+Tt Zz',
  // Digits of other scripts, and letters that fold to "s", "k" and "i" where case does not count.
  ..."\u0661\u09e8\u0967\uff13\u017f\u212a\u0130\u00e9",
  "\ud83d\ude00",
  "\ud83d",
  "\udc00",
];

/** One change of a text: it gets the place of a character and one to put there. */
type Change = (text: string, at: number, char: string, random: Random) => string;

const flipCase = (char: string): string => (char === char.toLowerCase() ? char.toUpperCase() : char.toLowerCase());

const changes: readonly Change[] = [
  (text, at, char) => text.slice(0, at) + char + text.slice(at),
  (text, at) => text.slice(0, at) + text.slice(at + 1),
  (text, at, char) => text.slice(0, at) + char + text.slice(at + 1),
  (text, at) => text.slice(0, at + 1) + text.slice(at),
  (text, at) => text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2),
  (text, at) => text.slice(0, at) + flipCase(text.charAt(at)) + text.slice(at + 1),
  // A piece moves: fields change places, get lost or come twice.
  (text, at, _char, random) => text.slice(0, at) + text.slice(random.integer(0, text.length)),
  // Both ends are where an anchor may be missing.
  (text, _at, char) => text + char,
  (text, _at, char) => char + text,
];

/**
 * A text after so many random changes.
 * @param chars the characters that a change puts in, beside a few that are foreign to every format
 */
export function mutate(text: string, count: number, chars: string, random: Random): string {
  let changed = text;
  for (let done = 0; done < count; done++) {
    const char = random.percent(70) ? random.pick(chars) : random.pick(outsiders);
    changed = random.pick(changes)(changed, random.integer(0, changed.length), char, random);
  }
  return changed;
}
