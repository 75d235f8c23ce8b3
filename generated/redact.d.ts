// Generated from schemas/; do not edit.
import type { GigsEvent, GigsEventType, GigsEventMap, GigsEventEnvelope } from "./index.js";

/** What stands in for a value that is hidden: null stays null. */
type Hidden<T> = T extends null | undefined ? T : string;

/** The name of a member as JSON Pointers have it. */
type Escaped<Name extends string> = Name extends `${infer Start}~${infer End}`
  ? `${Escaped<Start>}~0${Escaped<End>}`
  : Name extends `${infer Start}/${infer End}`
    ? `${Escaped<Start>}~1${Escaped<End>}`
    : Name;

/** What is left of JSON Pointers behind a member. */
type Below<Pointer extends string, Key extends string> = Pointer extends `/${Key}/${infer Rest}`
  ? `/${Rest}`
  : Pointer extends `/${Key}`
    ? ""
    : never;

/** A value of which any part may be hidden. */
type Blurred<T> = T extends object ? { [Key in keyof T]: Blurred<T[Key]> } : T | Hidden<T>;

/** A value in which what JSON Pointers lead to is hidden: a string stands there, or null where null stood. */
export type Redacted<T, Pointer extends string> = [Pointer] extends [never]
  ? T
  : "" extends Pointer
    ? Hidden<T>
    : "/**" extends Pointer
      ? Blurred<T>
      : T extends readonly (infer Item)[]
        ? Redacted<Item, Below<Pointer, "*">>[]
        : T extends object
          ? { [Key in keyof T]: Redacted<T[Key], Below<Pointer, Escaped<Key & string> | "*">> }
          : T;

/** JSON Pointers of the members that are hidden, by type. */
export interface HiddenMembers {
  "com.gigs.portOutCredentials.issued": "/data/accountNumber" | "/data/accountPin";
}

/** An event as it can be logged, by its type. */
export type RedactedGigsEvent<Type extends GigsEventType = GigsEventType> = {
  [Each in Type]: Redacted<GigsEventMap[Each], HiddenMembers[Each]>;
}[Type];

/**
 * Copies an event for a log: what is marked as a credential is "[redacted]", and null where it was null; members that no
 * schema describes are left out. A text in lieu of an object with credentials is "[redacted]" too, and what is 200 levels
 * deep. Of an event whose type is not known only what all events share is left, without `data`.
 * @example console.log(redact(event));
 */
export declare function redact<Event extends GigsEvent | GigsEventEnvelope>(
  event: Event,
): Event extends GigsEvent ? RedactedGigsEvent<Event["type"]> : Omit<GigsEventEnvelope, "data">;
