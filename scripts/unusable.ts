/** Thrown where there is nothing to work on: a missing folder, a file without permission. Exit code 2. */
export class UnusableInput extends Error {
  override name = "UnusableInput";

  /**
   * Says what failed and why, in the words of the system.
   * @param what the sentence's first half, such as "The folder x cannot be read"
   * @param error what `node:fs` threw
   */
  static fromSystem(what: string, error: unknown): UnusableInput {
    const { code } = error as NodeJS.ErrnoException;
    return new UnusableInput(`${what}: ${reasons[code ?? ""] ?? code ?? String(error)}.`);
  }
}

/** Thrown where Ctrl-C ended a run between two changes of the output folder. Exit code 130. */
export class Interrupted extends Error {
  override name = "Interrupted";
  override message = "Interrupted while the output was written; run it again to complete it.";
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "it does not exist",
  ENOTDIR: "it is not a folder",
  EISDIR: "it is a folder",
  EACCES: "permission is denied",
  EPERM: "permission is denied",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
  EFBIG: "the file is too large",
  EDQUOT: "the disk quota is used up",
  ELOOP: "it is a circle of symbolic links",
};
