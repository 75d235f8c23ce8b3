import { askGit } from "./git.ts";

/** A file of a commit. */
export interface Entry {
  /** Path in the repository. */
  readonly path: string;
  readonly kind: "file" | "link" | "submodule";
  /** Digest of its content. */
  readonly id: string;
  readonly size: number;
}

/** What git's modes stand for; all others are those of files. */
const kinds: Readonly<Record<string, Entry["kind"]>> = { "120000": "link", "160000": "submodule" };

/**
 * Lists files of a commit.
 * @param top the folder of the work tree
 * @param paths files and folders, which may be missing; "" is everything
 */
export async function listTree(top: string, commit: string, paths: readonly string[]): Promise<Entry[]> {
  const chosen = paths.includes("") ? [] : paths;
  const listed = await askGit(top, ["ls-tree", "-r", "-z", "-l", "--full-tree", commit, "--", ...chosen]);
  const lines = listed.toString("utf8").split("\0").slice(0, -1);
  return lines.map((line) => {
    const tab = line.indexOf("\t");
    const [mode = "", , id = "", size] = line.slice(0, tab).split(/ +/);
    return { path: line.slice(tab + 1), kind: kinds[mode] ?? "file", id, size: Number(size) || 0 };
  });
}

const lineFeed = 0x0a;

/**
 * Reads contents, all by one process.
 * @param ids digests of files
 * @returns the bytes by digest; those that the clone does not have are missing
 */
export async function readBlobs(top: string, ids: Iterable<string>): Promise<ReadonlyMap<string, Buffer>> {
  const asked = [...new Set(ids)];
  const blobs = new Map<string, Buffer>();
  if (asked.length === 0) return blobs;
  const bytes = await askGit(top, ["cat-file", "--batch"], asked.map((id) => `${id}\n`).join(""));
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(lineFeed, at);
    // Either "<id> blob <size>", and behind it the content and LF, or "<id> missing".
    const [id = "", , size] = bytes.toString("latin1", at, end).split(" ");
    at = end + 1;
    if (size === undefined) continue;
    blobs.set(id, bytes.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return blobs;
}
