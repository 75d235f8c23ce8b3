import { randomUUID } from "node:crypto";
import { posix } from "node:path";
import { setImmediate } from "node:timers/promises";
import {
  createFile,
  listEntries,
  makeInnerFolder,
  moveEntry,
  readText,
  removeEmpty,
  removeFile,
  removeTree,
  statEntry,
} from "../disk/entries.ts";
import type { OpenFolder } from "../disk/openFolder.ts";
import { hasNotice, type OutputFile } from "../emit/file.ts";
import type { Disk } from "./disk.ts";
import { UnusableInput } from "../unusable.ts";
import { formerPath, inventoryPath, inventoryText, join, readInventory } from "./inventory.ts";
import { isUntouched, type Plan } from "./plan.ts";

/**
 * What the folder begins with in which files are written before they are renamed: inside the output folder, so that a
 * rename is one step. Each run has one of its own, for one that lost the lock must not touch the new owner's.
 */
const prefix = ".staging-";

/** Whether a name is one that we give such a folder; `mkdtemp` gave six characters up to version 0.2.0. */
function isStaging(name: string): boolean {
  return name.startsWith(prefix) && /^[A-Za-z0-9]{6,8}$/.test(name.slice(prefix.length));
}

/** The staged inventory of all files, old and new. */
const interim = ".inventory";

/** Files that are written, and not yet where they belong. */
export interface Staging {
  /** Writes a file. */
  readonly add: (file: OutputFile) => void;
  /**
   * Carries a plan out: each file is renamed in one step, then obsolete ones are removed. At every moment the inventory
   * lists all files that are ours.
   * @param mayGoOn throws where the folder may not be changed any more; called before each change
   */
  readonly commit: (steps: Pick<Plan, "write" | "remove">, disk: Disk, mayGoOn: () => void) => Promise<void>;
  /** Removes what is still staged. */
  readonly discard: () => void;
}

/** Somebody can have written since the folder was compared. */
function mustBe({ path: out }: OpenFolder, path: string, isAsCompared: boolean): void {
  if (!isAsCompared)
    throw new UnusableInput(`${path} was changed in ${out} while this ran; look at it, and run it again.`);
}

/**
 * Begins to write files of the output folder, so that an error leaves it as it was.
 * @param folder the output folder, which is locked: what earlier runs staged is removed
 */
export function stage(folder: OpenFolder): Staging {
  for (const { name } of listEntries(folder).filter((entry) => entry.isDirectory() && isStaging(entry.name)))
    removeTree(folder, name);
  const staging = `${prefix}${randomUUID().slice(0, 8)}`;
  const made = new Set<string>();
  let after = "";

  const add = ({ path, text }: OutputFile): void => {
    const file = `${staging}/${path}`;
    const inner = posix.dirname(file);
    if (!made.has(inner)) {
      made.add(inner);
      makeInnerFolder(folder, inner);
    }
    createFile(folder, file, text);
    if (path === inventoryPath) after = text;
  };
  return {
    add,
    async commit({ write, remove }, disk, mayGoOn) {
      /** Makes a change, once Ctrl-C has been heard of. */
      const change = async (work: () => void): Promise<void> => {
        await setImmediate();
        mayGoOn();
        work();
      };
      const put = (from: string, to = from): Promise<void> =>
        change(() => {
          const before = readText(folder, to) ?? "";
          mustBe(folder, to, before === "" || hasNotice(before));
          moveEntry(folder, `${staging}/${from}`, to);
        });
      const isListed = after !== "";
      if (isListed) add({ path: interim, text: inventoryText(join(disk.inventory, readInventory(after))) });
      for (const inner of new Set(write.map((path) => posix.dirname(path)))) makeInnerFolder(folder, inner);
      if (isListed) await put(interim, inventoryPath);
      for (const path of write) if (path !== inventoryPath) await put(path);
      for (const path of remove) {
        await change(() => {
          mustBe(folder, path, path === formerPath || isUntouched(readText(folder, path), disk.inventory.get(path)));
          removeFile(folder, path);
          removeEmpty(folder, posix.dirname(path));
        });
      }
      if (isListed) await put(inventoryPath);
    },
    discard() {
      if (statEntry(folder, staging) !== undefined) removeTree(folder, staging);
    },
  };
}
