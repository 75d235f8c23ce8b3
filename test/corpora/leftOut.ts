import { posix } from "node:path";
import { olderSchemas } from "../../scripts/fixes/walk.ts";
import type { JsonObject } from "../../scripts/json/json.ts";
import type { Files } from "./adapt.ts";

/** The files that a schema refers to. */
function targetsOf(file: string, schema: JsonObject): string[] {
  return [...olderSchemas(schema)].flatMap(([{ $ref }]) => {
    if (typeof $ref !== "string") return [];
    const [path = ""] = $ref.split("#");
    return path === "" ? [] : [posix.join(posix.dirname(file), path)];
  });
}

/** The files without some of them, and without all that refer to those, directly or through others. */
export function leaveOut(files: Files, unfit: Iterable<string>): Files {
  const out = new Set(unfit);
  const targets = new Map([...files].map(([file, schema]) => [file, targetsOf(file, schema)]));
  for (let before = -1; before < out.size;) {
    before = out.size;
    for (const [file, to] of targets) if (to.some((one) => out.has(one))) out.add(file);
  }
  return new Map([...files].filter(([file]) => !out.has(file)));
}
