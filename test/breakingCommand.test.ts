// `codegen breaking` and `codegen changelog`: what they print, and how they end.
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, test } from "vitest";
import { createFolder, draft, root, writeFiles } from "./support/codegen.ts";
import { eventOf } from "./support/eventOf.ts";
import { type Ended, run } from "./support/run.ts";

const text = { type: "string", description: "d" };
const data = (properties: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(eventOf({ type: "object", properties })).map(([file, schema]) => [
      file,
      `${JSON.stringify(schema, null, 2)}\n`,
    ]),
  );

/** A schema folder of its own. */
function createSchemas(files: Readonly<Record<string, string>>): string {
  const schemas = createFolder();
  writeFiles(schemas, files);
  return schemas;
}

const version = (number: string): Record<string, string> => ({ "package.json": `{ "version": "${number}" }\n` });

const inSchemas = (files: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([file, content]) => [`schemas/${file}`, content]));

const before = createSchemas(data({ a: text, b: { ...text, type: ["string", "null"] } }));
const narrowed = createSchemas(data({ a: text, b: text }));
const grown = createSchemas(data({ a: text, b: { ...text, type: ["string", "null"] }, c: text }));

const breaking = (schemas: string, ...more: string[]): Promise<Ended> =>
  run(["breaking", "--against", before, "--schemas", schemas, ...more]);

test.each<[name: string, schemas: string, flags: string[], code: number, says: RegExp]>([
  ["nothing", before, [], 0, /^Nothing changed against .*\.\n$/],
  ["a new member", grown, [], 0, /warning: minor: \/data\/c is new, and need not be there \[member-added\]/],
  ["a new member, where that is a finding", grown, ["--fail-on", "minor"], 1, /error: minor: \/data\/c is new/],
  ["null that is gone", narrowed, [], 1, /error: major: \/data\/b cannot be null any more \[null-removed\]/],
  ["what shows it", narrowed, [], 1, /shown by: \/data\/b as null was valid before, and is refused now/],
  ["whom it breaks", narrowed, [], 1, /breaks: the replay of stored events, code that builds events/],
  ["both texts", narrowed, [], 1, /before:\n[^]*"type": \[[^]*now:\n[^]*"type": "string"/],
  ["annotations", narrowed, ["--format", "github"], 1, /^::error file=.*title=null-removed::major: /],
  ["a release", narrowed, ["--format", "markdown"], 1, /^## Changes\n\n### Breaking\n\n- .*cannot be null any more/],
  ["a code scanner", narrowed, ["--format", "sarif"], 1, /"ruleId": "null-removed"/],
])("%s", async (_, schemas, flags, code, says) => {
  const ended = await breaking(schemas, ...flags);
  expect([ended.code, ended.stderr]).toEqual([code, ""]);
  expect(ended.stdout).toMatch(says);
});

test("the JSON is what its schema says", async () => {
  const schema = JSON.parse(readFileSync(join(root, "docs/breaking.schema.json"), "utf8")) as object;
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
  for (const schemas of [before, grown, narrowed]) {
    const printed = JSON.parse((await breaking(schemas, "--format", "json")).stdout) as { notCompared: unknown };
    expect([validate(printed), validate.errors, printed.notCompared]).toEqual([true, null, []]);
  }
  const { changes } = JSON.parse((await breaking(narrowed, "--format", "json")).stdout) as { changes: object[] };
  expect(changes).toMatchObject([
    {
      rule: "null-removed",
      level: "major",
      event: "t.x",
      pointer: "/data/b",
      witnesses: [{ breaks: "replay", pointer: "/data/b", value: null }],
    },
  ]);
});

test("the JSON says what would break more if members that nobody described were sent", async () => {
  const { changes } = JSON.parse((await breaking(grown, "--format", "json")).stdout) as { changes: object[] };
  expect(changes).toMatchObject([{ rule: "member-added", level: "minor", breaks: [], theoretical: true }]);
});

test("changelog prints the notes of a release, and never fails", async () => {
  const ended = await run(["changelog", "--against", before, "--schemas", narrowed]);
  expect([ended.code, ended.stderr]).toEqual([0, ""]);
  expect(ended.stdout).toMatch(/^## Changes\n\n### Breaking\n\n- /);
});

test("identical sides have no change, whatever is asked", async () => {
  for (const flags of [
    ["--fail-on", "patch"],
    ["--format", "json"],
    ["--format", "github"],
  ]) {
    const { code, stdout } = await breaking(before, ...flags);
    expect([code, stdout]).toEqual([0, expect.not.stringContaining('"rule"')]);
  }
});

test("against schemas without an event every event is new; a folder in which none is left is no folder of events", async () => {
  const sim = { $schema: draft, title: "Sim", description: "d", type: "object", properties: { a: text } };
  const empty = createSchemas({ "objects/sim.schema.json": `${JSON.stringify(sim, null, 2)}\n` });
  const grew = await run(["breaking", "--against", empty, "--schemas", before]);
  expect([grew.code, grew.stdout]).toEqual([0, expect.stringMatching(/minor: t\.x is new.* \[event-added\]/)]);
  const shrank = await run(["breaking", "--against", before, "--schemas", empty]);
  expect([shrank.code, shrank.stdout]).toEqual([2, ""]);
  expect(shrank.stderr).toMatch(/There is no events\/<type>\.schema\.json in /);
});

test("an object's file that has another name is no change", async () => {
  const sim = { $schema: draft, title: "Sim", description: "d", type: "object", properties: { a: text } };
  const [old, next] = ["sim", "card"].map((name) =>
    createSchemas(
      Object.fromEntries(
        Object.entries({
          ...eventOf({ $ref: `../objects/${name}.schema.json` }),
          [`objects/${name}.schema.json`]: sim,
        }).map(([file, schema]) => [file, `${JSON.stringify(schema, null, 2)}\n`]),
      ),
    ),
  ) as [string, string];
  const { code, stdout } = await run(["breaking", "--against", old, "--schemas", next, "--fail-on", "patch"]);
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^Nothing changed against /)]);
});

