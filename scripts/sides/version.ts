import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isObject, type Json } from "../json/json.ts";

/** The "version" that the text of a package.json says; undefined where it says none. */
export function versionOf(text: string | undefined): string | undefined {
  try {
    // Some editors begin a file with a byte order mark.
    const value = JSON.parse((text ?? "null").replace(/^\uFEFF/, "")) as Json;
    const version = isObject(value) ? value["version"] : undefined;
    return typeof version === "string" ? version : undefined;
  } catch {
    return undefined;
  }
}

/** The version in the nearest package.json, in the folder itself or above it; undefined where there is none. */
export async function nearestVersion(folder: string): Promise<string | undefined> {
  const text = await readFile(join(folder, "package.json"), "utf8").catch(() => undefined);
  const above = dirname(folder);
  return text !== undefined || above === folder ? versionOf(text) : nearestVersion(above);
}
