import { isEqual } from "../json/equality.ts";
import { toNamed } from "../schema/expand.ts";
import { isAssertion, rows } from "../schema/keywords.ts";
import type { Topic } from "../schema/keywords/keyword.ts";
import type { Schema } from "../schema/schema.ts";
import { sentence } from "../schema/sentence.ts";
import type { Found, Includes } from "./difference.ts";

/** How the rules about a topic begin. */
const prefixes: Partial<Readonly<Record<Topic | "conditions", string>>> = {
  limits: "limit",
  pattern: "pattern",
  format: "format",
  conditions: "condition",
};

/** A keyword, with those beside it that it reads or that read it. */
function only(schema: Schema, keyword: string): Schema {
  const kept = Object.entries(schema).filter(([name]) => {
    const row = rows.get(name);
    return name === keyword || (row !== undefined && isAssertion(row) && row.isRead === true);
  });
  return schema[keyword] === undefined ? {} : Object.fromEntries(kept);
}

/** What a schema says by a keyword, as the end of a sentence; `otherwise` where it does not have it. */
const said = (schema: Schema, keyword: string, otherwise: string): string =>
  schema[keyword] === undefined ? otherwise : sentence(keyword, schema);

/**
 * Finds the demands on a value that differ: limits, patterns, formats and conditions, keyword by keyword.
 * @param includes tells whether one schema accepts no more than the other
 */
export function demandChanges(before: Schema, after: Schema, includes: Includes): Found[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((keyword): Found[] => {
    const row = rows.get(keyword);
    if (row === undefined || !isAssertion(row) || row.isRead === true) return [];
    const isOneSided = row.topic === "items" && (before[keyword] === undefined || after[keyword] === undefined);
    const prefix = prefixes[isOneSided ? "conditions" : (row.topic ?? "conditions")];
    const [old, next] = [only(before, keyword), only(after, keyword)];
    if (prefix === undefined || isEqual(toNamed(old), toNamed(next))) return [];
    const [isNarrow, isWide] = [includes(after, old), includes(before, next)];
    if (isNarrow && isWide) return [];
    const rule = `${prefix}-${isNarrow ? "tightened" : isWide ? "loosened" : "changed"}`;
    const [was, is] = [said(before, keyword, "no such rule"), said(after, keyword, "is free of a rule")];
    // A sentence may not say all of a condition.
    const message = was === is ? `${is}, by another "${keyword}" than before` : `${is} now (before: ${was})`;
    return [{ rule, keyword, message }];
  });
}
