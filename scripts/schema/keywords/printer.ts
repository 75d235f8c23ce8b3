import type { Json } from "../../json/json.ts";
import type { Statement } from "../../print/code.ts";
import type { Schema } from "../schema.ts";

/** A step of a JSON Pointer that only runs will know, as code. */
export interface Computed {
  readonly code: string;
}

/** A value in printed code. */
export interface Value {
  /** The expression that reads it. */
  readonly code: string;
  /** Its JSON Pointer, piece by piece: `["/data", { code: "i" }]`. */
  readonly pointer: readonly (string | Computed)[];
  /** Its name in messages and variables, such as `accountPin`. */
  readonly name: string;
  /** Whether it is known to be an object, of which only the members that it has itself are seen. */
  readonly isMembers?: true;
}

/** The names that printed code may refer to, beside the value; each is imported or declared when it is asked for. */
export interface Use {
  /** The name of a function of the runtime, which is imported. */
  readonly helper: (name: string) => string;
  /** The name of a constant of the module, which is declared. */
  readonly constant: (name: string, code: string) => string;
  /** A value as code. */
  readonly literal: (value: Json) => string;
  /** The name of the regular expression of a format or a pattern. `value` is the expression that it is held to. */
  readonly regex: (pattern: string, value: string) => string;
}

/** Prints the body of one function: `accepts`, which returns at the first broken keyword, or `explain`, which reports each. */
export interface Printer extends Use {
  readonly isExplaining: boolean;
  /** The name of a new variable. */
  readonly local: (name: string) => string;
  /** A value that is read into a variable, where it is read more than once; what is explained may be read twice. */
  readonly once: (value: Value) => readonly [declaration: Statement[], value: Value];
  /** Prints what stands between braces: its variables are unknown outside, where their names are free again. */
  readonly block: (print: () => Statement[]) => Statement[];
  /** The statements to run where the value breaks a keyword: `return false`, or a report of the issue. */
  readonly fail: (value: Value, keyword: string, schema: Schema) => Statement[];
  /** Statements that hold a value to a schema. */
  readonly check: (schema: Schema, value: Value) => Statement[];
  /** Statements that hold an entire payload to a schema of objects. */
  readonly root: (schema: Schema, value: Value) => Statement[];
  /** Whether a value fits a schema, as an expression; and the reverse. */
  readonly fits: (schema: Schema, value: Value) => readonly [yes: string, no: string];
  /** The JSON Pointer of a value as code. */
  readonly pointer: (value: Value) => string;
  /** An expression for the members that a value has itself; undefined at run time where it is no object. */
  readonly members: (value: string) => string;
  /** Whether the code that tests a schema refuses undefined, so that a missing member needs no test of its own. */
  readonly refusesUndefined: (schema: Schema) => boolean;
  /**
   * Statements that explain a value by the branch of several that it was meant for, where none accepts it.
   * @param otherwise what is reported where no branch is near
   * @param around the schema whose branches they are
   */
  readonly nearest: (
    branches: readonly Schema[],
    value: Value,
    otherwise: readonly Statement[],
    around: Schema,
  ) => Statement[];
}
