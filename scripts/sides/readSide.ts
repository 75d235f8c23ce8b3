import { resolve } from "node:path";
import { quote } from "../report/quote.ts";
import { UnusableInput } from "../unusable.ts";
import { readPath, statPath } from "./path.ts";
import { readRef } from "./ref.ts";
import type { Side } from "./side.ts";

/** Prefixes that say what the word behind them is. */
const prefixes = ["git:", "dir:"] as const;

/**
 * Reads what a command compares with. Neither the work tree nor the index of a repository is touched.
 * @param against a git ref, a schema folder, a folder or a tarball of a generated package; an existing path wins over a ref
 * of the same name, and the prefixes `git:` and `dir:` say which it is
 * @param options `here` is the caller's folder, `schemas` the new schema folder; both are absolute
 * @returns the schemas, or the texts of the package
 * @throws UnusableInput where it is none of these, or cannot be read
 */
export async function readSide(against: string, { here, schemas }: { here: string; schemas: string }): Promise<Side> {
  const prefix = prefixes.find((one) => against.startsWith(one));
  const name = against.slice(prefix?.length ?? 0);
  const nowhere = `There is no file or folder ${quote(name)}`;
  if (prefix !== "git:") {
    const path = resolve(here, name);
    const about = name === "" ? undefined : await statPath(path);
    if (about !== undefined) return readPath(name, path, about);
    if (prefix === "dir:") throw new UnusableInput(`${nowhere}; for a git ref of that name, write git:${name}.`);
  }
  return readRef(name, { schemas, lead: prefix === undefined ? `${nowhere}. ` : "" });
}
