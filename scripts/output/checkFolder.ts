import { existsSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, sep } from "node:path";
import { UnusableInput } from "../unusable.ts";

/** The real path, also of something that does not exist yet. */
function real(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(real(parent), basename(path));
}

const holds = (outer: string, inner: string): boolean =>
  inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep);

/**
 * Refuses output folders in which generating would do harm.
 * @param out the output folder, absolute
 * @param schemas the schema folder, absolute
 * @param root the folder of the root package.json
 * @returns the real path of the output folder, through which no link leads
 * @throws UnusableInput where they overlap, or `out` is a repository or a file
 */
export function checkFolder(out: string, schemas: string, root: string): string {
  const [to, from, home] = [real(out), real(schemas), real(root)];
  const reason = holds(to, from)
    ? "is or contains the schema folder"
    : holds(from, to)
      ? "lies inside the schema folder"
      : holds(to, home) || existsSync(join(to, ".git"))
        ? "is the root of a repository"
        : existsSync(to) && !statSync(to).isDirectory()
          ? "is a file"
          : undefined;
  if (reason !== undefined) throw new UnusableInput(`The output folder ${out} ${reason}; choose another with --out.`);
  return to;
}
