import type { Random } from "./random.ts";
import { digits, digitsOf } from "./candidateText.ts";

/** Years around which the leap rule or the number of digits changes. */
const oddYears = [
  0, 1, 4, 9, 10, 96, 99, 100, 400, 999, 1000, 1004, 1100, 1200, 1600, 1900, 1996, 2000, 2023, 2024, 2100, 9996, 9999,
];

const padded = (value: number, length = 2): string => String(value).padStart(length, "0");

/** Two digits that are mostly in a range, sometimes on its edges, seldom anything. */
function field(least: number, most: number, random: Random): string {
  if (random.percent(90)) return padded(random.integer(least, most));
  if (random.percent(50)) return padded(random.integer(0, 99));
  return padded(random.pick([Math.max(least - 1, 0), least, most, most + 1]));
}

export function date(random: Random): string {
  const year = random.percent(70) ? random.integer(1, random.pick([120, 9999, 9999])) : random.pick(oddYears);
  // Every fifth date is at the end of a February, where the year decides.
  if (random.percent(20)) return `${padded(year, 4)}-02-${random.integer(28, 30)}`;
  return `${padded(year, 4)}-${field(1, 12, random)}-${field(1, random.pick([28, 31]), random)}`;
}

export function time(random: Random): string {
  const clock = `${field(0, 23, random)}:${field(0, 59, random)}:${field(0, 59, random)}`;
  const fraction = random.percent(50) ? "" : `.${digitsOf(1, 9, random)}`;
  const zone = random.percent(50) ? "Z" : `${random.pick("+-")}${field(0, 23, random)}:${field(0, 59, random)}`;
  return clock + fraction + zone;
}

export function duration(random: Random): string {
  /** Some units that mostly follow each other. */
  const counts = (units: string): string =>
    [...(random.percent(85) ? units.slice(random.integer(0, 2)).slice(0, random.integer(1, 3)) : units)]
      .filter(() => random.percent(94))
      .map((unit) => `${random.text(random.percent(98) ? random.integer(1, 4) : 0, digits)}${unit}`)
      .join("");
  if (random.percent(10)) return `P${counts("W")}`;
  const ofDate = random.percent(75) ? counts("YMD") : "";
  return `P${ofDate}${ofDate === "" || random.percent(50) ? `T${counts("HMS")}` : ""}`;
}
