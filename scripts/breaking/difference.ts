import type { Schema } from "../schema/schema.ts";

/** A step from a value to a part of it, and what both sides say of the value that holds it. */
export interface Step {
  /** Name of the member, "*" for any of a map; index of the item, which can stand for all from there on. */
  readonly key: string | number;
  /** How pointers show the key, where that is another text. */
  readonly shown?: string;
  readonly before: Schema;
  readonly after: Schema;
}

/** What one side says of a value, and the other does not. */
export interface Difference {
  /** Id of the kind of change. */
  readonly rule: string;
  /** From the root of the definition to the value. */
  readonly steps: readonly Step[];
  /** From the definition's schema after the change to that of the value, or to the nearest around it. */
  readonly at: readonly string[];
  /** The same to the value's name in a list of names, where it is that which only one side has. */
  readonly listedAt?: readonly string[];
  /** What both sides say of the value; undefined where a side does not describe it. */
  readonly before: Schema | undefined;
  readonly after: Schema | undefined;
  /** Whether it is the object around that says so: the value comes, goes, or has to be there. */
  readonly isOfHolder?: true;
  /** The keyword that is another one. */
  readonly keyword: string;
  /** The end of a sentence whose subject is the value: what is so now. */
  readonly message: string;
}

/** A difference of the value that is looked at, without the steps to it. */
export type Found = Pick<Difference, "rule" | "keyword" | "message">;

/** Whether every value that one schema accepts is accepted by another, for certain. */
export type Includes = (inner: Schema, outer: Schema) => boolean;
