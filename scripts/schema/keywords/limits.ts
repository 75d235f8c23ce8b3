import { isEqual } from "../../json/equality.ts";
import type { Json } from "../../json/json.ts";
import { apart } from "./keyword.ts";

/** Of two lower limits the one that holds where both hold. */
export function larger(a: number, b: number): number {
  return Math.max(a, b);
}

/** Of two upper limits the one that holds where both hold. */
export function smaller(a: number, b: number): number {
  return Math.min(a, b);
}

/** For keywords whose values exclude each other: that value, or undefined where there are two. */
export function same<Limit extends Json>(a: Limit, b: Limit): Limit | undefined {
  return isEqual(a, b) ? a : undefined;
}

/** For keywords of which one schema can say only one value: that value, or {@link apart} where there are two. */
export function sameOrApart<Limit extends Json>(a: Limit, b: Limit): Limit | typeof apart {
  return isEqual(a, b) ? a : apart;
}