/** A thousand long names. */
const names = (prefix: string): string[] =>
  Array.from({ length: 1000 }, (_, index) => `${prefix}_${index}_${"_".repeat(90)}`);

test("the notes of a release are never longer than a comment on GitHub can be", async () => {
  const [old, next] = ["old", "new"].map((prefix) =>
    createSchemas(data(Object.fromEntries(names(prefix).map((name) => [name, text])))),
  ) as [string, string];
  const { stdout } = await run(["changelog", "--against", old, "--schemas", next]);
  expect(stdout.length).toBeLessThan(65_536);
  const listed = (heading: string): number =>
    stdout.split(heading)[1]?.trimEnd().split("\n\n")[1]?.split("\n").length ?? 0;
  for (const heading of ["### Breaking", "### New"]) {
    const [, more] = new RegExp(`${heading}[^]*?\n- and (\\d+) more`).exec(stdout) as unknown as [string, string];
    expect(listed(heading) - 1 + Number(more)).toBe(1000);
  }
});

/** The schemas of a project with a version, or without. */
function createProject(number: string | undefined, properties: object): string {
  const home = createFolder();
  writeFiles(home, { ...(number === undefined ? {} : version(number)), ...inSchemas(data(properties)) });
  return join(home, "schemas");
}

const wide = { a: text, b: text };
const more = { ...wide, c: text };

test.each<[old: string, next: string, properties: object, code: number, says: RegExp]>([
  ["5.0.0", "5.1.0", more, 0, /level minor, bump minor\. Version 5\.1\.0 behind 5\.0\.0 is enough\./],
  ["5.0.0", "5.0.1", more, 1, /Version 5\.0\.1 behind 5\.0\.0 is not enough: publish 5\.1\.0 or later\./],
  ["0.0.1", "0.0.1", more, 1, /Version 0\.0\.1 behind 0\.0\.1 is not enough: publish 0\.0\.2 or later\./],
  ["5.0.0", "5.0.0", wide, 0, /^Nothing changed against \S+\.\n$/],
  [
    "5.0.0",
    "4.0.0",
    wide,
    1,
    /^Nothing changed .*\. Version 4\.0\.0 behind 5\.0\.0 is not enough: publish 5\.0\.0 or later\.\n$/,
  ],
])(
  "versions are those of the projects that have the schemas: %s, then %s",
  async (old, next, properties, code, says) => {
    const [against, schemas] = [createProject(old, wide), createProject(next, properties)];
    const ended = await run(["breaking", "--against", against, "--schemas", schemas, "--require-bump"]);
    expect([ended.code, ended.stdout]).toEqual([code, expect.stringMatching(says)]);
  },
);

test.each<[old: string | undefined, next: string | undefined, which: "old" | "next", has: string]>([
  [undefined, "1.0.0", "old", "has none"],
  ["one", "1.0.0", "old", 'has "one", which is none of https://semver.org'],
  ["1.0.0", undefined, "next", "has none"],
  ["1.0.0", "1.0", "next", 'has "1.0", which is none of https://semver.org'],
])("versions of %s and %s cannot be compared, where a bump is required", async (old, next, which, has) => {
  const sides = { old: createProject(old, wide), next: createProject(next, wide) };
  const args = ["breaking", "--against", sides.old, "--schemas", sides.next];
  const { code, stdout, stderr } = await run([...args, "--require-bump"]);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^--require-bump compares [^\n]*; put a "version" [^\n]* or leave --require-bump out\.\n$/);
  expect(stderr).toContain(`${sides[which]} ${has}; `);
  expect((await run(args)).code).toBe(0);
});

