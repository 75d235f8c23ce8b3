import { isObject, type Json, type JsonObject } from "../../scripts/json/json.ts";
import { rows } from "../../scripts/schema/keywords.ts";

/** Gives whole numbers from 0 up to, not including, a limit. */
export type Random = (limit: number) => number;

/** A generator of numbers that a seed determines (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit) | 0;
  };
}

const names = [
  ...rows.keys(),
  "$anchor",
  "if",
  "contains",
  "nonsense",
  "__proto__",
  "constructor",
  "",
  "a/b~c",
  "\u{1F600}",
];
const values: readonly Json[] = [
  null,
  true,
  false,
  0,
  -1,
  0.5,
  1e300,
  "",
  "*/",
  "`${",
  "\u2028",
  "__proto__",
  "^a|b$",
  "(",
  "^\\d+$",
  "^(a+)+$",
  "string",
  "null",
  "integer",
  "date-time",
  "#",
  "#/properties",
  "../event.schema.json",
  "https://x.example/",
  "x".repeat(300),
  [],
  [[]],
  [null],
  ["a", "a"],
  {},
  { type: "string" },
  { const: 1 },
  { $ref: "#" },
  { properties: { x: {} } },
];

type Holder = JsonObject | Json[];
type Change = (holder: Holder, key: string, random: Random) => void;

const pick = <T>(list: readonly T[], random: Random): T => list[random(list.length)] as T;
const copy = (value: Json): Json => structuredClone(value);

function put(holder: Holder, key: string, value: Json): void {
  // Not by assignment: `__proto__` has to become a member like any other.
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

const at = (holder: Holder, key: string): Json => (holder as JsonObject)[key] as Json;

const wraps: readonly ((value: Json) => Json)[] = [
  (value) => [value],
  (value) => ({ value }),
  (value) => ({ allOf: [value] }),
  (value) => ({ anyOf: [value, { type: "null" }] }),
  (value) => ({ type: "object", properties: { inner: value } }),
  (value) => ({ type: "array", items: value }),
];

/** What is done to one member of an object, or to one item of an array. */
const changes: Readonly<Record<string, Change>> = {
  drop: (holder, key) => {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  },
  duplicate: (holder, key, random) => {
    if (Array.isArray(holder)) holder.push(copy(at(holder, key)));
    else put(holder, pick(names, random), copy(at(holder, key)));
  },
  retype: (holder, key, random) => put(holder, key, copy(pick(values, random))),
  rename: (holder, key, random) => {
    if (Array.isArray(holder)) return;
    const value = at(holder, key);
    delete holder[key];
    put(holder, random(2) === 0 ? pick(names, random) : key.slice(1), value);
  },
  nest: (holder, key, random) => put(holder, key, pick(wraps, random)(at(holder, key))),
};

/** Every object and array inside a value that holds something. */
function holders(value: Json): Holder[] {
  const inside = isObject(value) ? Object.values(value) : Array.isArray(value) ? value : [];
  return inside.length === 0 ? [] : [value as Holder, ...inside.flatMap(holders)];
}

/** Breaks a text as an editor or a disk does: cut off, a character too few, or one too many. */
function spoil(text: string, random: Random): string {
  const place = random(text.length);
  return pick(
    [
      text.slice(0, place),
      text.slice(0, place) + text.slice(place + 1),
      `${text.slice(0, place)},${text.slice(place)}`,
    ],
    random,
  );
}

/**
 * Makes another schema folder of a valid one by one to three changes; one in ten is no JSON any more.
 * @param folder schemas by path; it is not changed
 * @returns texts by path; the same for the same seed
 */
export function mutateFolder(folder: Readonly<Record<string, JsonObject>>, seed: number): Record<string, string> {
  const random = createRandom(seed);
  const copies = structuredClone(folder) as Record<string, JsonObject>;
  for (let rest = 1 + random(3); rest > 0; rest--) {
    const holder = pick(holders(pick(Object.values(copies), random)), random);
    if (holder !== undefined) pick(Object.values(changes), random)(holder, pick(Object.keys(holder), random), random);
  }
  const texts = Object.fromEntries(
    Object.entries(copies).map(([path, value]) => [path, JSON.stringify(value, null, 2)]),
  );
  if (random(10) > 0) return texts;
  const path = pick(Object.keys(texts), random);
  return { ...texts, [path]: spoil(texts[path] as string, random) };
}
