import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { findObstacles, type Release } from "../scripts/release/rules.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const repository = { type: "git", url: "git+https://github.com/owner/name.git" };
const good: Release = {
  packageJson: { version: "1.2.3", private: true, repository },
  published: { version: "1.2.3", repository: { ...repository, directory: "generated" } },
  changelog: "# Changelog\n\n## 1.2.3 - 2026-01-31\n\n- New.\n",
  withReturns: [],
  tag: "v1.2.3",
};

test("nothing is in the way of a good release, with or without a tag", () => {
  expect(findObstacles(good)).toEqual([]);
  expect(findObstacles({ ...good, tag: undefined })).toEqual([]);
});

test.each<[string, Partial<Release>, string[]]>([
  ["no repository", { packageJson: { version: "1.2.3" }, published: { version: "1.2.3" } }, ["repository"]],
  [
    "a repository that is not on GitHub",
    { packageJson: { ...good.packageJson, repository: { url: "x" } } },
    ["repository", "generated"],
  ],
  ["no version", { packageJson: { repository } }, ["version", "generated", "changelog", "tag"]],
  ["a package of another version", { published: { ...good.published, version: "1.2.2" } }, ["generated"]],
  ["a private package", { published: { ...good.published, private: true } }, ["public"]],
  ["a changelog without the version", { changelog: "## 1.2.30 - 2026-01-31\n" }, ["changelog"]],
  ["a changelog without the date", { changelog: "## 1.2.3 - soon\n" }, ["changelog"]],
  ["a file with CRLF", { withReturns: ["index.js"] }, ["line-ends"]],
  ["another tag", { tag: "1.2.3" }, ["tag"]],
])("%s is in the way", (_, change, want) => {
  expect(findObstacles({ ...good, ...change }).map((line) => line.split(":")[0])).toEqual(want);
});

test("release:dry stops at a package.json without repository, before it runs anything", async () => {
  const folder = await mkdtemp(join(tmpdir(), "release-"));
  await mkdir(join(folder, "generated"));
  await writeFile(join(folder, "CHANGELOG.md"), good.changelog);
  for (const path of ["package.json", "generated/package.json"]) {
    await writeFile(
      join(folder, path),
      JSON.stringify({ version: "1.2.3", scripts: { check: "echo ran", test: "echo ran" } }),
    );
  }
  const args = ["--import", join(root, "scripts/typescript.mjs"), join(root, "scripts/release/dry.ts")];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr).toContain('repository: package.json has no "repository"');
});
