import type { Document } from "./document.ts";
import type { Table } from "./keywords.ts";
import type { Annotation, Assertion, Composition } from "./keywords/keyword.ts";

/** The type of a row's value. */
type LimitOf<Row> =
  Row extends Composition<infer Limit>
    ? Limit
    : Row extends Annotation<infer Limit>
      ? Limit
      : Row extends Assertion<infer Limit>
        ? Limit
        : never;

/** The keywords with values of their types. */
type Keywords = { readonly [Name in keyof Table]?: LimitOf<Table[Name]> };

/**
 * A schema object, with a member for each row of the table. Where it is not known to be sound, a keyword's value can be
 * anything. In flat and composed schemas a `ref` names the definition that stands there; only annotations stand beside it.
 */
export interface Schema extends Keywords {
  readonly [keyword: string]: unknown;
  readonly ref?: Definition;
}

/** A schema with a name, written once and used by others. */
export interface Definition {
  /** Its title, which is the TypeScript name; "" where it has none. */
  readonly name: string;
  readonly document: Document;
  /** From the document's root to the schema. */
  readonly keys: readonly string[];
  /** Flat: without `$ref`, `$defs`, `allOf`; nested names are `ref` nodes. */
  readonly schema: Schema;
  /** As it is written, for validators: as the flat one, but `allOf` keeps the definitions that the schema is made of. */
  readonly composed: Schema;
  /**
   * Whether shared schemas refer to it under `$defs` instead of writing it out: it holds itself, or schemas of its catalog
   * would be too long otherwise. Known when the catalog is.
   */
  readonly isReferred: boolean;
  /** Whether schemas of its catalog would be too long otherwise: then they refer to what formats demand as well. */
  readonly isLong: boolean;
  /** The definition whose members it has, none of them required; undefined where it is one that people wrote. */
  readonly partialOf?: Definition;
}
