import { createHash } from "node:crypto";
import { notice, type OutputFile, toJsonText } from "../emit/file.ts";
import { byCodeUnit, isObject, type JsonObject } from "../json/json.ts";
import { toLineFeeds } from "../json/lines.ts";

/** The list of the files that we wrote; it lies in the output folder and is not packed. */
export const inventoryPath = "inventory.json";

/** What the list was called up to version 0.2.0, when it had no digests; it is read once, and removed. */
export const formerPath = "manifest.json";

const comment = notice("schemas/");

/** The files that we wrote: the digest of each by its path, or several, of which any will do; "" where it is not known. */
export type Inventory = ReadonlyMap<string, string>;

/** The digest of a file, as in Subresource Integrity; over the text with LF, whatever the line ends of the checkout. */
export function digestOf(text: string): string {
  return `sha256-${createHash("sha256").update(toLineFeeds(text)).digest("base64")}`;
}

/** The inventory of files. */
export function inventoryOf(files: readonly OutputFile[]): Inventory {
  return new Map(files.map(({ path, text }) => [path, digestOf(text)]));
}

/** Both inventories in one: a file that stands in both may be as either says. */
export function join(before: Inventory, after: Inventory): Inventory {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return new Map(
    [...paths].map((path) => [
      path,
      [...new Set([before.get(path), after.get(path)])].filter((digest) => digest).join(" "),
    ]),
  );
}

/** The text of an inventory, sorted by path. */
export function inventoryText(inventory: Inventory): string {
  const files = Object.fromEntries([...inventory].toSorted(([a], [b]) => byCodeUnit(a, b)));
  return toJsonText({ $comment: comment, files });
}

/**
 * Reads an inventory, or its former form. It is never trusted: what is not of our form says nothing.
 * @param text undefined where there is none
 */
export function readInventory(text: string | undefined): Inventory {
  if (!isInventory(text)) return new Map();
  const { files } = parse(text) as JsonObject;
  // Up to version 0.2.0 a list of paths.
  if (Array.isArray(files)) return new Map(files.filter((path) => typeof path === "string").map((path) => [path, ""]));
  return new Map(
    Object.entries(isObject(files) ? files : {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    ),
  );
}

/** Whether a text is an inventory of ours, whatever it lists: others have files of these names, with members of their own. */
export function isInventory(text: string | undefined): boolean {
  const value = parse(text);
  return isObject(value) && value["$comment"] === comment && Object.keys(value).join() === "$comment,files";
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return undefined;
  }
}
