import { maxDepth } from "../json/read.ts";
import { createScanner } from "../json/scan.ts";

// This runs on every event: a walk over the characters of each would take longer than JSON.parse does.

/**
 * Whether a text holds its value and nothing twice: as many members stand in it as the value has. What looks like a
 * member inside a string, and white space before a colon, only make it say no.
 */
export function isFreeOfRepeats(text: string, value: unknown): boolean {
  let members = 0;
  for (let at = text.indexOf(":"); at >= 0; at = text.indexOf(":", at + 1)) {
    const before = text.charCodeAt(at - 1);
    if (before === 0x22) members++;
    else if (before <= 0x20) return false;
  }
  return members === countMembers(value, 1);
}

/** The members of a value and of all inside it; NaN where it is nested too deep. */
function countMembers(value: unknown, depth: number): number {
  if (typeof value !== "object" || value === null) return 0;
  if (depth > maxDepth) return Number.NaN;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) count += countMembers(item, depth + 1);
    return count;
  }
  for (const name in value) {
    count++;
    const member = (value as Record<string, unknown>)[name];
    if (typeof member === "object" && member !== null) count += countMembers(member, depth + 1);
  }
  return count;
}

/** Whether a value is nested deeper than {@link maxDepth} levels. */
export function isTooDeep(value: unknown): boolean {
  return Number.isNaN(countMembers(value, 1));
}

/** Whether a text is, also where a name that repeats hides a value from `JSON.parse`. */
export function isTextTooDeep(text: string): boolean {
  const scanner = createScanner(text);
  while (scanner.next()) if (scanner.kind === "open" && scanner.depth === maxDepth) return true;
  return false;
}
