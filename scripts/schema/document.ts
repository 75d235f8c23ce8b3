import type { WrittenNumber } from "../json/find.ts";
import type { Json } from "../json/json.ts";
import type { Position } from "../json/lines.ts";

/** One schema file: its value, and where each part of it stands in the text. */
export interface Document {
  /** Path relative to the schema folder, with forward slashes. */
  readonly file: string;
  readonly text: string;
  /** Undefined where the text is not JSON: a diagnostic reports it, and nobody else needs to. */
  readonly value: Json | undefined;
  /** The numbers of the document that can be inexact as doubles, as they are written. */
  numbers(): Iterable<WrittenNumber>;
  /** Where the value at a JSON Pointer stands, or the nearest value around it. */
  locate(pointer: string): Position;
}