test("the version after is that of the schemas' own project, also where a ref is compared", async () => {
  const schemas = createProject("1.0.0", wide);
  const git = (...args: string[]): unknown =>
    execFileSync("git", ["-c", "user.name=n", "-c", "user.email=e", ...args], {
      cwd: join(schemas, ".."),
      stdio: "ignore",
    });
  git("init", "-b", "main");
  git("add", "-A");
  git("commit", "-m", "first");
  writeFiles(join(schemas, ".."), { ...version("2.0.0"), ...inSchemas(data({ a: text })) });
  const { stdout } = await run(["breaking", "--against", "main", "--schemas", schemas, "--require-bump"]);
  expect(stdout).toMatch(/Version 2\.0\.0 behind 1\.0\.0 is enough\./);
});

/** The file of an event that only one side has. */
const gone = (schemas: string): Record<string, string> => ({
  [`${schemas}events/t.gone.schema.json`]: (data({ a: text })["events/t.x.schema.json"] as string)
    .replace("t.x", "t.gone")
    .replace(/"title": "[^"]*"/, '"title": "GoneEvent"'),
});

describe("an event that is gone", () => {
  const next = createProject(undefined, wide);
  const home = join(next, "..");
  const removed = async (against: string, format: string): Promise<string> => {
    const words = ["breaking", "--against", against, "--schemas", "schemas", "--format", format];
    const { code, stdout } = await run(words, { cwd: home });
    expect([code, stdout]).toEqual([1, expect.stringContaining("event-removed")]);
    return stdout;
  };

  beforeAll(() => {
    const git = (...args: string[]): unknown =>
      execFileSync("git", ["-c", "user.name=n", "-c", "user.email=e", ...args], { cwd: home, stdio: "ignore" });
    writeFiles(home, gone("schemas/"));
    git("init", "-b", "main");
    git("add", "-A");
    git("commit", "-m", "first");
    for (const file of Object.keys(gone("schemas/"))) rmSync(join(home, file));
    writeFiles(join(home, "old"), { ...data(wide), ...gone("") });
  });

  test.each([
    ["main", "main:schemas/events/t.gone.schema.json"],
    ["old", "old/events/t.gone.schema.json"],
    ["./old/", "./old/events/t.gone.schema.json"],
  ])("is shown where it was, against %s", async (against, file) => {
    expect(await removed(against, "text")).toContain(`${file}:1:1 error: major: t.gone is gone [event-removed]\n`);
    const { changes } = JSON.parse(await removed(against, "json")) as { changes: object[] };
    expect(changes).toMatchObject([{ rule: "event-removed", file, line: 1, column: 1 }]);
  });

  test("is at no file in annotations, and at the schema folder for code scanners", async () => {
    expect(await removed("main", "github")).toMatch(/^::error title=event-removed::major: t\.gone is gone/);
    const { runs } = JSON.parse(await removed("main", "sarif")) as { runs: [{ results: [{ locations: object[] }] }] };
    const artifactLocation = { uri: "schemas/", uriBaseId: "%SRCROOT%" };
    expect(runs[0].results[0].locations).toEqual([{ physicalLocation: { artifactLocation } }]);
  });
});

describe("a git ref", () => {
  const home = createFolder();
  const git = (...args: string[]): void => {
    execFileSync("git", ["-c", "user.name=n", "-c", "user.email=e", ...args], { cwd: home, stdio: "ignore" });
  };

  beforeAll(() => {
    git("init", "-b", "main");
    writeFiles(home, { ...version("0.1.0"), ...inSchemas(data({ a: text, b: text })) });
    git("add", "-A");
    git("commit", "-m", "first");
    writeFiles(home, inSchemas(data({ b: text })));
  });

  test("is compared with the work tree, which stays as it is", async () => {
    const ended = await run(["breaking", "--against", "main", "--schemas", join(home, "schemas")]);
    expect(ended.code).toBe(1);
    expect(ended.stdout).toMatch(/major: \/data\/a is gone \[member-removed\]/);
    expect(ended.stdout).toMatch(/level major, bump minor\. Version \S+ behind 0\.1\.0 /);
  });

  test("that is not there ends with 2 and a sentence", async () => {
    const ended = await run(["breaking", "--against", "nowhere", "--schemas", join(home, "schemas")]);
    expect([ended.code, ended.stdout]).toEqual([2, ""]);
    expect(ended.stderr).toMatch(/git finds no commit for "nowhere"/);
  });
});

