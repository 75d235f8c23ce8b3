import { isEqual } from "../json/equality.ts";
import type { Json } from "../json/json.ts";
import { expand } from "../schema/expand.ts";
import { rows } from "../schema/keywords.ts";
import type { Schema } from "../schema/schema.ts";
import type { Found } from "./difference.ts";

/** What is said of words that have a rule of their own; undefined where nothing is. */
const own: Readonly<Record<string, (before: unknown, after: unknown) => Found | undefined>> = {
  "x-sensitive": (_, after) =>
    after === true
      ? { rule: "sensitive-added", keyword: "x-sensitive", message: "is marked as sensitive now" }
      : { rule: "sensitive-removed", keyword: "x-sensitive", message: "is not marked as sensitive any more" },
  deprecated: (_, after) =>
    after === true
      ? { rule: "deprecated-added", keyword: "deprecated", message: "is deprecated now" }
      : { rule: "words-changed", keyword: "deprecated", message: "is not deprecated any more" },
  "x-stability": (_, after) =>
    after === "preview"
      ? { rule: "preview-added", keyword: "x-stability", message: "is in preview, and may still change" }
      : { rule: "preview-removed", keyword: "x-stability", message: "is not in preview any more" },
  // What a list that is open names belongs to the values; a title, to the definition.
  "x-open": () => undefined,
  title: () => undefined,
};

/** The end of a sentence about words that came, went or are others. */
function sayWords(keyword: string, before: unknown, after: unknown): string {
  const areSeveral = keyword.endsWith("s");
  if (after === undefined) return `has no ${keyword} any more`;
  if (before === undefined) return areSeveral ? `has ${keyword} now` : `has a ${keyword} now`;
  return areSeveral ? `has other ${keyword} now` : `has another ${keyword} now`;
}

/** Finds the words for people that two schemas have of a value, and that differ. */
export function wordChanges(before: Schema, after: Schema): Found[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((keyword): Found[] => {
    if (rows.get(keyword)?.role !== "annotation" || isEqual(before[keyword] as Json, after[keyword] as Json)) return [];
    const change = own[keyword];
    if (change !== undefined) return [change(before[keyword], after[keyword])].filter((one) => one !== undefined);
    return [{ rule: "words-changed", keyword, message: sayWords(keyword, before[keyword], after[keyword]) }];
  });
}

/** Finds the words that differ beside the names of definitions: those of the definitions are compared there. */
export function ownWordChanges(before: Schema, after: Schema): Found[] {
  const isOwn = ({ keyword }: Found): boolean => before[keyword] !== undefined || after[keyword] !== undefined;
  return wordChanges(expand(before), expand(after)).filter(isOwn);
}
