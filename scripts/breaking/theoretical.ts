import type { Difference, Includes } from "./difference.ts";
import { undescribed } from "./members.ts";
import type { Breaks } from "./rule.ts";

/**
 * Whether a member that comes or goes breaks somebody else too, if members that a schema does not describe could be sent:
 * such a member may have any value.
 * @param breaks whom the kind of change breaks anyhow
 * @param includes counts members that no schema describes as possible
 */
export function isTheoretical(
  { isOfHolder, before, after, steps }: Difference,
  breaks: readonly Breaks[],
  includes: Includes,
): boolean {
  const holder = steps.at(-1);
  if (isOfHolder !== true || holder === undefined) return false;
  if (before === undefined && after !== undefined)
    return !breaks.includes("replay") && !includes(undescribed(holder.before), after);
  if (after === undefined && before !== undefined)
    return !breaks.includes("live") && !includes(undescribed(holder.after), before);
  return false;
}
