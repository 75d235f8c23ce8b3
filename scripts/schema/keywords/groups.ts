import type { Schema } from "../schema.ts";
import type { MergeInside } from "./keyword.ts";
import { bothMaps } from "./maps.ts";

/** Keywords that have one meaning between them: they are merged together, or not at all. */
export interface Group {
  readonly keywords: readonly string[];
  /** The keywords that hold where both hold; undefined where one schema cannot say both. Absent where none can. */
  readonly both?: (a: Schema, b: Schema, merge: MergeInside) => Schema | undefined;
}

/** Whether an object may have members that it does not describe, of any kind. */
const isOpen = ({ additionalProperties: others = true }: Schema): boolean => others === true;

const own = (map: Readonly<Record<string, Schema>>, name: string): Schema | undefined =>
  Object.hasOwn(map, name) ? map[name] : undefined;

/** The members of objects. Who closes an object closes it for the members of the other side too, which are then gone. */
function bothMembers(a: Schema, b: Schema, merge: MergeInside): Schema | undefined {
  const patterns = [a, b].flatMap(({ patternProperties = {} }) => Object.keys(patternProperties));
  // Which members a pattern leaves to the other side's closing is known at run time only.
  if (patterns.length > 0 && !(isOpen(a) && isOpen(b))) return undefined;
  const merged: Record<string, Schema> = {};
  for (const name of new Set([...Object.keys(a.properties ?? {}), ...Object.keys(b.properties ?? {})])) {
    const described = [own(a.properties ?? {}, name) ?? a.additionalProperties ?? true];
    described.push(own(b.properties ?? {}, name) ?? b.additionalProperties ?? true);
    const [left, right] = described.filter((one) => one !== true);
    if (left === false || right === false) continue;
    merged[name] =
      right === undefined ? (left as Schema) : merge(left as Schema, right as Schema, ["properties", name]);
  }
  const others = [a.additionalProperties, b.additionalProperties].filter((one) => one !== undefined);
  const [left, right] = others.filter((one) => one !== true);
  const rest = left === undefined ? others[0] : right === undefined ? left : bothOthers(left, right, merge);
  return {
    ...(Object.keys(merged).length > 0 || (a.properties ?? b.properties) !== undefined ? { properties: merged } : {}),
    ...(patterns.length > 0
      ? {
          patternProperties: bothMaps(a.patternProperties ?? {}, b.patternProperties ?? {}, (one, other, keys) =>
            merge(one, other, ["patternProperties", ...keys]),
          ),
        }
      : {}),
    ...(rest === undefined ? {} : { additionalProperties: rest }),
  };
}

const bothOthers = (a: Schema | boolean, b: Schema | boolean, merge: MergeInside): Schema | boolean =>
  typeof a === "boolean" || typeof b === "boolean" ? false : merge(a, b, ["additionalProperties"]);

/** The items of arrays: those that one side describes one by one, the other may describe as all others. */
function bothItems(a: Schema, b: Schema, merge: MergeInside): Schema {
  const both = (left: Schema | undefined, right: Schema | undefined, keys: readonly string[]): Schema | undefined =>
    left === undefined || right === undefined ? (left ?? right) : merge(left, right, keys);
  const length = Math.max(a.prefixItems?.length ?? 0, b.prefixItems?.length ?? 0);
  const prefix = Array.from({ length }, (_, i) =>
    both(a.prefixItems?.[i] ?? a.items, b.prefixItems?.[i] ?? b.items, ["prefixItems", String(i)]),
  );
  const items = both(a.items, b.items, ["items"]);
  return {
    ...(length > 0 ? { prefixItems: prefix.map((schema) => schema ?? {}) } : {}),
    ...(items === undefined ? {} : { items }),
  };
}

/** Every group. A keyword that is in none is merged by its row. */
export const groups: readonly Group[] = [
  { keywords: ["properties", "patternProperties", "additionalProperties"], both: bothMembers },
  { keywords: ["prefixItems", "items"], both: bothItems },
  { keywords: ["if", "then", "else"] },
  { keywords: ["contains", "minContains", "maxContains"] },
];
