import type { Json } from "../json/json.ts";
import { type Known, toText } from "./text.ts";

/** Lines are this long at most, where a value can be broken. */
const width = 100;

/** A text in the quotes that it does not hold itself. */
export function quote(text: string): string {
  const json = JSON.stringify(text);
  return text.includes('"') && !text.includes("'") ? `'${json.slice(1, -1).replaceAll('\\"', '"')}'` : json;
}

/** A member's key: bare where it is a name; in a literal `__proto__` alone would set the prototype. */
export function keyOf(name: string): string {
  if (name === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name);
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
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const [open, close, items] = Array.isArray(value)
    ? ["[", "]", value.map((item) => ["", item] as const)]
    : ["{", "}", Object.entries(value).map(([name, item]) => [`${keyOf(name)}: `, item as Json] as const)];
  if (items.length === 0) return open + close;
  const space = open === "{" ? " " : "";
  const line = `${open}${space}${items.map(([key, item]) => key + toLiteral(item, "", -Infinity, known)).join(", ")}${space}${close}`;
  if (used + line.length < width) return line;
  const deeper = `${indent}  `;
  const lines = items.map(([key, item]) => `${deeper}${key}${toLiteral(item, deeper, deeper.length + key.length, known)},\n`);
  return `${open}\n${lines.join("")}${indent}${close}`;
}
