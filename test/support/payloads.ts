import fc from "fast-check";
import { isObject, type Json, type JsonObject } from "../../scripts/json/json.ts";

/** Values that sit on the edges of rules: of other types, empty, or almost right. */
const oddValues: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    1.5,
    "",
    "x",
    [],
    {},
    "1.0",
    "event",
    "2022-02-21T19:38:34Z",
    "2022-02-30T00:00:00Z",
  ),
  fc.constantFrom(
    "https://api.gigs.com",
    "urn:x:y",
    "/relative",
    "http://a b",
    "2022-02-21 19:38:34Z",
    "\n",
    "\u00e9\ud83d\ude00",
  ),
  fc.string({ maxLength: 8 }),
  fc.integer(),
  fc.jsonValue({ maxDepth: 2 }).map((value) => value as Json),
);

/** One change of a value somewhere inside. */
type Change = (value: JsonObject) => void;

/** Every object and array inside a value, the value itself first. */
function holders(value: unknown): (JsonObject | Json[])[] {
  if (Array.isArray(value)) return [value, ...value.flatMap(holders)];
  return isObject(value) ? [value, ...Object.values(value).flatMap(holders)] : [];
}

const change: fc.Arbitrary<Change> = fc
  .record({
    where: fc.nat(),
    which: fc.nat(),
    how: fc.constantFrom("remove", "replace", "add", "harmless"),
    value: oddValues,
    name: fc.string({ minLength: 1, maxLength: 5 }).filter((name) => name !== "__proto__"),
  })
  .map(({ where, which, how, value: odd, name }): Change => (root) => {
    // A copy: later changes must not reach into the value that the generator holds.
    const value = structuredClone(odd) as Json;
    const all = holders(root);
    const holder = all[where % all.length] as JsonObject;
    const keys = Object.keys(holder);
    const key = keys[which % Math.max(keys.length, 1)];
    if (Array.isArray(holder)) {
      if (how === "remove" || key === undefined) (holder as Json[]).pop();
      else (holder as Json[])[which % holder.length] = value;
    } else if (how === "add" || how === "harmless") holder[how === "add" ? name : "zz"] = value;
    else if (key !== undefined && how === "remove") delete holder[key];
    else if (key !== undefined) holder[key] = value;
  });

/**
 * Payloads made of valid ones by up to three changes; about a third stays valid.
 * @param examples valid payloads
 */
export function mutated(examples: readonly Json[]): fc.Arbitrary<JsonObject> {
  return fc.tuple(fc.constantFrom(...examples), fc.array(change, { maxLength: 3 })).map(([value, changes]) => {
    const copy = structuredClone(value) as JsonObject;
    for (const apply of changes) apply(copy);
    return copy;
  });
}
