import type { Json } from "../json/json.ts";
import { toJson } from "../json/text.ts";
import { isName } from "./names.ts";
import { type Known, quote, toText } from "./text.ts";

/** Lines are this long at most, where a value can be broken. */
const width = 100;

/** A member's key: bare where it is a name; in a literal `__proto__` alone would set the prototype. */
export function keyOf(name: string): string {
  if (name === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name);
}

/** A member of an object literal. */
export function memberCode(key: string, code: string): string {
  return key === code && isName(code) ? code : `${key}: ${code}`;
}

/**
 * Writes a JSON value as JavaScript, laid out as a person would: on one line where it fits.
 * @param value
 * @param indent what the lines after the first begin with
 * @param used characters of the first line that are taken
 * @param known texts that need no literal, each with the expression that gives it
 */
export function toLiteral(value: Json, indent = "", used = indent.length, known: Known = new Map()): string {
  if (typeof value === "string") return toText(value, known);
  if (typeof value !== "object" || value === null) return toJson(value);
  const isArray = Array.isArray(value);
  const [open, close, space] = isArray ? ["[", "]", ""] : ["{", "}", " "];
  const items = Object.entries(value).map(([name, item]) => [isArray ? "" : keyOf(name), item as Json] as const);
  if (items.length === 0) return open + close;
  const member = (key: string, code: string): string => (isArray ? code : memberCode(key, code));
  const short = items.map(([key, item]) => member(key, toLiteral(item, "", Number.NEGATIVE_INFINITY, known)));
  const line = `${open}${space}${short.join(", ")}${space}${close}`;
  if (used + line.length < width) return line;
  const deeper = `${indent}  `;
  const lines = items.map(([key, item]) => member(key, toLiteral(item, deeper, deeper.length + key.length + 2, known)));
  return `${open}\n${lines.map((one) => `${deeper}${one},\n`).join("")}${indent}${close}`;
}
