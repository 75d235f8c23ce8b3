import type { Random } from "./random.ts";

const digits = "0123456789";
const hex = `${digits}abcdefABCDEF`;
const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Years around which the leap rule or the number of digits changes. */
const oddYears = [0, 4, 100, 400, 999, 1000, 1004, 1100, 1200, 1600, 1900, 1996, 2000, 2023, 2024, 2100, 9996, 9999];

const padded = (value: number, length = 2): string => String(value).padStart(length, "0");

/** Two digits that are mostly in a range, sometimes on its edges, seldom anything. */
function field(least: number, most: number, random: Random): string {
  if (random.percent(90)) return padded(random.integer(least, most));
  if (random.percent(50)) return padded(random.integer(0, 99));
  return padded(random.pick([Math.max(least - 1, 0), least, most, most + 1]));
}

/** Digits of which mostly so many are allowed. */
const digitsOf = (least: number, most: number, random: Random): string =>
  random.text(random.percent(80) ? random.integer(least, most) : random.integer(0, most + 3), digits);

function date(random: Random): string {
  const year = random.percent(70) ? random.integer(random.pick([0, 1000, 1000]), 9999) : random.pick(oddYears);
  // Every fifth date is at the end of a February, where the year decides.
  if (random.percent(20)) return `${padded(year, 4)}-02-${random.integer(28, 30)}`;
  return `${padded(year, 4)}-${field(1, 12, random)}-${field(1, random.pick([28, 31]), random)}`;
}

function time(random: Random): string {
  const clock = `${field(0, 23, random)}:${field(0, 59, random)}:${field(0, 59, random)}`;
  const fraction = random.percent(50) ? "" : `.${digitsOf(1, 9, random)}`;
  const zone = random.percent(50) ? "Z" : `${random.pick("+-")}${field(0, 23, random)}:${field(0, 59, random)}`;
  return clock + fraction + zone;
}

function uuid(random: Random): string {
  const length = (usual: number): number => (random.percent(95) ? usual : random.integer(usual - 1, usual + 1));
  return [8, 4, 4, 4, 12].map((usual) => random.text(length(usual), hex)).join("-");
}

function label(random: Random): string {
  const length = random.percent(85) ? random.integer(1, 8) : random.integer(60, 65);
  const text = random.text(length, `${letters}${digits}----`);
  // A hyphen at an end makes an address invalid, so most labels get other ends.
  return random.percent(10) ? text : `${random.pick(letters)}${text.slice(2)}${random.pick(digits)}`.slice(0, length);
}

function email(random: Random): string {
  const local = random.text(random.integer(random.percent(5) ? 0 : 1, 8), `${letters}${digits}!#$%&'*+-/=?^_\`{|}~.`);
  const labels = Array.from({ length: random.integer(1, 4) }, () => label(random));
  return `${local}@${labels.join(".")}`;
}

/** Characters of a component of a URI, with escapes. */
function component(least: number, most: number, more: string, random: Random): string {
  const chars = [...`${letters}${digits}-._~!$&'()*+,;=${more}`];
  let text = "";
  for (let left = random.integer(least, most); left > 0; left--) {
    text += random.percent(15) ? `%${random.text(2, hex)}` : random.pick(chars);
  }
  return text;
}

function uri(random: Random): string {
  const scheme = `${random.pick(letters)}${random.text(random.integer(0, 5), `${letters}${digits}+-.`)}`;
  const user = random.percent(4) ? `${component(0, 3, ":", random)}@` : "";
  const host = random.percent(3) ? "[::1]" : component(random.percent(4) ? 0 : 1, 8, "", random);
  const port = random.percent(70) ? "" : `:${digitsOf(1, 5, random)}`;
  const authority = random.percent(60) ? `//${user}${host}${port}` : "";
  const path = `${random.percent(authority === "" ? 30 : 90) ? "/" : ""}${component(0, 8, ":@//", random)}`;
  const query = random.percent(60) ? "" : `?${component(0, 6, ":@/?", random)}`;
  const fragment = random.percent(70) ? "" : `#${component(0, 6, ":@/?", random)}`;
  return `${scheme}:${authority}${path}${query}${fragment}`;
}

/** Texts by the name of a format: mostly valid, the others wrong in a field. Which is which, the oracle says. */
export const candidates: Readonly<Record<string, (random: Random) => string>> = {
  "date-time": (random) => `${date(random)}T${time(random)}`,
  date,
  time,
  uri,
  uuid,
  email,
};
