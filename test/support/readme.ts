import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./codegen.ts";

/** The files that the README says to write, by path. */
export function filesOfReadme(): Record<string, string> {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const blocks = readme.matchAll(/^ *`(schemas\/[^`]+\.schema\.json)`:\n\n {3}```json\n([^]*?)^ {3}```$/gm);
  return Object.fromEntries([...blocks].map(([, path, text]) => [path, (text ?? "").replace(/^ {3}/gm, "")]));
}
