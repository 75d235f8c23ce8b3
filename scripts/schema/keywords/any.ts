import { isEqual } from "../../json/equality.ts";
import { type Json, typeOf } from "../../json/json.ts";
import type { Schema } from "../schema.ts";
import { type Assertion, assertion, type Kind } from "./keyword.ts";
import { type Known, refuses } from "./known.ts";
import { same } from "./limits.ts";
import { lastName } from "../../print/names.ts";
import { constant, enumeration, typeList } from "./words.ts";

/** The kind of keywords that speak of each type; null and booleans have none. */
export const kindOfType: Readonly<Record<string, Kind | undefined>> = {
  string: "string",
  number: "number",
  integer: "number",
  array: "array",
  object: "object",
};

/** The types that a schema allows; [] where it names none. */
export function typesOf({ type }: Schema): readonly string[] {
  return type === undefined ? [] : [type].flat().map(String);
}

/** Whether types allow a type; every integer is a number. */
export function allowsType(types: readonly string[], type: string): boolean {
  return types.includes(type) || (type === "integer" && types.includes("number"));
}

/** One value per JSON type; the number has a fraction, so that it is no integer. */
const typeSamples: readonly Json[] = [1, "x", null, true, 1.5, [], {}];

const other = (value: Json): Json =>
  typeof value === "string"
    ? `${value}x`
    : typeof value === "number"
      ? value + 1
      : typeof value === "boolean"
        ? !value
        : 0;

const isScalar = (value: Json): boolean => typeof value !== "object" || value === null;

/** Whether a value of which something is known is another one than this. */
const isExcluded = (value: Json, known: Known): boolean => typeOf(value) !== known.type || refuses(known, value);

/** So many values are compared one by one; more are looked up. */
const maxCompared = 4;

/** Its code is that of the printer, for it decides which other keywords are asked. */
export const type: Assertion<string | readonly string[]> = assertion<string | readonly string[], "any">({
  of: "any",
  topic: "values",
  refusesUndefined: () => true,
  holds: (value, limit) => allowsType([limit].flat(), typeOf(value)),
  print: () => [],
  implied: (limit, { type: own }) => allowsType([limit].flat(), own),
  excluded: (limit, { type: own }) => !allowsType([limit].flat(), own),
  expected: (limit) => `must be ${typeList(limit)}`,
  both: (a, b) => {
    const [left, right] = [[a].flat(), [b].flat()];
    const both = [...new Set([...left, ...right])].filter((one) => allowsType(left, one) && allowsType(right, one));
    return both.length > 1 ? both : both[0];
  },
  edges: (limit, { schema, sample }) => {
    const types = [limit].flat();
    const refused = typeSamples.find((value) => !allowsType(types, typeOf(value)));
    const near = types.includes("integer") ? [1.5] : [];
    // A value that an open enum does not list.
    const [listed] = schema["x-open"] ?? [];
    return [
      ...(listed === undefined ? [] : [other(listed)]),
      ...types.map((one) => sample({ ...schema, type: one })),
      ...near,
      ...(refused === undefined ? [] : [refused]),
    ];
  },
});

export { constantOf as const };
const constantOf: Assertion<Json> = assertion<Json, "any">({
  of: "any",
  topic: "values",
  decides: true,
  refusesUndefined: () => true,
  holds: isEqual,
  excluded: (limit, known) => isExcluded(limit, known),
  broken: (value, limit, { literal, helper }) =>
    isScalar(limit) ? `${value} !== ${literal(limit)}` : `!${helper("equal")}(${value}, ${literal(limit)})`,
  expected: (limit) => `must be ${constant(limit)}`,
  both: same,
  shows: (limit) => [limit],
  edges: (limit) => [other(limit)],
});

export { enumeratedOf as enum };
const enumeratedOf: Assertion<readonly Json[]> = assertion<readonly Json[], "any">({
  of: "any",
  topic: "values",
  refusesUndefined: () => true,
  holds: (value, limit) => limit.some((item) => isEqual(item, value)),
  excluded: (limit, known) => limit.every((item) => isExcluded(item, known)),
  broken: (value, limit, { literal, constant: declare, helper }) => {
    if (limit.length > maxCompared && limit.every(isScalar)) {
      return `!${declare(`${lastName(value)}Values`, `new Set(${literal([...limit])})`)}.has(${value})`;
    }
    const differs = (item: Json): string =>
      isScalar(item) ? `${value} !== ${literal(item)}` : `!${helper("equal")}(${value}, ${literal(item)})`;
    return limit.map(differs).join(" && ");
  },
  expected: (limit) => `must be ${enumeration(limit)}`,
  both: (a, b) => {
    const both = a.filter((x) => b.some((y) => isEqual(x, y)));
    return both.length > 0 ? both : undefined;
  },
  shows: (limit) => limit,
  edges: (limit) => [...limit, limit.some((value) => typeof value === "string") ? "another value" : 0.25],
});
