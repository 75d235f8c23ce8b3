import type { Json, JsonObject } from "../../json/json.ts";
import type { Statement } from "../../print/code.ts";
import type { Schema } from "../schema.ts";
import type { Known } from "./known.ts";
import type { Printer, Use, Value } from "./printer.ts";
import type { Sampling, Step } from "./sampling.ts";

/** The kinds of values that keywords speak of; values of other kinds satisfy the keyword. */
export type Kind = "string" | "number" | "array" | "object";

/** How a keyword's value holds schemas: it is one, a list of them, or has them by name. */
export type Inside = "schema" | "list" | "map";

/**
 * What of a value the schemas inside a keyword speak of (JSON Schema core, sections 10.2 and 10.3): the value itself, the
 * part under a key of theirs, each of several parts, or the names of members.
 */
export type Applies = "here" | "key" | "each" | "names";

/** What a change of a keyword is a change of: rules about changes go by that. */
export type Topic = "values" | "branches" | "limits" | "pattern" | "format" | "members" | "closing" | "items";

/** A value inside another, with the schema that it is held to. */
export interface Part {
  readonly key: string | number;
  readonly schema: Schema;
  readonly value: Json;
}

/** Merges two schemas inside a keyword's value; the keys lead from the value to them. */
export type MergeInside = (base: Schema, own: Schema, keys: readonly string[]) => Schema;

/** A means to compose schemas, or to speak to this tool; a flat schema has none. */
export interface Composition<Limit> {
  readonly role: "composition";
  readonly inside?: Inside;
  readonly applies?: Applies;
  /** For inference only: there is no such member at run time. */
  readonly limit?: Limit;
}

/** Words for people. */
export interface Annotation<Limit> {
  readonly role: "annotation";
  /** What a schema says that is merged of two; the second adds to the first. */
  readonly both: (a: Limit, b: Limit) => Limit;
  /** Values that it shows. */
  readonly shows?: (limit: Limit) => readonly Json[];
}

/**
 * A demand on values. A keyword about the value itself has `holds` and `broken`; one whose schemas speak of parts
 * of the value, or that names members, has `print` with `parts`, `missing` or `also`; a keyword of branches `holds` and `print`.
 */
export interface Assertion<Limit, Spoken = Json> {
  readonly role: "assertion";
  /** The kind of values that it speaks of. */
  readonly of: Kind | "any";
  readonly inside?: Inside;
  /** What the schemas inside speak of; absent where there are none. */
  readonly applies?: Applies;
  /** Whether the schemas inside are alternatives: a value fits one of them, or some. */
  readonly isUnion?: true;
  /** Whether it means nothing by itself: a keyword beside it reads it. */
  readonly isRead?: true;
  /** Where it stands, no other keyword of the schema can refuse a value. */
  readonly decides?: true;
  /** Whether testing it takes long, compared with a look at a type. */
  readonly isSlow?: true;
  /** Whether a value of it makes no demand, and is a word for people, whatever the type. */
  readonly isWord?: (limit: Limit) => boolean;
  /** Counts characters, items or members: of too large a limit no vector is made. */
  readonly counts?: true;
  /** Whether code that tests it refuses undefined too, so that a missing member needs no test of its own. */
  readonly refusesUndefined?: (limit: Limit, refuses: (schema: Schema) => boolean) => boolean;
  /** What a change of it is a change of; absent of conditions, and of what is asked of items and names. */
  readonly topic?: Topic;
  /** What an issue says; goes on from the member's pointer. */
  readonly expected: (limit: Limit, schema: Schema) => string;
  /**
   * The value that holds where both hold; undefined where nothing can satisfy both, and {@link apart} where one schema
   * cannot say both. Absent of keywords that are merged together (`groups.ts`).
   */
  readonly both?: (a: Limit, b: Limit, merge: MergeInside) => Limit | typeof apart | undefined;
  /** Values on both sides of the limit, to put instead of the valid value. */
  readonly edges: (limit: Limit, sampling: Sampling) => readonly Json[];
  /** Values that are worth trying where one is wanted that holds. */
  readonly samples?: (limit: Limit) => readonly Json[];
  /** Values that it shows. */
  readonly shows?: (limit: Limit) => readonly Json[];
  /** The parts of a value that vectors go on with. */
  readonly steps?: (limit: Limit, sampling: Sampling) => readonly Step[];
  /** Whether a value satisfies it. */
  readonly holds?: (
    value: Spoken,
    limit: Limit,
    schema: Schema,
    accepts: (schema: Schema, value: Json) => boolean,
  ) => boolean;
  /** Members that are missing. */
  readonly missing?: (value: Spoken, limit: Limit) => readonly string[];
  /** The schemas that the value itself is held to as well. */
  readonly also?: (
    value: Spoken,
    limit: Limit,
    schema: Schema,
    accepts: (schema: Schema, value: Json) => boolean,
  ) => readonly Schema[];
  /** The parts of a value that its schemas speak of. */
  readonly parts?: (value: Spoken, limit: Limit, schema: Schema) => readonly Part[];
  /** Whether a value satisfies it for certain; `schema` is the one that it stands in. Absent where nothing is ever certain. */
  readonly implied?: (limit: Limit, known: Known, schema: Schema) => boolean;
  /** Whether a value breaks it for certain. Absent where nothing is ever certain. */
  readonly excluded?: (limit: Limit, known: Known, schema: Schema) => boolean;
  /** Schemas of which a value that satisfies it satisfies one at least. */
  readonly cases?: (limit: Limit, schema: Schema) => readonly Schema[];
  /** The condition under which it is broken, in JavaScript; "" where it never is. */
  readonly broken?: (value: string, limit: Limit, use: Use) => string;
  /** The code that holds a value to it. */
  readonly print?: (limit: Limit, schema: Schema, value: Value, printer: Printer) => readonly Statement[];
}

/** Says of two values of a keyword that both may hold, but not in one schema: `allOf` says them. */
export const apart = Symbol("apart");

/** Everything that this tool knows of one keyword. `Limit` is the type of its value. */
export type Keyword<Limit> = Composition<Limit> | Annotation<Limit> | Assertion<Limit>;

/** The type of the values that keywords of each kind constrain. */
interface Values {
  readonly string: string;
  readonly number: number;
  readonly array: readonly Json[];
  readonly object: JsonObject;
  readonly any: Json;
}

/** A row about values of one kind, or of any. The walks give it no others. */
export function assertion<Limit, Of extends Kind | "any">(
  row: Omit<Assertion<Limit, Values[Of]>, "role"> & { readonly of: Of },
): Assertion<Limit> {
  return { role: "assertion", ...row } as unknown as Assertion<Limit>;
}

/** A row of words for people. Of two the second is kept, unless said otherwise. */
export function annotation<Limit>(row: Partial<Annotation<Limit>> = {}): Annotation<Limit> {
  return { role: "annotation", both: (_, b) => b, ...row };
}

/** A row of a means to compose schemas. */
export function composition<Limit>(row: Omit<Composition<Limit>, "role"> = {}): Composition<Limit> {
  return { role: "composition", ...row };
}
