import { UnusableInput } from "../unusable.ts";
import { runGit } from "./git.ts";

/** Where a folder stands in a repository. */
export interface Location {
  /** The folder of the work tree. */
  readonly top: string;
  /** Path of the folder in it, with a slash at its end; "" of the work tree itself. */
  readonly prefix: string;
}

const text = (bytes: Buffer): string => bytes.toString("utf8").replace(/\n$/, "");

/**
 * Finds the repository of a folder.
 * @returns undefined where there is none, or a reason why git does not read it
 */
async function find(folder: string): Promise<Location | string> {
  const [top, prefix] = await Promise.all(
    ["--show-toplevel", "--show-prefix"].map((what) => runGit(folder, ["rev-parse", what])),
  );
  if (top?.code !== 0 || prefix?.code !== 0) return top?.reason ?? "";
  return { top: text(top.stdout), prefix: text(prefix.stdout) };
}

/**
 * Finds the repository of the schema folder.
 * @param schemas absolute
 * @throws UnusableInput where it is in none
 */
export async function locateSchemas(schemas: string): Promise<Location> {
  const found = await find(schemas);
  if (typeof found !== "string") return found;
  const isMissing = found.startsWith("not a git repository") || found.includes("must be run in a work tree");
  throw new UnusableInput(
    isMissing
      ? `The schema folder ${schemas} is in no git repository, so that no ref can be read; name a folder or a tarball.`
      : `git does not read the repository of ${schemas}; it says "${found}".`,
  );
}

/** The paths at which a ref may have the package.json of the schemas, the nearest first. */
export function packageJsonPaths({ prefix }: Location): string[] {
  const folders = prefix.split("/").slice(0, -1);
  return [...folders, ""].map((_, i) => [...folders.slice(0, folders.length - i), "package.json"].join("/"));
}
