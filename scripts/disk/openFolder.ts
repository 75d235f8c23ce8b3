import { closeSync, constants, existsSync, lstatSync, openSync, readlinkSync, realpathSync } from "node:fs";
import { join, sep } from "node:path";
import { UnusableInput } from "../unusable.ts";

/**
 * A folder that was opened. What is done in it is done in that very folder, wherever its path leads meanwhile, and no link
 * in it is followed.
 */
export interface OpenFolder {
  /** Its real path, for messages. */
  readonly path: string;
  /**
   * Does something with an entry of the folder.
   * @param entry path relative to the folder, with forward slashes; "" and "x/." are folders themselves
   * @param work gets a path for `node:fs` whose folders are the opened ones; it must not follow its last part
   * @throws what `work` throws; an error of the system where a folder on the way is missing, or none
   */
  readonly at: <T>(entry: string, work: (path: string) => T) => T;
  readonly close: () => void;
}

const { O_DIRECTORY = 0, O_NOFOLLOW = 0, O_RDONLY } = constants;

/** Where Linux shows what a process has opened: a path through it is a path through the opened folder itself. */
const opened = "/proc/self/fd";

/**
 * Opens a folder.
 * @param path a real one: no link leads through it
 * @param byDescriptor whether the system shows opened folders under paths; where not, each is compared before and after
 * @throws an error of the system where it is missing or no folder; UnusableInput where a link leads to it
 */
export function openFolder(path: string, byDescriptor: boolean = existsSync(opened)): OpenFolder {
  if (realpathSync(path) !== path) throw moved(path);
  return (byDescriptor ? openByDescriptor : openByIdentity)(path);
}

/** The folders that an entry lies in, outermost first, and its name. */
function split(entry: string): [folders: string[], name: string] {
  const parts = entry.split("/");
  return [parts.slice(0, -1), parts.at(-1) as string];
}

const pathOf = (descriptor: number): string => `${opened}/${descriptor}`;

function openByDescriptor(path: string): OpenFolder {
  const flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW;
  const root = openSync(path, flags);
  if (readlinkSync(pathOf(root)) !== path) {
    closeSync(root);
    throw moved(path);
  }
  return {
    path,
    at(entry, work) {
      const [folders, name] = split(entry);
      let inner = root;
      try {
        for (const folder of folders) {
          const next = openSync(`${pathOf(inner)}/${folder}`, flags);
          if (inner !== root) closeSync(inner);
          inner = next;
        }
        return work(`${pathOf(inner)}/${name || "."}`);
      } finally {
        if (inner !== root) closeSync(inner);
      }
    },
    close: () => closeSync(root),
  };
}

/** Device and number of a folder. */
function identify(folder: string): string {
  const about = lstatSync(folder, { bigint: true });
  if (!about.isDirectory()) throw Object.assign(new Error(`${folder} is no folder`), { code: "ENOTDIR" });
  return `${about.dev} ${about.ino}`;
}

function openByIdentity(path: string): OpenFolder {
  const root = identify(path);
  const isHere = (): boolean => {
    try {
      return identify(path) === root;
    } catch {
      return false;
    }
  };
  return {
    path,
    at(entry, work) {
      const [folders, name] = split(entry);
      const identities = (): string => folders.map((_, i) => identify(join(path, ...folders.slice(0, i + 1)))).join();
      if (!isHere()) throw moved(path);
      const before = identities();
      const done = work([path, ...folders, name || "."].join(sep));
      if (!isHere() || identities() !== before) throw moved(path);
      return done;
    },
    close: () => {},
  };
}

const moved = (path: string): UnusableInput =>
  new UnusableInput(`While this ran, ${path} or a folder in it was exchanged for another; run it again.`);
