import { hasNotice } from "../emit/file.ts";
import { byCodeUnit } from "../json/json.ts";
import { inventoryPath, isInventory } from "../output/inventory.ts";
import { pathOf } from "../report/path.ts";
import { UnusableInput } from "../unusable.ts";
import type { Package } from "./side.ts";
import { versionOf } from "./version.ts";

/** Bytes of a file of a package: shared schemas have a two-hundredth of it. */
export const maxFile = 20_000_000;

const schema = /^schemas\/[^/\\]+\.schema\.json$/;

/** The modules of events: the only files that list their sensitive members, as JSON Pointers. */
const event = /^events\/[^/\\]+\.js$/;

/** Whether a file of a package is read. What this list does not have is never unpacked, so that no path leads outside. */
export function isWanted(path: string): boolean {
  return path === "package.json" || path === inventoryPath || schema.test(path) || event.test(path);
}

/** Whether files are those of a package that this tool wrote. What npm packs and installs lacks the inventory. */
export function isOurs(packageJson: string | undefined, inventory: string | undefined): boolean {
  return packageJson !== undefined && (hasNotice(packageJson) || isInventory(inventory));
}

/** @throws UnusableInput where a file of a package is too large to be one that this tool wrote */
export function refuseLarge(name: string, path: string, size: number): void {
  if (size <= maxFile) return;
  throw new UnusableInput(
    `${path} in ${name} has ${size} bytes; at most ${maxFile} are read. Generate and pack the package again.`,
  );
}

/**
 * Makes a side of the files of a package.
 * @param name what messages call it
 * @param files texts by path inside the package
 * @throws UnusableInput where they are not those of a generated package
 */
export function toPackage(name: string, files: ReadonlyMap<string, string>): Package {
  const packageJson = files.get("package.json");
  const refuse = (reason: string): UnusableInput =>
    new UnusableInput(`${name} ${reason}; name a package that codegen generate wrote.`);
  if (packageJson === undefined) throw refuse("holds no package/package.json, so that it is no package of npm");
  if (!isOurs(packageJson, files.get(inventoryPath))) throw refuse("is a package of someone else");
  if (![...files.keys()].some((path) => schema.test(path))) throw refuse("holds no schemas/*.schema.json");
  const version = versionOf(packageJson);
  if (version === undefined) throw refuse("has no version in its package.json");
  const sorted = new Map([...files].toSorted(([a], [b]) => byCodeUnit(a, b)));
  return { kind: "package", name, base: pathOf(name, ""), version, files: sorted };
}
