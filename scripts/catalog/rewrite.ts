import { randomUUID } from "node:crypto";
import { lstat, realpath } from "node:fs/promises";
import { join, posix } from "node:path";
import { setImmediate } from "node:timers/promises";
import { inBatches } from "../batches.ts";
import { createFile, moveEntry, readText, removeFile, statEntry } from "../disk/entries.ts";
import { type OpenFolder, openFolder } from "../disk/openFolder.ts";
import { Interrupted, UnusableInput } from "../unusable.ts";

/** A new text for a file of the schema folder. */
export interface Rewritten {
  /** Path relative to the schema folder, with forward slashes. */
  readonly file: string;
  /** What was read, and has to be there still. */
  readonly before: string;
  readonly after: string;
}

/**
 * Finds the files that a symbolic link below the schema folder leads to: what is written there could lie elsewhere.
 * @param root the schema folder
 * @param files paths relative to it
 */
export async function findLinked(root: string, files: readonly string[]): Promise<ReadonlySet<string>> {
  const base = await realpath(root);
  const linked = await inBatches(files, async (file) => ((await isDirect(base, file)) ? [] : [file]));
  return new Set(linked.flat());
}

/** Whether a file is a regular one that no link leads to. */
async function isDirect(base: string, file: string): Promise<boolean> {
  const path = join(base, file);
  return (await lstat(path)).isFile() && (await realpath(path)) === path;
}

/**
 * Writes files of the schema folder. All are written beside the old ones first, so that an error changes nothing; then
 * each takes the old one's part in one step. No link in the folder is followed.
 * @param root the schema folder
 * @param isInterrupted whether Ctrl-C came
 * @throws UnusableInput where a file has changed since it was read, is a link, or cannot be written
 * @throws Interrupted where Ctrl-C came before the first file was replaced
 */
export async function rewriteFiles(
  root: string,
  files: readonly Rewritten[],
  isInterrupted: () => boolean,
): Promise<void> {
  const staged: { readonly from: string; readonly to: string }[] = [];
  let folder: OpenFolder | undefined;
  try {
    const opened = (folder = openFolder(await realpath(root)));
    for (const { file, before, after } of files) {
      await setImmediate();
      if (isInterrupted()) throw new Interrupted();
      if (readText(opened, file) !== before) {
        throw new UnusableInput(`${file} was changed while this ran; nothing was written, so run it again.`);
      }
      const from = posix.join(posix.dirname(file), `.${posix.basename(file)}.${randomUUID()}.tmp`);
      staged.push({ from, to: file });
      createFile(opened, from, after, statEntry(opened, file)?.mode);
    }
    for (const { from, to } of staged) moveEntry(opened, from, to);
  } catch (error) {
    if (error instanceof UnusableInput || error instanceof Interrupted) throw error;
    throw UnusableInput.fromSystem(`The schema folder ${root} cannot be written`, error);
  } finally {
    if (folder !== undefined) for (const { from } of staged) removeFile(folder, from);
    folder?.close();
  }
}
