import { cp, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "./install.ts";

/**
 * Installs the packages that a folder's package.json and package-lock.json name, where they are not there already.
 * @param from the folder of the two
 * @param to where `node_modules` goes
 */
export async function installLocked(from: string, to: string): Promise<void> {
  const lock = join(from, "package-lock.json");
  const done = join(to, "done");
  const [wanted, present] = await Promise.all(
    [lock, done].map((file) => readFile(file, "utf8").catch(() => undefined)),
  );
  if (wanted === present) return;
  await mkdir(to, { recursive: true });
  for (const name of ["package.json", "package-lock.json"]) await cp(join(from, name), join(to, name));
  await run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], to);
  await cp(lock, done);
}
