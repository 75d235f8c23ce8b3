import { gte, inc, major, minor, patch, valid } from "semver";
import type { Level } from "./rule.ts";

/** The version numbers on both sides; undefined where a side has none. */
export interface Versions {
  readonly before: string | undefined;
  readonly after: string;
}

/**
 * The part of a version number that has to grow (https://semver.org, 4 and 8): from 1.0.0 on it is the level; in 0.y.z the
 * second number stands for the first, and in 0.0.z every change is the last.
 * @param level of all changes
 * @param version that was published; undefined counts as one from 1.0.0 on
 */
export function bumpOf(level: Level, version: string | undefined): Level {
  if (level === "none" || version === undefined || valid(version) === null || major(version) > 0) return level;
  return minor(version) > 0 && level === "major" ? "minor" : "patch";
}

/** The least version to publish; undefined where the version before is not known. */
export function nextVersion(bump: Level, { before }: Versions): string | undefined {
  if (before === undefined || valid(before) === null) return undefined;
  return bump === "none" ? before : (inc(before, bump) ?? undefined);
}

/**
 * Whether the version number after the changes has grown enough. A pre-release counts as what it leads to.
 * @returns undefined where the version before is not known
 */
export function isEnough(bump: Level, versions: Versions): boolean | undefined {
  const next = nextVersion(bump, versions);
  if (next === undefined || valid(versions.after) === null) return undefined;
  const { after } = versions;
  return gte(`${major(after)}.${minor(after)}.${patch(after)}`, next);
}
