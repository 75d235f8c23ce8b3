import { isEqual } from "../json/equality.ts";
import type { Json } from "../json/json.ts";
import { toJson } from "../json/text.ts";
import { shorten } from "../report/quote.ts";
import { accepts } from "../schema/evaluate.ts";
import { toNamed } from "../schema/expand.ts";
import { isAssertion, rows } from "../schema/keywords.ts";
import type { Topic } from "../schema/keywords/keyword.ts";
import type { Schema } from "../schema/schema.ts";
import { nounPhrase } from "../schema/keywords/phrases.ts";
import type { Found, Includes } from "./difference.ts";

const notNull: Schema = { not: { type: "null" } };

const shown = (value: Json): string => shorten(toJson(value));

const missingIn = (all: readonly Json[], others: readonly Json[]): Json[] =>
  all.filter((value) => !others.some((other) => isEqual(value, other)));

/** What a schema allows, as a noun. */
const allowed = (schema: Schema): string => shorten(nounPhrase(schema, "other values"));

/** The values that come to a list, or go. */
function listed(
  before: readonly Json[],
  after: readonly Json[],
  rules: readonly [added: string, removed: string],
): Found[] {
  return [
    ...missingIn(after, before).map((value) => ({
      rule: rules[0],
      keyword: "enum",
      message: `can be ${shown(value)} now`,
    })),
    ...missingIn(before, after).map((value) => ({
      rule: rules[1],
      keyword: "enum",
      message: `cannot be ${shown(value)} any more`,
    })),
  ];
}

/** Null that is allowed on one side only. */
function nullChange(before: Schema, after: Schema): Found[] {
  const [old, next] = [accepts(before, null), accepts(after, null)];
  if (old === next) return [];
  return [
    next
      ? { rule: "null-added", keyword: "type", message: "can be null now" }
      : { rule: "null-removed", keyword: "type", message: "cannot be null any more" },
  ];
}

/** The keywords of a schema that speak of some topics. */
function pick(schema: Schema, topics: readonly Topic[]): Schema {
  return Object.fromEntries(
    Object.entries(schema).filter(([keyword]) => {
      const row = rows.get(keyword);
      return row !== undefined && isAssertion(row) && row.topic !== undefined && topics.includes(row.topic);
    }),
  );
}

/** Lists of values that are open on a side, or on both; undefined where none is. */
function openChanges(
  { "x-open": old, enum: oldEnum }: Schema,
  { "x-open": next, enum: nextEnum }: Schema,
): Found[] | undefined {
  if (old !== undefined && next !== undefined) return listed(old, next, ["open-value-added", "open-value-removed"]);
  if (next !== undefined && oldEnum !== undefined)
    return [{ rule: "open-added", keyword: "x-open", message: "can be values that are not listed now" }];
  if (old !== undefined && nextEnum !== undefined)
    return [{ rule: "open-removed", keyword: "x-open", message: "has to be one of the values that are listed now" }];
  return undefined;
}

/** Values that both sides list; undefined where one does not. */
function listChanges(before: Schema, after: Schema): Found[] | undefined {
  if (before.const !== undefined && after.const !== undefined) {
    const message = `has to be ${shown(after.const)} now, not ${shown(before.const)}`;
    return isEqual(before.const, after.const) ? [] : [{ rule: "const-changed", keyword: "const", message }];
  }
  if (before.enum === undefined || after.enum === undefined) return undefined;
  return listed(before.enum, after.enum, ["enum-value-added", "enum-value-removed"]);
}

/**
 * Finds what is different of the values that two schemas allow, and of their types.
 * @param topics `branches` among them where one side has a union and the other has none
 * @param includes tells whether one schema accepts no more than another
 */
export function valueChanges(before: Schema, after: Schema, topics: readonly Topic[], includes: Includes): Found[] {
  const lists = openChanges(before, after) ?? listChanges(before, after);
  if (lists !== undefined) return lists;
  const [old, next] = [pick(before, topics), pick(after, topics)];
  if (isEqual(toNamed(old), toNamed(next))) return [];
  const nulls = nullChange(before, after);
  const [isNarrow, isWide] = [includes({ allOf: [after, notNull] }, old), includes({ allOf: [before, notNull] }, next)];
  if (isNarrow && isWide) return nulls;
  const rule = isNarrow ? "type-narrowed" : isWide ? "type-widened" : "type-changed";
  const keyword = Object.keys({ ...old, ...next }).find((name) => old[name] !== next[name]) ?? "type";
  return [...nulls, { rule, keyword, message: `can be ${allowed(after)} now, where it could be ${allowed(before)}` }];
}
