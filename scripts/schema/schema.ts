import type { Document } from "./document.ts";
import type { Json } from "./json.ts";

/** A schema object. In the flat tree a `ref` names the definition that stands there; only annotations stand beside it. */
export interface Schema {
  readonly [keyword: string]: unknown;
  readonly ref?: Definition;
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly Json[];
  readonly default?: Json;
  readonly type?: string | readonly string[];
  readonly const?: Json;
  readonly enum?: readonly Json[];
  readonly format?: string;
  readonly pattern?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
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
}
