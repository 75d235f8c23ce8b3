import { randomUUID } from "node:crypto";
import { type FileHandle, link, lstat, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { UnusableInput } from "../unusable.ts";
import { makeFolder } from "./folder.ts";

/** Marks an output folder as being written. Its text tells the owners apart; it is touched as long as its owner lives. */
export const lockName = ".lock";

/** How often an owner touches its lock, and after how long an untouched one is nobody's, in milliseconds. */
const [beat, stale] = [5_000, 30_000];

/**
 * Does work that only one run may do in a folder at a time, on whatever machine or in whatever container it is.
 * @param folder is made where it is missing
 * @param patience how long to wait for another run, in milliseconds
 * @param work gets what throws where the folder was lost to another run: to be called before each change
 * @throws UnusableInput where the other run takes longer, or the folder cannot be written
 */
export async function withLock<T>(
  folder: string,
  patience: number,
  work: (mustOwn: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const [path, owner, deadline] = [join(folder, lockName), randomUUID(), Date.now() + patience];
  const owns = async (): Promise<boolean> => (await readFile(path, "utf8").catch(() => "")) === owner;
  let handle: FileHandle | undefined;
  try {
    await makeFolder(folder);
    for (handle = await take(path, owner); handle === undefined; handle = await take(path, owner)) {
      if (Date.now() > deadline)
        throw new UnusableInput(`Another run is writing ${folder}. If none is, run this again in half a minute.`);
      await setTimeout(50);
    }
  } catch (error) {
    throw error instanceof UnusableInput
      ? error
      : UnusableInput.fromSystem(`The output folder ${folder} cannot be written`, error);
  }
  const heart = setInterval(() => void handle.utimes(new Date(), new Date()).catch(() => {}), beat).unref();
  try {
    await tidy(folder).catch(() => {});
    return await work(async () => {
      if (!(await owns()))
        throw new UnusableInput(`Another run took over ${folder}, for this one had stood still; run it again.`);
    });
  } finally {
    clearInterval(heart);
    await handle.close();
    if (await owns()) await rm(path, { force: true });
  }
}

/** Removes locks that were put aside by runs that were killed. */
async function tidy(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (isLock(name) && name !== lockName && (await inspect(path)) === "stale") await rm(path, { force: true });
  }
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a name is that of a lock, or of one that is being put aside. */
export function isLock(name: string): boolean {
  return name === lockName || (name.startsWith(`${lockName}.`) && uuid.test(name.slice(lockName.length + 1)));
}

/** What stands where a lock would: one that is held, one that is nobody's any more, something else, or nothing. */
async function inspect(path: string): Promise<"held" | "stale" | "foreign" | "nothing"> {
  const about = await lstat(path).catch(() => undefined);
  if (about === undefined) return "nothing";
  if (!about.isFile()) return "foreign";
  if (Date.now() - about.mtimeMs <= stale) return "held";
  // Empty: its owner was killed as it began. Digits: an owner of version 0.1.0.
  const text = await readFile(path, "utf8").catch(() => "");
  return text === "" || /^\d+$/.test(text) || uuid.test(text) ? "stale" : "foreign";
}

/** Takes the lock if it is free. One that is stale is put aside first; `undefined` says to look again. */
async function take(path: string, owner: string): Promise<FileHandle | undefined> {
  try {
    // Creates the file or fails: no link is followed.
    const handle = await open(path, "wx");
    await handle.writeFile(owner).catch(async (error: unknown) => {
      await handle.close();
      await rm(path, { force: true });
      throw error;
    });
    return handle;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const seen = await lstat(path).catch(() => undefined);
  const what = await inspect(path);
  if (what === "foreign") throw new UnusableInput(`In the way of the lock, remove: ${path} (it is not ours).`);
  if (what !== "stale" || seen === undefined) return undefined;
  // Of several that see it stale one rename succeeds; should it catch a new lock, that lock is put back.
  const aside = `${path}.${owner}`;
  await rename(path, aside).catch(() => {});
  const caught = await lstat(aside).catch(() => undefined);
  if (caught !== undefined && caught.ino !== seen.ino) await link(aside, path).catch(() => {});
  await rm(aside, { force: true });
  return undefined;
}
