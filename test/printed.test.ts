// Nothing that is printed can do more than be read: names of files, words of the command line and texts of schemas are
// other people's. A runner of workflows reads commands on both streams, whatever the format.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../scripts/json/json.ts";
import { visible, visibleColored, visibleCommands, visibleJson, visibleLines } from "../scripts/report/visible.ts";
import { createFolder, draft } from "./support/codegen.ts";
import { dangers, forbidden } from "./support/dangers.ts";
import { run, type Surroundings } from "./support/run.ts";

const escape = "\u001B";
/** Moves the cursor, starts a line with a command, turns a line around, hides; no slash, for it is to name files too. */
const evil = `::error::${escape}[2J\u009B1m\r\n::set-output name=a::b\n\t ::error::c\u2028\u202E\u2066\u200B\u2060\uFEFF\u007F##[add-mask]x`;

describe("a text that is shown", () => {
  test.each<[name: string, text: string, line: string, lines?: string]>([
    ["letters, accents, signs", "aé漢😀 ~|", "aé漢😀 ~|"],
    [
      "joiners of scripts and emoji",
      "\u0915\u094D\u200D\u0937 👩\u200D🚀 ❤\uFE0F",
      "\u0915\u094D\u200D\u0937 👩\u200D🚀 ❤\uFE0F",
    ],
    ["line ends and tabs", "a\n\tb", String.raw`a\u{a}\u{9}b`, "a\n\tb"],
    ["other line ends", "a\r\u0085\u2028\u2029", String.raw`a\u{d}\u{85}\u{2028}\u{2029}`],
    ["C0, DEL and C1", "\u0000\u001B\u007F\u009B", String.raw`\u{0}\u{1b}\u{7f}\u{9b}`],
    ["bidirectional marks", "\u061C\u200E\u202E\u2066", String.raw`\u{61c}\u{200e}\u{202e}\u{2066}`],
    [
      "what is drawn as nothing",
      "\u00AD\u200B\u2060\uFEFF\u{E0041}",
      String.raw`\u{ad}\u{200b}\u{2060}\u{feff}\u{e0041}`,
    ],
    ["halves of pairs", "\uD800a", String.raw`\u{d800}a`],
    ["a command", "::error::x", String.raw`\u{3a}:error::x`],
    ["a command behind blanks, which runners take away", " \u00A0::x::", ` \u00A0${String.raw`\u{3a}`}:x::`],
    ["a command of a later line", "a\n ::x::", String.raw`a\u{a} ::x::`, `a\n ${String.raw`\u{3a}`}:x::`],
    ["two colons inside a line", "a::b", "a::b"],
    ["an older command, anywhere", "a ##[error]x ###[b]", String.raw`a \u{23}#[error]x #\u{23}#[b]`],
  ])("%s", (_, text, line, lines = line) => {
    expect([visible(text), visibleLines(text)]).toEqual([line, lines]);
    // What was shown stays as it is when it is printed, and JSON means the same.
    expect([visibleColored(lines), visibleCommands(`::${line}`)]).toEqual([lines, `::${line}`]);
    expect(JSON.parse(visibleJson({ [text]: [text] }))).toEqual({ [text]: [text] });
    expect(visibleJson({ [text]: [text] })).not.toMatch(forbidden);
  });

  test("colours are let through on the edge, and nothing else that begins as they do", () => {
    expect(visibleColored(`${escape}[31m::x${escape}[39m${escape}[2J`)).toBe(
      String.raw`${escape}[31m\u{3a}:x${escape}[39m\u{1b}[2J`,
    );
  });
});

/** An event in which each text is evil, and which breaks a rule with most of them. */
const event = (changes: JsonObject = {}): JsonObject => {
  const properties = {
    [evil]: { type: evil, title: evil, format: evil, pattern: evil, $ref: evil, [evil]: 1 },
  } as Json;
  return { $schema: draft, title: evil, type: "object", required: [evil, `${evil}x`], properties, ...changes };
};
const word: JsonObject = { $schema: draft, title: "Word", description: evil, type: "string" };
const good: JsonObject = {
  ...event(),
  title: "SentEvent",
  description: evil,
  required: ["type"],
  properties: { type: { const: "test.sent", description: evil }, [`a${evil}`]: { type: "string", description: evil } },
  examples: [{ type: "test.sent", [`a${evil}`]: evil }],
};

/** Writes a file, and the folders around it. */
const put = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

