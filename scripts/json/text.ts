import { escapeHidden } from "./hidden.ts";
import type { Json } from "./json.ts";

/**
 * A value as JSON text, which is the same value in JavaScript and TypeScript. What no reader sees stands there as an escape.
 * @param indent spaces per level; all on one line where there is none
 */
export function toJson(value: Json, indent?: number): string {
  return escapeHidden(JSON.stringify(value, null, indent));
}
