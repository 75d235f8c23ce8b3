import type { ChangeRule } from "./rule.ts";
import { demands } from "./rules/demands.ts";
import { events } from "./rules/events.ts";
import { members } from "./rules/members.ts";
import { values } from "./rules/values.ts";
import { words } from "./rules/words.ts";

/** Every kind of change that is found, in the order of the page. */
export const changeRules: readonly ChangeRule[] = [...events, ...members, ...values, ...demands, ...words];

/** The rows by id. */
export const changeRule: ReadonlyMap<string, ChangeRule> = new Map(changeRules.map((one) => [one.id, one]));
