import type { Schema } from "../../schema/schema.ts";
import type { ChangeRule } from "../rule.ts";
import { having, rule, text } from "./row.ts";

/** A row for each kind of change of a limit, a pattern, a format or a condition. */
const tighter = (topic: string, what: string, loose: Schema, tight: Schema, other: Schema): ChangeRule[] => [
  rule(
    `${topic}-tightened`,
    "major",
    ["replay"],
    `${what} accepts less than before: stored events may be refused.`,
    having(loose),
    having(tight),
  ),
  rule(
    `${topic}-loosened`,
    "major",
    ["live"],
    `${what} accepts more than before: consumers that have not upgraded may refuse new events.`,
    having(tight),
    having(loose),
  ),
  rule(
    `${topic}-changed`,
    "major",
    ["live", "replay"],
    `${what} accepts something else than before: either side may refuse events of the other.`,
    having(tight),
    having(other),
  ),
];

/** Kinds of change of what is asked of a value beside its type. */
export const demands: readonly ChangeRule[] = [
  ...tighter(
    "limit",
    "A limit",
    { type: "integer" },
    { type: "integer", multipleOf: 2 },
    { type: "integer", multipleOf: 3 },
  ),
  ...tighter("pattern", "A pattern", text, { type: "string", pattern: "^a+$" }, { type: "string", pattern: "^b+$" }),
  ...tighter("format", "A format", text, { type: "string", format: "date" }, { type: "string", format: "uuid" }),
  ...tighter(
    "condition",
    "A condition, or what is asked of items or names,",
    text,
    { type: "string", not: { const: "x" } },
    { type: "string", not: { const: "y" } },
  ),
];
