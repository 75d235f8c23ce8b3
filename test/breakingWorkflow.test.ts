// The steps of breaking.yml, run by a shell in a clone of a repository, as the workflow does it on a pull request.
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { createFolder, root, writeFiles } from "./support/codegen.ts";
import { eventOf } from "./support/eventOf.ts";
import { type Ended, runShell } from "./support/run.ts";

interface Step {
  readonly name?: string;
  readonly run?: string;
}
interface Workflow {
  readonly on: string;
  readonly jobs: Readonly<Record<string, { readonly if?: string; readonly steps: readonly Step[] }>>;
}
const { on, jobs } = parse(readFileSync(join(root, ".github/workflows/breaking.yml"), "utf8")) as Workflow;

/** The shell commands of a step. */
const commandsOf = (job: string, name: string): string =>
  jobs[job]?.steps.find((step) => step.name?.startsWith(name))?.run as string;

const text = { type: "string", description: "d" };
const schemasOf = (properties: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(eventOf({ type: "object", properties })).map(([file, schema]) => [
      `schemas/${file}`,
      `${JSON.stringify(schema, null, 2)}\n`,
    ]),
  );

/** A clone of a repository in which a branch was made, and whose base went on since. */
async function createClone(properties: object): Promise<string> {
  const [origin, clone] = [createFolder(), join(createFolder(), "clone")];
  const git = async (...commands: string[]): Promise<void> => {
    const shell = commands.map((command) => `git -c user.name=n -c user.email=e ${command}`).join(" && ");
    const { code, stderr } = await runShell(shell, [], { cwd: origin });
    expect([code, stderr]).toEqual([0, expect.anything()]);
  };
  for (const path of ["scripts", "package.json", "LICENSE", "CHANGELOG.md", "tsconfig.json"])
    cpSync(join(root, path), join(origin, path), { recursive: true });
  writeFiles(origin, schemasOf({ a: text }));
  await git("init -q -b main", "add -A", "commit -qm first", "checkout -qb request");
  writeFiles(origin, schemasOf(properties));
  await git("add -A", "commit -qm request --allow-empty", "checkout -q main");
  writeFiles(origin, schemasOf({ a: text, late: text }));
  await git("commit -qam late", `clone -q --branch request "${origin}" "${clone}"`);
  // What is installed, without the cache of what was compiled.
  const installed = join(clone, "node_modules");
  mkdirSync(installed);
  for (const name of readdirSync(join(root, "node_modules")).filter((one) => one !== ".cache"))
    symlinkSync(join(root, "node_modules", name), join(installed, name));
  return clone;
}

interface Compared {
  readonly summary: Ended;
  readonly annotations: Ended;
  readonly notes: string;
}

/** Runs the steps of the job `compare`. */
async function compare(clone: string): Promise<Compared> {
  const files = { GITHUB_ENV: "env", GITHUB_STEP_SUMMARY: "summary", GITHUB_OUTPUT: "output" };
  const folder = createFolder();
  const paths = Object.fromEntries(Object.entries(files).map(([name, file]) => [name, join(folder, file)]));
  const cwd = clone;
  const summary = await runShell(`set -e\n${commandsOf("compare", "summary")}`, [], {
    cwd,
    env: { ...paths, BASE: "main" },
  });
  const [, against] = readFileSync(join(folder, "env"), "utf8").trim().split("AGAINST=");
  const annotations = await runShell(commandsOf("compare", "annotations"), [], { cwd, env: { AGAINST: against } });
  const notes = readFileSync(join(clone, "changes.md"), "utf8");
  expect(readFileSync(join(folder, "summary"), "utf8")).toBe(notes);
  expect(readFileSync(join(folder, "output"), "utf8")).toBe("written=true\n");
  return { summary, annotations, notes };
}

test("runs on pull requests alone, never with the rights of the base, and comments on no request of a fork", () => {
  expect(on).toBe("pull_request");
  expect(jobs["comment"]?.if).toContain("head.repo.full_name == github.repository");
});

test("a member that is gone is an annotation and a finding; what the base got since is not", async () => {
  const { summary, annotations, notes } = await compare(await createClone({ b: text }));
  expect([summary.code, summary.stderr]).toEqual([0, ""]);
  expect(notes).toMatch(/### Breaking\n\n- \/data\/a is gone .*\n\n### New\n\n- \/data\/b is new/);
  expect(notes).not.toContain("late");
  expect([annotations.code, annotations.stderr]).toEqual([1, ""]);
  expect(annotations.stdout).toMatch(/^::error file=schemas\/[^\n]*title=member-removed::major: /);
});

test("a request that changes no schema is green", async () => {
  const { annotations, notes } = await compare(await createClone({ a: text }));
  expect([annotations.code, annotations.stdout, annotations.stderr]).toEqual([0, "", ""]);
  expect(notes).toMatch(/^Nothing changed/m);
});

describe("the comment", () => {
  const folder = createFolder();
  beforeAll(() => {
    // GitHub is not here: this notes what it is asked, and has a comment to edit where the test says so.
    writeFiles(folder, { gh: `#!/bin/sh\necho "$*" >> asked\ncase "$*" in *--edit-last*) exit $MISSING;; esac\n` });
    chmodSync(join(folder, "gh"), 0o755);
  });
  const edit = "pr comment url --edit-last --body-file changes.md";
  const create = "pr comment url --body-file changes.md";

  test.each<[name: string, notes: string, missing: string, asked: string[]]>([
    ["is made where something changed", "### New", "1", [edit, create]],
    ["is updated where there is one", "### New", "0", [edit]],
    ["is updated where nothing is changed any more", "Nothing changed.", "0", [edit]],
    ["is not made where nothing changed", "Nothing changed.", "1", [edit]],
  ])("%s", async (_, notes, missing, asked) => {
    const cwd = createFolder();
    writeFiles(cwd, { "changes.md": `## Changes\n\n${notes}\n` });
    const env = { PATH: `${folder}:${process.env["PATH"]}`, REQUEST: "url", MISSING: missing };
    const { code } = await runShell(`set -e\n${commandsOf("comment", "comment")}`, [], { cwd, env });
    expect([code, readFileSync(join(cwd, "asked"), "utf8").trim().split("\n")]).toEqual([0, asked]);
    expect(existsSync(join(cwd, "changes.md"))).toBe(true);
  });
});
