import type { Json, JsonObject } from "../json/json.ts";

/** A step into a value. */
export type Key = string | number;

/** A copy of a value with another value at a pointer. */
export function put(root: Json, keys: readonly Key[], value: Json): Json {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  const next = put((root as { [key: Key]: Json })[key] as Json, rest, value);
  if (Array.isArray(root)) return root.map((item, i) => (i === key ? next : item));
  return { ...(root as JsonObject), [key]: next };
}
