import type { Address } from "../catalog/ref.ts";
import type { Json } from "../json/json.ts";
import type { Breaks, ChangeRule, Level } from "./rule.ts";
import { changeRule } from "./rules.ts";

/** A payload that shows whom a change breaks. */
export interface Proof {
  /** `live`: the schemas after the change accept it, and those before refuse it; `replay`: the reverse. */
  readonly breaks: "live" | "replay";
  /** From the event to the part that shows it. */
  readonly pointer: string;
  /** What stands there; undefined where it has to be missing. */
  readonly value: Json | undefined;
}

/** A change of the schemas, and whom it breaks. */
export interface Change {
  /** Id of the kind of change. */
  readonly rule: string;
  readonly level: Level;
  readonly breaks: readonly Breaks[];
  /** The types of the events that it reaches, sorted. */
  readonly events: readonly string[];
  /** From the first of these events to what changed; "" for the event itself. */
  readonly pointer: string;
  /** One sentence. */
  readonly message: string;
  readonly proofs: readonly Proof[];
  /** Whom it may break, though no payload was found that shows it. */
  readonly unproven: readonly ("live" | "replay")[];
  /** Whether it would break more if members that a schema does not describe were sent; such are assumed to be absent. */
  readonly isTheoretical: boolean;
  /** Where it stands after the change, and where it stood before. */
  readonly after: Address | undefined;
  readonly before: Address | undefined;
}

/**
 * Makes a change of a kind.
 * @param id of the kind
 * @param about what is known of this one; what is left out is nothing
 */
export function makeChange(id: string, about: Pick<Change, "events" | "message"> & Partial<Change>): Change {
  const { level, breaks } = changeRule.get(id) as ChangeRule;
  const nothing = { pointer: "", proofs: [], unproven: [], isTheoretical: false, before: undefined, after: undefined };
  return { rule: id, level, breaks, ...nothing, ...about };
}
