import type { Breaks, ChangeRule, Level } from "./rule.ts";
import type { Includes } from "./difference.ts";
import type { Reached } from "./toChange.ts";

/** The direction in which payloads show a break. */
export type Direction = Extract<Breaks, "live" | "replay">;

/** The directions among those whom a kind of change breaks. */
export function directionsOf({ breaks }: ChangeRule): Direction[] {
  return breaks.filter((one) => one === "live" || one === "replay");
}

/**
 * Whether what is around a difference takes its effect away, for certain: a branch that accepts null more breaks nobody
 * where another branch did.
 */
export function isHarmless(
  direction: Direction,
  { difference, owners, events }: Pick<Reached, "difference" | "owners" | "events">,
  includes: Includes,
): boolean {
  const [only, ...others] = events;
  const around = [
    ...difference.steps.toReversed(),
    { before: owners.before.schema, after: owners.after.schema },
    ...(only === undefined || others.length > 0 ? [] : [{ before: only.before.schema, after: only.after.schema }]),
  ];
  return around.some(({ before, after }) => (direction === "live" ? includes(after, before) : includes(before, after)));
}

/** How much a change matters of which only some of what its kind breaks is left. */
export function levelOf({ breaks, level }: ChangeRule, left: readonly Breaks[]): Level {
  if (left.length === breaks.length || left.some((one) => one !== "construct")) return level;
  return left.length > 0 ? "minor" : "patch";
}
