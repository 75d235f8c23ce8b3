import type { Random } from "./random.ts";
import { digits, hex, letters } from "./candidateText.ts";

export function uuid(random: Random): string {
  const length = (usual: number): number => (random.percent(95) ? usual : random.integer(usual - 1, usual + 1));
  return [8, 4, 4, 4, 12].map((usual) => random.text(length(usual), hex)).join("-");
}

function label(random: Random): string {
  const length = random.percent(85) ? random.integer(1, 8) : random.integer(60, 65);
  const text = random.text(length, `${letters}${digits}----`);
  // A hyphen at an end makes an address invalid, so most labels get other ends.
  return random.percent(10) ? text : `${random.pick(letters)}${text.slice(2)}${random.pick(digits)}`.slice(0, length);
}

export const hostname = (random: Random): string =>
  Array.from({ length: random.integer(1, 4) }, () => label(random)).join(".");

export function email(random: Random): string {
  const local = random.text(random.integer(random.percent(5) ? 0 : 1, 8), `${letters}${digits}!#$%&'*+-/=?^_\`{|}~.`);
  const labels = Array.from({ length: random.integer(1, 4) }, () => label(random));
  return `${local}@${labels.join(".")}`;
}

export const ipv4 = (random: Random): string =>
  Array.from({ length: random.percent(95) ? 4 : random.integer(3, 5) }, () =>
    random.percent(90) ? random.integer(0, 255) : random.pick(["00", "01", "256", "260", "300", "", "199", "249"]),
  ).join(".");

export function ipv6(random: Random): string {
  const last = random.percent(20) ? ipv4(random) : random.text(random.integer(1, 4), hex);
  const group = (): string => random.text(random.percent(97) ? random.integer(1, 4) : random.pick([0, 5]), hex);
  const length = last.includes(".") ? 6 : 7;
  const groups = Array.from({ length: random.percent(95) ? length : random.integer(0, 9) }, group);
  if (random.percent(30)) return [...groups, last].join(":");
  const from = random.integer(0, groups.length);
  const to = random.percent(85) ? random.integer(Math.min(from + 1, groups.length), groups.length) : from;
  const after = random.percent(10) ? "" : [...groups.slice(to), last].join(":");
  return `${groups.slice(0, from).join(":")}::${after}`;
}
