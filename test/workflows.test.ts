// The form of the workflows, which never run here: what they run exists, and who may publish.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "./support/codegen.ts";

interface Step {
  readonly uses?: string;
  readonly run?: string;
}
interface Job {
  readonly if?: string;
  readonly uses?: string;
  readonly steps?: readonly Step[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly strategy?: {
    readonly matrix: { readonly include: readonly { readonly os: string; readonly test: string }[] };
  };
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = join(root, ".github/workflows");
const texts = Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
const workflows = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, parse(text) as Workflow]));
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Record<string, string> };

/** The commands of a job. */
const commandsOf = ({ steps = [], strategy }: Job): string =>
  [...steps.map(({ run = "" }) => run), ...(strategy?.matrix.include ?? []).map((row) => row.test)].join("\n");
/** The npm scripts that a text runs; `npm test` is one. */
const scriptsIn = (text: string): string[] =>
  [...text.matchAll(/npm (?:run )?(?:--silent )?(test|(?<=run )[\w:]+|(?<=silent )[\w:]+)/g)].map(
    ([, name]) => name as string,
  );

describe.each(Object.entries(workflows))("%s", (name, { permissions, jobs }) => {
  test("pins every action by its commit, and says the version", () => {
    const uses = [...(texts[name] as string).matchAll(/uses: (.*)/g)].map(([, action]) => action as string);
    for (const action of uses.filter((each) => !each.startsWith("./"))) {
      expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # (?:v\d+\.\d+\.\d+|stable)$/);
    }
  });

  test("has no right but to read, unless a job says so", () => {
    expect(permissions).toEqual({ contents: "read" });
    const more = Object.entries(jobs).flatMap(([id, job]) => (job.permissions === undefined ? [] : [id]));
    expect(more).toEqual({ "release.yml": ["publish"], "breaking.yml": ["comment"] }[name] ?? []);
    expect(texts[name]).not.toMatch(/secrets\.|NODE_AUTH_TOKEN/);
  });

  test("runs npm scripts that there are", () => {
    for (const job of Object.values(jobs))
      for (const script of scriptsIn(commandsOf(job))) expect(Object.keys(scripts)).toContain(script);
  });
});

describe("ci.yml", () => {
  const { on, jobs } = workflows["ci.yml"] as Workflow;

  test("has a quick job for every pull request, and a long one and the matrix for main and every night", () => {
    expect(Object.keys(on)).toEqual(["push", "pull_request", "schedule", "workflow_call"]);
    expect(Object.entries(jobs).map(([id, job]) => [id, job.if])).toEqual([
      ["quick", undefined],
      ["long", "github.event_name != 'pull_request'"],
      ["matrix", "github.event_name != 'pull_request'"],
    ]);
    const systems = jobs["quick"]?.strategy?.matrix.include.map(({ os }) => os.split("-")[0]);
    expect(systems).toEqual(["ubuntu", "macos", "windows"]);
  });

  test("runs in its jobs all that .ci/run does, and the other way round", () => {
    const local = new Set(scriptsIn(readFileSync(join(root, ".ci/run"), "utf8")));
    // On Windows a part of npm test runs by itself.
    const remote = scriptsIn(Object.values(jobs).map(commandsOf).join("\n")).filter(
      (script) => !["typecheck", "lint"].includes(script),
    );
    expect(new Set(remote)).toEqual(local);
  });
});

describe("release.yml", () => {
  const { jobs } = workflows["release.yml"] as Workflow;

  test("packs what was tested, without a right to publish", () => {
    expect(jobs["pack"]?.steps?.flatMap(({ run }) => run ?? [])).toEqual([
      "npm ci",
      'npm run release:dry -- --tag "$GITHUB_REF_NAME"',
      "mkdir dist && npm pack ./generated --pack-destination dist",
    ]);
  });

  test("publishes that tarball with provenance, and installs nothing there", () => {
    const { permissions, steps = [] } = jobs["publish"] as Job;
    expect(permissions).toEqual({ "id-token": "write" });
    expect(steps.flatMap(({ run }) => run ?? [])).toEqual(["npm publish ./dist/*.tgz --provenance --access public"]);
    expect(steps.flatMap(({ uses }) => uses?.split("@")[0] ?? [])).toEqual([
      "actions/download-artifact",
      "actions/setup-node",
    ]);
  });
});
