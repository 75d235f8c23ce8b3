import { escapeUnits } from "../../json/hidden.ts";
import type { Json } from "../../json/json.ts";

/** A text whose every second character is an escape, and its solidus too. */
function oddText(text: string): string {
  const units = Array.from({ length: text.length }, (_, i) => {
    const unit = text.charAt(i);
    if (unit === "/") return String.raw`\/`;
    return i % 2 === 0 ? escapeUnits(unit) : JSON.stringify(unit).slice(1, -1);
  });
  return `"${units.join("")}"`;
}

/** A value as JSON that no program writes: with odd spacing, with escapes, and with the last member first. */
export function oddJson(value: Json): string {
  if (typeof value === "string") return oddText(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[\t${value.map(oddJson).join(" ,\r\n")}\n]`;
  const members = Object.entries(value).map(([name, member]) => `${oddText(name)}\t:\n  ${oddJson(member)}`);
  return `{ \n${members.toReversed().join("\t,  ")}\r\n }`;
}
