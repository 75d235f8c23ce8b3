import type { Random } from "./random.ts";

/** Characters that generators pick from. */
export const digits = "0123456789";
export const hex: string = `${digits}abcdefABCDEF`;
export const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Digits of which mostly so many are allowed. */
export const digitsOf = (least: number, most: number, random: Random): string =>
  random.text(random.percent(80) ? random.integer(least, most) : random.integer(0, most + 3), digits);

/** Characters on either side of the limits of what formats hold beyond ASCII, and some others. */
const international = [..."\u0080\u00a0\u00a1\u00e9\u2027\u2028\u202f\u2030\u4f8b\ufffd\u{1f600}\u{10fffd}"];

/** A text with letters in it made international, now and then to such as no format holds. */
export const abroad = (text: string, random: Random): string =>
  [...text]
    .map((char) => (random.percent(8) && letters.includes(char) ? "\u00e9" : char))
    .map((char) => (random.percent(1) ? random.pick(international) : char))
    .join("");
