import type { JsonObject } from "../json/json.ts";
import type { Edit, Keys } from "./edit.ts";

/** What a schema says in the way of an older draft, or of OpenAPI 3.0. */
export type Finding = {
  /** The keyword that says it. */
  readonly keyword: string;
  /** What it says, as the end of a sentence that begins with the schema. */
  readonly message: string;
  /** If it is less than an error. */
  readonly severity?: "warning";
} & (
  | {
      /** Edits of the schema that say the same in 2020-12; keys lead from the schema. */
      readonly edits: readonly Edit[];
      /** Where schemas inside stand before and after: each `$ref` to them has to follow. */
      readonly moves?: readonly (readonly [from: Keys, to: Keys])[];
    }
  /** Where only a person can know what is meant: what to do. */
  | { readonly fix: string }
);

/**
 * A row of the table of rewritings. Where it gave edits, it finds nothing once they are made.
 * @param schema an object of any draft
 */
export type Rewriting = (schema: JsonObject) => Finding | undefined;
