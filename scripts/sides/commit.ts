import { quote } from "../report/quote.ts";
import { didYouMean } from "../suggest.ts";
import { UnusableInput } from "../unusable.ts";
import { runGit } from "./git.ts";

/** A digest of git, in either of its two lengths. */
const digest = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** Names that need no quotes in a shell, and are no option. */
const simple = /^[\w.][\w./+-]*$/;

/** How many branches and tags are looked at, the newest first. */
const maxRefs = 1000;

/**
 * Finds the commit of a ref.
 * @param folder of the repository
 * @param ref a branch, a tag, a digest, or an expression such as `HEAD~1`
 * @returns its digest
 * @throws UnusableInput where there is none, with the ref that was meant or the command that fetches it
 */
export async function findCommit(folder: string, ref: string): Promise<string> {
  // No name holds a zero, and no program can be given one.
  const isWord = ref !== "" && !ref.includes("\0");
  const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`];
  const commit = isWord ? (await runGit(folder, args)).stdout.toString("latin1").trim() : "";
  if (digest.test(commit)) return commit;
  const fix = (isWord ? await fixOf(folder, ref) : undefined) ?? "git branch --all and git tag list what there is";
  throw new UnusableInput(`git finds no commit for ${quote(ref)}; ${fix}`.replace(/(?<![.?])$/, "."));
}

/** What to do about a ref that is not there; undefined where nothing is known to help. */
async function fixOf(folder: string, ref: string): Promise<string | undefined> {
  const list = async (...args: string[]): Promise<string[]> =>
    (await runGit(folder, args)).stdout.toString("utf8").split("\n").filter(Boolean);
  const [refs, remotes, [isShallow]] = await Promise.all([
    list("for-each-ref", `--count=${maxRefs}`, "--sort=-creatordate", "--format=%(refname:lstrip=2)"),
    list("remote"),
    list("rev-parse", "--is-shallow-repository"),
  ]);
  const tracked = remotes.map((remote) => `${remote}/${ref}`).find((name) => refs.includes(name));
  if (tracked !== undefined) return `did you mean ${JSON.stringify(tracked)}?`;
  if (isShallow === "true") return `the clone is shallow: ${fetchOf(ref, remotes)}`;
  const meant = didYouMean(ref, refs, "");
  return meant === "" ? undefined : meant;
}

const fetch = (what: string): string => `run git fetch --depth=1 ${what}`;

/**
 * The command that brings a ref into a shallow clone. `git fetch --depth=1 origin main` alone would leave it without a name,
 * and `--unshallow` brings no further branches, where the clone has a single one.
 */
function fetchOf(ref: string, remotes: readonly string[]): string {
  const remote = remotes.includes("origin") ? "origin" : remotes.find((name) => simple.test(name));
  if (remote === undefined || !simple.test(ref) || /^HEAD$|^[0-9a-f]{7,39}$/.test(ref))
    return "run git fetch --unshallow";
  if (digest.test(ref)) return fetch(`${remote} ${ref}`);
  const owner = remotes.find((name) => simple.test(name) && ref.startsWith(`${name}/`));
  if (owner !== undefined) return fetch(`${owner} ${ref.slice(owner.length + 1)}:refs/remotes/${ref}`);
  return `${fetch(`${remote} ${ref}:${ref}`)}, or for a tag git fetch --depth=1 ${remote} tag ${ref}`;
}
