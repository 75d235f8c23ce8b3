import { gt, gte, inc, major, minor, patch, valid } from "semver";
import { quote } from "../report/quote.ts";
import { UnusableInput } from "../unusable.ts";
import type { Level } from "./rule.ts";

/** The version numbers on both sides; undefined where a side has none. */
export interface Versions {
  readonly before: string | undefined;
  readonly after: string | undefined;
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
 * Whether the version number after the changes has grown enough. A pre-release counts as what it leads to; it has to be later
 * than the version before itself, where anything changed, and must never be an earlier one.
 * @returns undefined where a version is not known
 */
export function isEnough(bump: Level, versions: Versions): boolean | undefined {
  const { before, after } = versions;
  const next = nextVersion(bump, versions);
  if (before === undefined || next === undefined || after === undefined || valid(after) === null) return undefined;
  if (bump === "none") return gte(after, before);
  return gt(after, before) && gte(`${major(after)}.${minor(after)}.${patch(after)}`, next);
}

/**
 * Requires a version number of both sides.
 * @param name of the other side
 * @param schemas the new schema folder
 * @throws UnusableInput where a side has none, or one that is no semantic version
 */
export function requireVersions(name: string, schemas: string, { before, after }: Versions): void {
  for (const [side, version] of [
    [name, before],
    [schemas, after],
  ] as const) {
    if (version !== undefined && valid(version) !== null) continue;
    const found = version === undefined ? "has none" : `has ${quote(version)}, which is none of https://semver.org`;
    throw new UnusableInput(
      `--require-bump compares version numbers, and ${side} ${found}; put a "version" such as "1.2.3" into the nearest package.json in or above its schema folder, or leave --require-bump out.`,
    );
  }
}
