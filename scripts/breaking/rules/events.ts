import type { ChangeRule } from "../rule.ts";
import { rule } from "./row.ts";

/** Kinds of change of the list of events. */
export const events: readonly ChangeRule[] = [
  rule(
    "event-added",
    "minor",
    [],
    "An event is new. The union grows: switches that have to be exhaustive stop compiling.",
  ),
  rule(
    "event-removed",
    "major",
    ["live", "types"],
    "An event is gone: its consumers wait for it, and its type is missing.",
  ),
  rule("event-renamed", "major", ["live", "types"], "An event has another type: consumers do not know the new one."),
  rule(
    "schema-changed",
    "major",
    ["live", "replay"],
    "Something is accepted that was refused, or the reverse, and no other rule says what.",
  ),
  rule(
    "types-changed",
    "major",
    ["types"],
    "A type has values that it had not, by a condition, a pattern of names or a tuple, and no other rule says so.",
  ),
];
