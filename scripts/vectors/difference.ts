import { valueAt } from "../catalog/ref.ts";
import { isObject, type Json, type JsonObject } from "../json/json.ts";
import { type Key, put } from "./put.ts";

/** A change of a value: what comes at a member or an item; nothing where the member is removed. */
export interface Difference {
  readonly keys: readonly Key[];
  readonly value?: Json;
}

/** The members of two objects, or the items of two arrays of one length, by key; undefined where they are neither. */
function membersOf(before: Json, after: Json): readonly [before: Map<Key, Json>, after: Map<Key, Json>] | undefined {
  if (isObject(before) && isObject(after)) return [new Map(Object.entries(before)), new Map(Object.entries(after))];
  if (!Array.isArray(before) || !Array.isArray(after) || before.length !== after.length) return undefined;
  return [new Map(before.entries()), new Map(after.entries())];
}

/**
 * Finds the one change, as deep as can be, that makes one value of another. What the two share is not compared.
 * @returns undefined where they are equal
 */
export function difference(before: Json, after: Json, keys: readonly Key[] = []): Difference | undefined {
  if (before === after) return undefined;
  const members = membersOf(before, after);
  if (members === undefined) return { keys, value: after };
  const [old, now] = members;
  const found = [...new Set([...old.keys(), ...now.keys()])].flatMap((key): Difference[] => {
    const [left, right] = [old.get(key), now.get(key)];
    const path = [...keys, key];
    if (right === undefined) return [{ keys: path }];
    return left === undefined ? [{ keys: path, value: right }] : [difference(left, right, path) ?? []].flat();
  });
  return found.length > 1 ? { keys, value: after } : found[0];
}

/**
 * A copy of a value with a change; what is not changed is shared.
 * @returns undefined where the value has no member that could hold what changes
 */
export function applied(root: Json, { keys, value }: Difference): Json | undefined {
  const holderKeys = keys.slice(0, -1);
  const [key, holder] = [keys.at(-1), valueAt(root, holderKeys.map(String))];
  if (key !== undefined && (typeof holder !== "object" || holder === null)) return undefined;
  if (value !== undefined) return put(root, keys, value);
  const { [key as Key]: _, ...rest } = holder as JsonObject;
  return put(root, holderKeys, rest);
}
