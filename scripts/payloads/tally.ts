import type { Tally } from "./verdicts.ts";

/** How many events there were. */
export function eventsOf({ valid, invalid, unknownType, unreadable }: Tally): number {
  return valid + invalid + unknownType + unreadable;
}

/** How many of a thing there were in a second. */
export function perSecond(count: number, seconds: number): number {
  return Math.round(count / Math.max(seconds, 0.001));
}
