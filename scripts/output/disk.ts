import { mkdir, mkdtemp, readdir, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { inBatches } from "../batches.ts";
import type { OutputFile } from "../emit/file.ts";
import { Interrupted, UnusableInput } from "../unusable.ts";
import { formerPath, inventoryPath, inventoryText, join as joinInventories, readInventory } from "./inventory.ts";
import type { Disk, Plan } from "./plan.ts";

/**
 * What the folder begins with in which files are written before they are renamed: inside the output folder, so that a
 * rename is one step. Each run has one of its own, for one that lost the lock must not touch the new owner's.
 */
const stagingPrefix = ".staging-";

/** Whether a name is one that `mkdtemp` makes of the prefix. */
function isStaging(name: string): boolean {
  return name.startsWith(stagingPrefix) && /^[A-Za-z0-9]{6}$/.test(name.slice(stagingPrefix.length));
}

/** The staged inventory of all files, old and new. */
const interimName = ".inventory";

/**
 * Reads the output folder.
 * @param out the folder; a missing one is empty
 * @param wanted paths whose text matters, beside those that an earlier run wrote
 * @throws UnusableInput where it is no folder or cannot be read
 */
export async function readDisk(out: string, wanted: ReadonlySet<string>): Promise<Disk> {
  const files = new Map<string, string | undefined>();
  const regular = new Set<string>();
  const links = new Set<string>();
  const folders = new Set<string>();
  const visit = async (below: string): Promise<void> => {
    for (const entry of await readdir(join(out, below), { withFileTypes: true })) {
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      if (entry.isSymbolicLink()) links.add(path);
      else if (entry.isDirectory()) {
        folders.add(path);
        await visit(path);
      } else {
        files.set(path, undefined);
        if (entry.isFile()) regular.add(path);
      }
    }
  };
  /** Reads what is a regular file: a pipe would make the tool wait. */
  const read = async (paths: Iterable<string>): Promise<void> => {
    const rest = [...new Set(paths)].filter((path) => regular.has(path) && files.get(path) === undefined);
    await inBatches(rest, async (path) => files.set(path, await readFile(join(out, path), "utf8")));
  };
  let inventory: Disk["inventory"] = new Map();
  try {
    await visit("");
    await read([inventoryPath, formerPath]);
    inventory = joinInventories(readInventory(files.get(formerPath)), readInventory(files.get(inventoryPath)));
    await read([...wanted, ...inventory.keys()]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT" || files.size + folders.size > 0) {
      throw UnusableInput.fromSystem(`The output folder ${out} cannot be read`, error);
    }
  }
  return { files, links, folders, inventory };
}

/**
 * Carries a plan out. Everything is staged first, so that an error leaves the folder as it was; then files are renamed,
 * each in one step, and obsolete ones removed. At every moment the inventory lists all files that are ours.
 * @param out the output folder; it exists and is locked
 * @param mayChange throws where the folder may not be changed any more; called before each change
 * @throws UnusableInput where something is in the way, or the folder cannot be written
 */
export async function write(
  out: string,
  { write: files, remove, obstacles }: Plan,
  disk: Disk,
  mayChange: () => Promise<void>,
): Promise<void> {
  if (obstacles.length > 0)
    throw new UnusableInput(`In the way of the output, remove: ${obstacles.join(", ")} (in ${out}).`);
  let staging = "";
  const folders = new Set(files.map(({ path }) => dirname(path)));
  const stage = ({ path, text }: OutputFile): Promise<void> => writeFile(join(staging, path), text);
  try {
    for (const name of await readdir(out)) {
      if (isStaging(name)) await rm(join(out, name), { recursive: true, force: true });
    }
    if (files.length === 0 && remove.length === 0) return;
    staging = await mkdtemp(join(out, stagingPrefix));
    for (const folder of folders) await mkdir(join(staging, folder), { recursive: true });
    await inBatches(files, stage);
    const isListed = files.some(({ path }) => path === inventoryPath);
    const after = readInventory(files.find(({ path }) => path === inventoryPath)?.text);
    if (isListed) await stage({ path: interimName, text: inventoryText(joinInventories(disk.inventory, after)) });

    for (const folder of folders) await mkdir(join(out, folder), { recursive: true });
    const put = async (staged: string, path = staged): Promise<void> => {
      await mayChange();
      await rename(join(staging, staged), join(out, path));
    };
    if (isListed) await put(interimName, inventoryPath);
    await inBatches(
      files.filter(({ path }) => path !== inventoryPath),
      ({ path }) => put(path),
    );
    for (const path of remove) {
      await mayChange();
      await removeFile(out, path);
    }
    if (isListed) await put(inventoryPath);
  } catch (error) {
    if (error instanceof UnusableInput || error instanceof Interrupted) throw error;
    throw UnusableInput.fromSystem(`The output folder ${out} cannot be written`, error);
  } finally {
    if (staging !== "") await rm(staging, { recursive: true, force: true }).catch(() => {});
  }
}

/** Removes a file, and the folders that become empty by it. */
async function removeFile(out: string, path: string): Promise<void> {
  await rm(join(out, path), { force: true });
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
    try {
      await rmdir(join(out, folder));
    } catch {
      return;
    }
  }
}
