// Generated from schemas/; do not edit.
import type { GigsEventMap, GigsEventType } from "./index.cjs";
import type { ValidationIssue } from "./runtime.cjs";

export type { ValidationIssue };

/** Changes of a value: of an object any members, undefined to remove one; of anything else, arrays too, all of it. */
export type Changes<T> = T extends string | number | boolean | null | undefined | readonly unknown[]
  ? T
  : T extends object
    ? { readonly [Name in keyof T]?: Changes<T[Name]> | undefined }
    : T;

/** Changes of an event, whose type stays. */
export type EventChanges<Event> = {
  readonly [Name in keyof Event]?: Name extends "type" ? never : Changes<Event[Name]> | undefined;
};

/** An invalid event, for a test of what a receiver does with it. */
export interface InvalidEvent {
  /** Says which of them it is: the pointer and the keyword of the issue. */
  readonly name: string;
  readonly event: unknown;
  /** What `validate` of the event says of it first. */
  readonly issue: ValidationIssue;
}

/**
 * Gives the documented example of an event, or a sample where there is none; a new object each time. Throws an
 * EventValidationError where it is not valid with the changes.
 * @param changes are put into it; what is undefined is removed, an array is replaced
 * @example const event = example("com.gigs.portOutCredentials.issued");
 */
export declare function example<Type extends GigsEventType>(
  type: Type,
  changes?: EventChanges<GigsEventMap[Type]>,
): GigsEventMap[Type];

/**
 * Gives invalid events, new ones each time: the example with one change. No two have the same pointer and keyword as
 * their first issue.
 * @example test.each(invalid("com.gigs.portOutCredentials.issued"))("refuses $name", ({ event }) => { });
 */
export declare function invalid(type: GigsEventType): InvalidEvent[];
