import { bumpOf, isEnough, nextVersion, type Versions } from "./bump.ts";
import type { Change } from "./change.ts";
import { highest, type Level, levels } from "./rule.ts";

/** What changed, and what follows from it. */
export interface Comparison {
  /** Those that matter most first. */
  readonly changes: readonly Change[];
  /** The types of events of the other side that could not be read, and so were not compared; sorted. */
  readonly notCompared: readonly string[];
  /** The highest level of all changes; major where an event was not compared, for nothing is known of it. */
  readonly level: Level;
  /** The part of the version number that has to grow. */
  readonly bump: Level;
  /** The least version to publish; undefined where the version before is not known. */
  readonly next: string | undefined;
  /** Whether the version number has grown enough; undefined where one is not known. */
  readonly enough: boolean | undefined;
  readonly versions: Versions;
}

/** The input of a renderer. */
export interface ComparisonReport extends Comparison {
  /** What the other side is. */
  readonly kind: "sources" | "package";
  /** What the other side is called. */
  readonly name: string;
  /** What stands in front of the path of a file of the other side. */
  readonly otherBase: string;
  /** Path of the schema folder from where the reader stands; "" for none. */
  readonly base: string;
  readonly color: boolean;
  /** The least level that counts as a finding. */
  readonly failOn: Level;
  /** Version of the tool. */
  readonly version: string;
}

/** Draws what follows from changes, and from events that could not be compared. */
export function concludeFrom(
  { changes, notCompared }: Pick<Comparison, "changes" | "notCompared">,
  versions: Versions,
): Comparison {
  const level = notCompared.length > 0 ? "major" : highest(changes.map((change) => change.level));
  const bump = bumpOf(level, versions.before);
  return {
    changes: changes.toSorted((a, b) => levels.indexOf(b.level) - levels.indexOf(a.level)),
    notCompared,
    level,
    bump,
    next: nextVersion(bump, versions),
    enough: isEnough(bump, versions),
    versions,
  };
}

/** Whether a level is at another or above. */
export function isAtLeast(level: Level, least: Level): boolean {
  return levels.indexOf(level) >= levels.indexOf(least);
}
