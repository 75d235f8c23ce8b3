import { type Json, toPointer } from "./json.ts";

/** Where two values differ first, and what stands there; undefined where one has nothing. */
export interface Difference {
  readonly pointer: string;
  readonly left: Json | undefined;
  readonly right: Json | undefined;
}

const own = (holder: object, name: string): Json | undefined =>
  Object.hasOwn(holder, name) ? (holder as Record<string, Json>)[name] : undefined;

/**
 * Finds the first difference of two values, in the order of the first one's members.
 * @returns undefined where they are equal, whatever the order of members
 */
export function firstDifference(
  left: Json | undefined,
  right: Json | undefined,
  keys: readonly string[] = [],
): Difference | undefined {
  if (left === right) return undefined;
  const isInner = typeof left === "object" && typeof right === "object" && left !== null && right !== null;
  if (!isInner || Array.isArray(left) !== Array.isArray(right)) return { pointer: toPointer(keys), left, right };
  for (const name of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const found = firstDifference(own(left, name), own(right, name), [...keys, name]);
    if (found !== undefined) return found;
  }
  return undefined;
}
