// `codegen breaking` against a package that was generated: both sides in the form that packages have.
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { formats } from "../scripts/formats/formats.ts";
import { patternHistory } from "../scripts/formats/history.ts";
import { createFolder, root, writeFiles } from "./support/codegen.ts";
import { eventOf } from "./support/eventOf.ts";
import { run, runShell } from "./support/run.ts";

test("the history of patterns has those of all rows, the newest last", () => {
  for (const { name, pattern } of formats.values()) expect(patternHistory[name]?.at(-1), name).toBe(pattern);
});

test("our own package says what our schemas say", async () => {
  const ended = await run(["breaking", "--against", join(root, "generated")]);
  expect([ended.code, ended.stderr]).toEqual([0, ""]);
  expect(ended.stdout).toMatch(/^Nothing changed against /);
});

const description = "d";
/** Members of `data` that a package says in other keywords than the schemas do. */
const properties = {
  when: { type: "string", format: "date-time", description },
  secret: { type: "string", description, "x-sensitive": true },
  state: { type: "string", enum: ["a", "b"], "x-open": true, description },
  code: { type: ["string", "null"], pattern: "^[a-z]+$", description },
  tree: { $ref: "#/$defs/tree" },
  forest: { type: "array", description, contains: { $ref: "#/$defs/tree" } },
};
const tree = {
  title: "Tree",
  description,
  type: "object",
  properties: { children: { type: "array", description, items: { $ref: "#/$defs/tree" } } },
};
const folderOf = (changes: object): string => {
  const schemas = createFolder();
  const data = { type: "object", properties: { ...properties, ...changes } };
  const files = Object.entries(eventOf(data, { tree })).map(([file, schema]) => [
    file,
    JSON.stringify(schema, null, 2),
  ]);
  writeFiles(schemas, Object.fromEntries(files) as Record<string, string>);
  return schemas;
};

describe("a package", () => {
  const out = createFolder();
  const paths = { folder: join(out, "package"), tarball: "" };

  beforeAll(async () => {
    const made = await run(["generate", "--schemas", folderOf({}), "--out", paths.folder]);
    expect(made.code, made.stderr).toBe(0);
    const packed = await runShell('npm pack "$1" --pack-destination "$2" --silent', [paths.folder, out]);
    paths.tarball = join(out, packed.stdout.trim());
  });

  test.each<[name: string, changes: object, says: RegExp | undefined]>([
    ["nothing", {}, undefined],
    [
      "a description",
      { code: { ...properties.code, description: "e" } },
      /patch: \/data\/code has another description/,
    ],
    [
      "null that is gone",
      { code: { ...properties.code, type: "string" } },
      /\/data\/code cannot be null .*null-removed/,
    ],
    ["another format", { when: { ...properties.when, format: "date" } }, /\/data\/when must be .*format-changed/],
    [
      "a mark that is gone",
      { secret: { type: "string", description } },
      /\/data\/secret is not marked .*sensitive-removed/,
    ],
    ["a new member", { more: { type: "string", description } }, /\/data\/more is new.*member-added/],
    ["another type", { state: { type: "integer", description } }, /\/data\/state can be an integer now.*type-changed/],
  ])("%s", async (_, changes, says) => {
    const schemas = folderOf(changes);
    for (const against of [paths.folder, paths.tarball]) {
      const { stdout, stderr } = await run(["breaking", "--against", against, "--schemas", schemas]);
      expect(stderr).toBe("");
      expect(stdout).toMatch(says ?? /^Nothing changed against /);
      expect(stdout.match(/ \[[a-z-]+\]$/gm) ?? []).toHaveLength(says === undefined ? 0 : 1);
    }
  });

  test("of an earlier version of the tool: a pattern that its row had is that format", async () => {
    const older = join(createFolder(), "package");
    cpSync(paths.folder, older, { recursive: true });
    const file = join(older, "schemas/t.x.schema.json");
    const [former = ""] = patternHistory["date-time"] ?? [];
    const text = readFileSync(file, "utf8");
    const changed = text.replace(JSON.stringify(formats.get("date-time")?.pattern), JSON.stringify(former));
    expect(changed).not.toBe(text);
    writeFileSync(file, changed);
    const { stdout } = await run(["breaking", "--against", older, "--schemas", folderOf({})]);
    expect(stdout).toMatch(/^Nothing changed against /);
  });
});
