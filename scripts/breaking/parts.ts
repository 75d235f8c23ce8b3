import { isEqual } from "../json/equality.ts";
import { quote } from "../report/quote.ts";
import { toComparable } from "../schema/expand.ts";
import { textsFor } from "../schema/keywords/texts.ts";
import type { Schema } from "../schema/schema.ts";
import type { Found, Step } from "./difference.ts";
import { itemPairs } from "./items.ts";
import { describedAs, namesOf } from "./members.ts";

/** A part of a value that both sides describe. */
export interface PartPair {
  readonly step: Pick<Step, "key" | "shown">;
  /** From the schema after the change to that of the part. */
  readonly at: readonly string[];
  readonly before: Schema;
  readonly after: Schema;
}

/** A part that stands for all members whose names match a pattern. */
const stepOf = (pattern: string): Pick<Step, "key" | "shown"> => ({ key: textsFor(pattern)[0] ?? pattern, shown: "*" });

/** Schemas that hold on both sides, for a part of a value or for the value itself. */
type Pair = Omit<PartPair, "step">;

const both = (
  at: readonly string[],
  before: Schema | boolean | undefined,
  after: Schema | boolean | undefined,
): Pair[] => (typeof before === "object" && typeof after === "object" ? [{ at, before, after }] : []);

const atStep = (step: PartPair["step"], pairs: readonly Pair[]): PartPair[] => pairs.map((pair) => ({ ...pair, step }));

/** Lists the parts that both sides describe: members, other members, those of a pattern, items. */
export function partPairs(before: Schema, after: Schema): PartPair[] {
  const [old, next] = [before.patternProperties ?? {}, after.patternProperties ?? {}];
  return [
    ...namesOf(before, after).flatMap((name) =>
      atStep({ key: name }, both(["properties", name], describedAs(before, name), describedAs(after, name))),
    ),
    ...atStep({ key: "*" }, both(["additionalProperties"], before.additionalProperties, after.additionalProperties)),
    ...Object.entries(next).flatMap(([pattern, schema]) =>
      atStep(stepOf(pattern), both(["patternProperties", pattern], old[pattern], schema)),
    ),
    ...itemPairs(before, after).map((item) => ({ ...item, step: { key: item.index } })),
  ];
}

/** Lists the schemas of a value that hold under a condition, on both sides the same one. */
export function conditionalPairs(before: Schema, after: Schema): Pair[] {
  const isSame = isEqual(toComparable(before.if ?? {}), toComparable(after.if ?? {}));
  const branches = isSame ? (["then", "else"] as const) : [];
  const [old, next] = [before.dependentSchemas ?? {}, after.dependentSchemas ?? {}];
  return [
    ...branches.flatMap((keyword) => both([keyword], before[keyword], after[keyword])),
    ...Object.keys(next).flatMap((name) => both(["dependentSchemas", name], old[name], next[name])),
  ];
}

/** Members of a pattern that only one side describes. */
export interface PatternChange extends Found {
  readonly step: PartPair["step"];
  readonly before: Schema | undefined;
  readonly after: Schema | undefined;
}

/** Finds patterns of names that come and go. */
export function patternChanges(before: Schema, after: Schema): PatternChange[] {
  const [old, next] = [before.patternProperties ?? {}, after.patternProperties ?? {}];
  const keyword = "patternProperties";
  const change = (pattern: string, rule: string, message: string): PatternChange => ({
    rule,
    keyword,
    message: `${message} where its name matches ${quote(pattern)}`,
    step: stepOf(pattern),
    before: old[pattern],
    after: next[pattern],
  });
  const added = before.additionalProperties === false ? "member-added-closed" : "member-added";
  return [
    ...Object.keys(next).flatMap((name) => (Object.hasOwn(old, name) ? [] : [change(name, added, "is described now")])),
    ...Object.keys(old).flatMap((name) =>
      Object.hasOwn(next, name) ? [] : [change(name, "member-removed", "is described no more")],
    ),
  ];
}
