import { isObject } from "../json/json.ts";
import { sameFile } from "../print/fileNames.ts";
import { problemOfName } from "../print/typeNames.ts";
import type { Document } from "../schema/document.ts";
import { olderSchemas } from "./walk.ts";

const extension = ".schema.json";

/** `phone-number` as `PhoneNumber`, `portOut` as `PortOut`, `3d` as `Schema3d`: letters behind a first one stay. */
function pascalCase(text: string): string {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const name = words.map(([first = "", ...rest]) => first.toUpperCase() + rest.join("")).join("");
  return /^\p{L}/u.test(name) ? name : `Schema${name}`;
}

/** The names that a file suggests, the best first: without an end, for one of them has to be free. */
function* candidates(file: string): Generator<string> {
  const name = file.slice(file.lastIndexOf("/") + 1, -extension.length);
  let last = pascalCase(name);
  if (file.startsWith("events/")) {
    // The last two segments name the object and what happened to it; those in front tell senders apart.
    const segments = name.split(".");
    for (let count = Math.min(2, segments.length); count <= segments.length; count++) {
      last = `${pascalCase(segments.slice(-count).join("."))}Event`;
      yield last;
    }
  } else {
    yield last;
    last = `${last}Object`;
    yield last;
  }
  for (let i = 2; ; i++) yield `${last}${i}`;
}

/**
 * Chooses titles for the files whose schema has none, by the names of the files.
 * @param documents all documents of a folder, or those that matter
 * @param taken names that the package itself exports
 * @returns titles by file: each can name a type, and no other schema has it in any case of its letters
 */
export function suggestTitles(documents: Iterable<Document>, taken: ReadonlySet<string>): Map<string, string> {
  const used = new Set<string>();
  const untitled = new Set<string>();
  for (const { file, value } of documents) {
    if (!isObject(value)) continue;
    if (!Object.hasOwn(value, "title")) untitled.add(file);
    for (const [{ title }] of olderSchemas(value)) if (typeof title === "string") used.add(sameFile(title));
  }
  const chosen = new Map<string, string>();
  for (const file of [...untitled].toSorted()) {
    for (const title of candidates(file)) {
      if (used.has(sameFile(title)) || problemOfName(title, taken) !== undefined) continue;
      chosen.set(file, title);
      used.add(sameFile(title));
      break;
    }
  }
  return chosen;
}
