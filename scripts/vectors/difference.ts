import { isEqual } from "../json/equality.ts";
import { isObject, type Json } from "../json/json.ts";
import type { Key } from "./put.ts";

/** A change of a value: what comes at a member or an item; nothing where the member is removed. */
export interface Difference {
  readonly keys: readonly Key[];
  readonly value?: Json;
}

type Entries = readonly (readonly [key: Key, value: Json])[];

/** The items of an array. */
const itemsOf = (items: readonly Json[]): Entries => items.map((item, i) => [i, item]);

/** The members of two objects, or the items of two arrays of one length; undefined where they are neither. */
function entriesOf(before: Json, after: Json): readonly [before: Entries, after: Entries] | undefined {
  if (isObject(before) && isObject(after)) return [Object.entries(before), Object.entries(after)];
  if (!Array.isArray(before) || !Array.isArray(after) || before.length !== after.length) return undefined;
  return [itemsOf(before), itemsOf(after)];
}

/**
 * Finds the one change, as deep as can be, that makes one value of another.
 * @returns undefined where they are equal
 */
export function difference(before: Json, after: Json, keys: readonly Key[] = []): Difference | undefined {
  if (isEqual(before, after)) return undefined;
  const entries = entriesOf(before, after);
  if (entries === undefined) return { keys, value: after };
  const [old, now] = entries.map((list) => new Map(list)) as [Map<Key, Json>, Map<Key, Json>];
  const all = new Set([...old.keys(), ...now.keys()]);
  const changed = [...all].filter((key) => {
    const [left, right] = [old.get(key), now.get(key)];
    return left === undefined || right === undefined || !isEqual(left, right);
  });
  const [key, ...others] = changed;
  if (key === undefined || others.length > 0) return { keys, value: after };
  const [left, right] = [old.get(key), now.get(key)];
  if (right === undefined) return { keys: [...keys, key] };
  return left === undefined ? { keys: [...keys, key], value: right } : difference(left, right, [...keys, key]);
}
