import type { Schema } from "../schema/schema.ts";

/** How much a change matters to those who depend on what is changed, the least first. */
export const levels = ["none", "patch", "minor", "major"] as const;

/** One of {@link levels}. */
export type Level = (typeof levels)[number];

/**
 * Whom a change breaks: consumers that have not upgraded and get new events (`live`), those that have and read events of
 * before (`replay`), code that reads events by the exported types (`types`), code that builds events by them (`construct`),
 * or what is kept out of logs (`masking`).
 */
export type Breaks = "live" | "replay" | "types" | "construct" | "masking";

/** A kind of change. */
export interface ChangeRule {
  readonly id: string;
  /** What the change is, and why it matters: a sentence for the page of rules. */
  readonly purpose: string;
  readonly breaks: readonly Breaks[];
  readonly level: Level;
  /** The schema of an event's `data` before and after such a change; absent where events come or go. */
  readonly example?: { readonly before: Schema; readonly after: Schema };
}

/** The highest of several levels. */
export function highest(all: Iterable<Level>): Level {
  return [...all].reduce<Level>((a, b) => (levels.indexOf(b) > levels.indexOf(a) ? b : a), "none");
}
