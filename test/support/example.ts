import { readFileSync } from "node:fs";
import type { JsonObject } from "../../scripts/json/json.ts";

const file = new URL("../fixtures/com.gigs.portOutCredentials.issued.json", import.meta.url);

/** The documented example as it is printed, letter by letter. */
export const exampleText: string = readFileSync(file, "utf8");

/** A fresh copy of the documented example. */
export function example(): JsonObject & { data: JsonObject } {
  return JSON.parse(exampleText) as JsonObject & { data: JsonObject };
}

/** A fresh copy of the documented example with members replaced, by JSON Pointer; undefined removes one. */
export function exampleWith(changes: Readonly<Record<string, unknown>>): JsonObject {
  const event = example();
  for (const [pointer, value] of Object.entries(changes)) {
    const keys = pointer.split("/").slice(1);
    const name = keys.pop() as string;
    const holder = keys.reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, event);
    if (value === undefined) delete holder[name];
    else holder[name] = value;
  }
  return event;
}