test("schemas with errors are not compared", async () => {
  const broken = createSchemas({ ...data({ a: text }), "objects/x.schema.json": "{" });
  const sentence = "Not compared: the schemas have errors.\n";
  for (const format of ["text", "markdown"]) {
    const { code, stdout } = await breaking(broken, "--format", format);
    expect([format, code, stdout]).toEqual([format, 1, sentence]);
  }
  // What a program reads has no sentence in it.
  for (const format of ["json", "sarif", "github"]) {
    const { code, stdout, stderr } = await breaking(broken, "--format", format);
    expect([format, code, stdout]).toEqual([format, 1, ""]);
    expect(stderr).toMatch(/objects\/x\.schema\.json[^]*\nNot compared: the schemas have errors\.\n$/);
  }
});

test("schemas of before that have errors by now are compared where they can be read, with a warning", async () => {
  const old = createSchemas({ ...data({ a: text, b: text }), "objects/x.schema.json": "{" });
  const ended = await run(["breaking", "--against", old, "--schemas", grown]);
  expect(ended.stderr).toMatch(/has 1 error by today's rules, in objects\/x.schema.json; what can be read [^\n]*\n$/);
  expect(ended.stdout).toMatch(/\[null-added\]/);
});

test("a file of before that is broken and belongs to no event is a warning only", async () => {
  const old = createSchemas({ ...data({ a: text }), "objects/x.schema.json": "{" });
  const same = createSchemas(data({ a: text }));
  const { code, stdout, stderr } = await run(["breaking", "--against", old, "--schemas", same]);
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^Nothing changed against /)]);
  expect(stderr).toMatch(/^[^\n]* has 1 error by today's rules, in objects\/x\.schema\.json; [^\n]*\n$/);
});

/** What an event of the other side can be broken by, and what is then said of it. */
const { "events/t.x.schema.json": event = "", ...rest } = data({ a: text });
const unread: Record<string, Record<string, string>> = {
  "invalid JSON": { ...rest, "events/t.x.schema.json": event.slice(2) },
  "an error of the metaschema": { ...rest, "events/t.x.schema.json": event.replace('"object"', '"objekt"') },
  "a reference to what is not there": {
    ...rest,
    "events/t.x.schema.json": event.replace('"properties"', '"$ref": "../objects/none.schema.json", "properties"'),
  },
};

describe.each(Object.entries(unread))("an event of the other side with %s", (_, files) => {
  const against = createSchemas(files);
  const compare = (...flags: string[]): Promise<Ended> =>
    run(["breaking", "--against", against, "--schemas", before, ...flags]);

  test("is named, and counts as major", async () => {
    const { code, stdout, stderr } = await compare();
    expect(code).toBe(1);
    expect(stderr).toMatch(/has \d errors? by today's rules, in events\/t\.x\.schema\.json/);
    expect(stderr).toMatch(/^Not compared, .*: t\.x\. What changed in them is unknown, which counts as major\.$/m);
    expect(stdout).toMatch(/^Nothing changed in what was compared with .*, and what changed in 1 event is unknown: /);
  });

  test("is in every format", async () => {
    const { code, stdout } = await compare("--format", "json");
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ level: "major", bump: "major", notCompared: ["t.x"], changes: [] });
    expect((await compare("--format", "github")).stdout).toMatch(/^::error title=not-compared::major: .*t\.x/);
    expect((await compare("--format", "markdown")).stdout).toMatch(/Not compared.*t\\?\.x/);
    const { runs } = JSON.parse((await compare("--format", "sarif")).stdout) as { runs: [{ results: object[] }] };
    expect(runs[0].results).toMatchObject([{ ruleId: "not-compared", level: "error" }]);
  });
});

test("of many events that were not compared three are named", async () => {
  const many = ["a", "b", "c", "d", "e"].map((name) => [`events/t.${name}.schema.json`, "{"]);
  const against = createSchemas(Object.fromEntries(many) as Record<string, string>);
  const { code, stderr } = await run(["breaking", "--against", against, "--schemas", before]);
  expect([code, stderr]).toEqual([1, expect.stringMatching(/: t\.a, t\.b, t\.c and 2 more\. What changed /)]);
});

test("a folder of events that is a link is not compared", async () => {
  const against = createSchemas(rest);
  symlinkSync(createFolder(), join(against, "events"));
  const { code, stdout } = await run(["breaking", "--against", against, "--schemas", before, "--format", "json"]);
  expect([code, JSON.parse(stdout)]).toEqual([1, expect.objectContaining({ notCompared: ["events"] })]);
});
