import type { Json, JsonObject } from "../../json/json.ts";
import type { Statement } from "../../print/code.ts";
import type { Schema } from "../schema.ts";
import type { Printer, Use, Value } from "./printer.ts";

/** The kinds of values that keywords speak of; values of other kinds satisfy the keyword. */
export type Kind = "string" | "number" | "array" | "object";

/** How a keyword's value holds schemas: it is one, a list of them, or has them by name. */
export type Inside = "schema" | "list" | "map";

/** A value inside another, with the schema that it is held to. */
export interface Part {
  readonly key: string | number;
  readonly schema: Schema;
  readonly value: Json;
}

/** A step of the test vectors into a payload: `value` stands there, and its part under `key` is varied next. */
export interface Step {
  /** What was done to get the value, where it is worth a vector itself. */
  readonly what?: string;
  readonly value: Json;
  /** Absent where the value itself is varied by another schema: a branch. */
  readonly key?: string | number;
  readonly schema: Schema;
}

/** Merges two schemas inside a keyword's value; the keys lead from the value to them. */
export type MergeInside = (base: Schema, own: Schema, keys: readonly string[]) => Schema;

/** The inputs from which a keyword makes its values for test vectors. */
export interface Sampling {
  readonly schema: Schema;
  /** The valid value that is varied; for keywords of another kind it is none that they speak of. */
  readonly value: Json;
  /** Whether no schema before had the same value of the keyword. */
  readonly isFirst: boolean;
  /** A valid value of a schema. */
  readonly sample: (schema: Schema) => Json;
  /** So many valid values, all different where the schema allows it. */
  readonly distinct: (schema: Schema, count: number) => Json[];
}

/** A means to compose schemas, or to speak to this tool; a flat schema has none. */
export interface Composition<Limit> {
  readonly role: "composition";
  readonly inside?: Inside;
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
 * of the value, or that names members, has `print` with `parts` or `missing`; a keyword of branches `holds` and `print`.
 */
export interface Assertion<Limit, Spoken = Json> {
  readonly role: "assertion";
  /** The kind of values that it speaks of. */
  readonly of: Kind | "any";
  readonly inside?: Inside;
  /** Where it stands, no other keyword of the schema can refuse a value. */
  readonly decides?: true;
  /** Made for the shared schema; no schema that people write may have it. */
  readonly isDerived?: true;
  /** Whether testing it takes long, compared with a look at a type. */
  readonly isSlow?: true;
  /** Counts characters, items or members: of too large a limit no vector is made. */
  readonly counts?: true;
  /** Whether code that tests it refuses undefined too, so that a missing member needs no test of its own. */
  readonly refusesUndefined?: (limit: Limit, refuses: (schema: Schema) => boolean) => boolean;
  /** What an issue says; goes on from the member's pointer. */
  readonly expected: (limit: Limit, schema: Schema) => string;
  /** The value that holds where both hold; undefined where nothing can satisfy both, or one schema cannot say so. */
  readonly both: (a: Limit, b: Limit, merge: MergeInside) => Limit | undefined;
  /** What of another branch it refuses, as a sentence: merging must not widen what a branch closes. */
  readonly hides?: (limit: Limit, schema: Schema, other: Schema) => string | undefined;
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
  /** The parts of a value that its schemas speak of. */
  readonly parts?: (value: Spoken, limit: Limit, schema: Schema) => readonly Part[];
  /** The condition under which it is broken, in JavaScript; "" where it never is. */
  readonly broken?: (value: string, limit: Limit, use: Use) => string;
  /** The code that holds a value to it. */
  readonly print?: (limit: Limit, schema: Schema, value: Value, printer: Printer) => readonly Statement[];
}

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
export function composition<Limit>(inside?: Inside): Composition<Limit> {
  return inside === undefined ? { role: "composition" } : { role: "composition", inside };
}
