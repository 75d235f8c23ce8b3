import { isObject, type JsonObject, toPointer } from "../json/json.ts";
import { isIdentifier } from "../print/names.ts";
import { type Address, valueAt } from "./ref.ts";

/** A text for an address, by which it is found. */
export function idOf({ document, keys }: Address): string {
  return `${document.file}#${toPointer(keys)}`;
}

/** Whether an address is that of an event. */
export function isEvent({ document, keys }: Address): boolean {
  return keys.length === 0 && document.file.startsWith("events/");
}

/**
 * Whether the schema at an address is an object, or a union, that has a TypeScript name where it stands. On texts and
 * numbers a title is a word for people.
 */
export function isNamedInline({ document, keys }: Address): boolean {
  const schema = valueAt(document.value, keys);
  if (!isObject(schema) || typeof schema["title"] !== "string" || schema["$ref"] !== undefined) return false;
  const holds = ["properties", "anyOf", "oneOf"].some((keyword) => schema[keyword] !== undefined);
  return holds && isIdentifier(schema["title"]) && /^[A-Z]/.test(schema["title"]);
}

/** Whether a schema refers to a definition without what that requires. */
export function isPartial(schema: JsonObject): boolean {
  return schema["x-partial"] === true;
}
