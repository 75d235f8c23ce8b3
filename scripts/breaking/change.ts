import type { Json } from "../json/json.ts";
import type { Document } from "../schema/document.ts";
import type { Breaks, Level } from "./rule.ts";

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
  /** Where it stands after the change, and where it stood before. */
  readonly after: Spot | undefined;
  readonly before: Spot | undefined;
}

/** A schema in a file. */
export interface Spot {
  readonly document: Document;
  /** JSON Pointer. */
  readonly pointer: string;
}