describe("nothing hidden, and no command, stands in what is printed of", () => {
  const parent = createFolder();
  const at = (name: string): string => join(parent, `${evil}${name}`);
  const [bad, fine, older, loose, mine, out, old] = ["bad", "fine", "older", "loose", "mine", "out", "old"].map(at) as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  beforeAll(async () => {
    put(join(bad, `events/${evil}.schema.json`), JSON.stringify(event()));
    put(join(bad, `${evil}.schema.json`), `{"a":1,"a":2,\n"${evil}`);
    put(join(bad, `twice.schema.json`), `{${`${JSON.stringify(evil)}:1,`.repeat(3)}"a":1}`);
    put(join(bad, "events/other.schema.json"), JSON.stringify(event({ required: "x", type: [evil] })));
    put(join(fine, "events/test.sent.schema.json"), JSON.stringify(good));
    put(join(fine, "word.schema.json"), JSON.stringify(word));
    put(
      join(older, `${evil}.schema.json`),
      JSON.stringify({ definitions: { [evil]: true }, [evil]: ["\n::error::x", evil] }, null, 1),
    );
    put(
      join(older, "events/a.schema.json"),
      JSON.stringify({
        $schema: "http://json-schema.org/draft-07/schema#",
        ...event({ $schema: "http://json-schema.org/draft-07/schema#" }),
        dependencies: { [evil]: evil },
      }),
    );
    put(join(loose, "notes.txt"), "");
    put(join(mine, `${evil}.json`), `{"type":"${"a"}",${JSON.stringify(evil)}:1,${JSON.stringify(evil)}:2}`);
    put(join(mine, `${evil}.ndjson`), `{"a\n::error::x${evil}\n`);
    put(join(mine, "empty.json"), "");
    put(join(mine, `package/index.js`), `throw new Error(${JSON.stringify(evil)})`);
    await run(["generate", "--schemas", fine, "--out", old]);
    for (const file of ["index.js", "README.md"])
      put(join(old, file), `// Generated from schemas/; do not edit.\n::error::x\n \t::error::y\n${evil}\n${evil}\n`);
    put(join(old, evil), "");
  });

  const formats = ["text", "json", "github", "sarif"];
  const rows: readonly (readonly [args: () => readonly string[], code: number, surroundings?: Surroundings])[] = [
    ...formats.map((format) => [() => ["lint", "--schemas", bad, "--format", format], 1] as const),
    [() => ["lint", "--schemas", fine], 0],
    [() => ["lint", "--schemas", older, "--fix", "--dry-run"], 1],
    [() => ["lint", "--schemas", at("nowhere"), "--verbose"], 2],
    [() => ["lint", "--schemas", loose], 2],
    [() => ["generate", "--schemas", bad, "--out", out], 1],
    [() => ["generate", "--schemas", fine, "--out", join(mine, `${evil}.json`)], 2],
    [() => ["check", "--schemas", fine, "--out", out], 1],
    [() => ["check", "--schemas", fine, "--out", old], 1],
    [() => ["show", "--schemas", fine, "test.sent"], 0],
    [() => ["show", "--schemas", fine, evil], 2],
    [() => ["show", "--schemas", fine, "test.sent", "--definition", evil], 2],
    ...formats
      .slice(0, 3)
      .map((format) => [() => ["validate", "--schemas", fine, mine, "--format", format], 2] as const),
    [() => ["validate", "--schemas", fine, mine, "--type", evil], 2],
    [() => ["validate", "--schemas", fine, at("nowhere"), `${evil}*`, loose], 2],
    [() => ["validate", "-", "--package", join(mine, "package")], 2],
    [() => ["validate", "-", "--package", at("nowhere")], 2],
    [() => [evil], 2],
    [() => ["lint", `--${evil}`], 2],
    [() => ["lint", "--format", evil], 2],
    [() => ["lint", `--format=${evil}`], 2],
    [() => ["lint", evil], 2],
    [() => ["validate", "-", "--max-errors", evil], 2],
    [
      () => ["generate", "--schemas", fine, "--out", out],
      3,
      {
        now: () => {
          throw new Error(evil);
        },
      },
    ],
  ];
  test.each(rows.map(([args, ...rest], i) => [i, args, ...rest] as const))(
    "command line %i",
    async (_, args, code, surroundings = {}) => {
      const words = args();
      const ended = await run(words, { cwd: parent, ...surroundings });
      expect([words[0], dangers(ended, words.includes("github"))]).toEqual([words[0], []]);
      expect([ended.code, `${ended.stdout}${ended.stderr}` === ""]).toEqual([code, false]);
      if (words.includes("json") || words.includes("sarif"))
        expect(() => JSON.parse(ended.stdout) as unknown).not.toThrow();
    },
  );

  test("what the fixture says has come to light: its names are in what is printed", async () => {
    const { stdout } = await run(["lint", "--schemas", bad], { cwd: parent });
    expect(stdout).toContain(String.raw`\u{3a}:error::\u{1b}[2J\u{9b}1m\u{d}\u{a}::set-output`);
  });
});
