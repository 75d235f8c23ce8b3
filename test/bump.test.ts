import { expect, test } from "vitest";
import { bumpOf, isEnough, nextVersion } from "../scripts/breaking/bump.ts";
import type { Level } from "../scripts/breaking/rule.ts";

test.each<
  [
    level: Level,
    before: string | undefined,
    after: string | undefined,
    bump: Level,
    next: string | undefined,
    enough: boolean | undefined,
  ]
>([
  ["major", "1.2.3", "2.0.0", "major", "2.0.0", true],
  ["major", "1.2.3", "1.3.0", "major", "2.0.0", false],
  ["minor", "1.2.3", "1.3.0", "minor", "1.3.0", true],
  ["patch", "1.2.3", "1.2.3", "patch", "1.2.4", false],
  ["none", "1.2.3", "1.2.3", "none", "1.2.3", true],
  ["major", "0.1.0", "0.2.0", "minor", "0.2.0", true],
  ["minor", "0.1.0", "0.1.1", "patch", "0.1.1", true],
  ["patch", "0.1.0", "0.1.0", "patch", "0.1.1", false],
  ["major", "0.0.3", "0.0.4", "patch", "0.0.4", true],
  ["major", "1.2.3", "2.0.0-rc.1", "major", "2.0.0", true],
  ["major", undefined, "1.0.0", "major", undefined, undefined],
  ["major", "1.0.0", undefined, "major", "2.0.0", undefined],
  ["major", "one", "1.0.0", "major", undefined, undefined],
  ["major", "1.0.0", "two", "major", "2.0.0", undefined],
  // A pre-release is none of another: what changed has to come later.
  ["major", "2.0.0-rc.2", "2.0.0-rc.2", "major", "2.0.0", false],
  ["major", "2.0.0-rc.2", "2.0.0-rc.1", "major", "2.0.0", false],
  ["major", "2.0.0-rc.2", "2.0.0-rc.3", "major", "2.0.0", true],
  ["major", "2.0.0-rc.2", "2.0.0", "major", "2.0.0", true],
  ["minor", "2.0.0-rc.2", "2.0.0-rc.3", "minor", "2.0.0", true],
  ["major", "2.1.0-rc.1", "2.1.0-rc.2", "major", "3.0.0", false],
  ["major", "2.1.0-rc.1", "3.0.0-rc.1", "major", "3.0.0", true],
  ["major", "0.2.0-rc.1", "0.2.0-rc.1", "minor", "0.2.0", false],
  ["major", "0.2.0-rc.1", "0.2.0-rc.2", "minor", "0.2.0", true],
  ["patch", "2.0.0", "2.0.0-rc.1", "patch", "2.0.1", false],
  ["none", "2.0.0", "2.0.0-rc.1", "none", "2.0.0", false],
  ["none", "2.0.0-rc.2", "2.0.0-rc.2", "none", "2.0.0-rc.2", true],
  ["none", "2.0.0-rc.2", "2.0.0-rc.1", "none", "2.0.0-rc.2", false],
])("%s at %s, with %s", (level, before, after, bump, next, enough) => {
  const versions = { before, after };
  expect([bumpOf(level, before), nextVersion(bump, versions), isEnough(bump, versions)]).toEqual([bump, next, enough]);
});
