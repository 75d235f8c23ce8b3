import type { Dirent } from "node:fs";
import { listEntries, readText } from "../disk/entries.ts";
import type { OpenFolder } from "../disk/openFolder.ts";
import { refuseForeignRoot, refuseForeignSchemas } from "./foreign.ts";
import { formerPath, type Inventory, inventoryPath, isInventory, join, readInventory } from "./inventory.ts";

/** What stands in the output folder. Paths are relative to it, with forward slashes. */
export interface Disk {
  /** Regular files. */
  readonly files: ReadonlySet<string>;
  /** Symbolic links, which are never followed, and what else is neither file nor folder. */
  readonly others: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
  /** The inventory that an earlier run left in the folder. */
  readonly inventory: Inventory;
  /** Whether there is one in its former form, under its former name. */
  readonly hasFormer: boolean;
}

/** What stands in an output folder that does not exist. */
export const emptyDisk: Disk = {
  files: new Set(),
  others: new Set(),
  folders: new Set(),
  inventory: new Map(),
  hasFormer: false,
};

/**
 * Lists the output folder, and reads its inventory.
 * @throws UnusableInput where files show that it is somebody else's
 */
export function readDisk(folder: OpenFolder): Disk {
  refuseForeignRoot(folder);
  const [files, others, folders] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const kindOf = (entry: Dirent): Set<string> => (entry.isDirectory() ? folders : entry.isFile() ? files : others);
  const visit = (below: string): void => {
    for (const entry of listEntries(folder, below)) {
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      kindOf(entry).add(path);
      if (entry.isDirectory()) visit(path);
    }
  };
  visit("");
  refuseForeignSchemas(folder, files);
  const [former, current] = [readText(folder, formerPath), readText(folder, inventoryPath)];
  const inventory = join(readInventory(former), readInventory(current));
  return { files, others, folders, inventory, hasFormer: isInventory(former) };
}
