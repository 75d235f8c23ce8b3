import type { Schema } from "../../schema/schema.ts";
import type { Breaks, ChangeRule, Level } from "../rule.ts";

/** The schema of `data` with one member beside another. */
export const having = (member: Schema, more: Schema = {}): Schema => ({
  type: "object",
  properties: { a: { type: "string" }, b: member },
  ...more,
});

/** The same without that member. */
export const lacking: Schema = { type: "object", properties: { a: { type: "string" } } };

/** What most examples begin with. */
export const text: Schema = { type: "string" };

/** A kind of change; its example is the schema of `data` before and after. */
export function rule(
  id: string,
  level: Level,
  breaks: readonly Breaks[],
  purpose: string,
  before?: Schema,
  after?: Schema,
): ChangeRule {
  const example = before === undefined || after === undefined ? {} : { example: { before, after } };
  return { id, level, breaks, purpose, ...example };
}
