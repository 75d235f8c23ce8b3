import { count } from "./count.ts";
import type { Diagnostic } from "./diagnostic.ts";

/** How many diagnostics of one rule a person is shown. */
export const maxShown = 20;

/** The diagnostics that are shown, and how many more there are of each rule. */
export interface Capped {
  readonly shown: readonly Diagnostic[];
  readonly more: ReadonlyMap<string, number>;
}

/**
 * Leaves the first diagnostics of each rule: a thousand of one kind would bury the others.
 * @param isAll whether all are left
 */
export function cap(diagnostics: readonly Diagnostic[], isAll: boolean): Capped {
  const counts = new Map<string, number>();
  const shown = diagnostics.filter(({ rule }) => {
    const number = (counts.get(rule) ?? 0) + 1;
    counts.set(rule, number);
    return isAll || number <= maxShown;
  });
  const more = [...counts].filter(([, number]) => !isAll && number > maxShown);
  return { shown, more: new Map(more.map(([rule, number]) => [rule, number - maxShown])) };
}

/** Says how many diagnostics of a rule are not shown. */
export function moreOf(rule: string, number: number): string {
  return `and ${count(number, "more finding")} of ${rule}; --all shows them`;
}
