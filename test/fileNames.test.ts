// Names of schema files, folders and titles become names of emitted files. They are read from memory: no disk takes all.
import { describe, expect, test } from "vitest";
import { toCatalog } from "../scripts/catalog/catalog.ts";
import { readDocument } from "../scripts/catalog/document.ts";
import { runPipeline } from "../scripts/pipeline.ts";
import type { Diagnostic } from "../scripts/report/diagnostic.ts";
import { isDevice, sameFile } from "../scripts/print/fileNames.ts";
import { rules } from "../scripts/rules/rules.ts";
import { runRules } from "../scripts/rules/run.ts";
import { event, file, part } from "./fixtures/rules/fixture.ts";
import { createContext } from "./support/codegen.ts";

const { project } = createContext("", "");

const typeOf = (path: string): string | undefined => /^events\/(.+)\.schema\.json$/.exec(path)?.[1];

/** A folder of an event and schemas at other paths; an event is one of the type that its path says. */
function folderOf(paths: readonly string[], title?: string) {
  const schemas = paths.map((path, i) => {
    const type = typeOf(path);
    if (type === undefined) return [path, part({ type: "string" })] as const;
    const properties = { type: { const: type, description: "Names this event." } };
    return [path, event({ title: title ?? `Sent${i}Event`, properties, examples: [{ type }] })] as const;
  });
  const read = schemas.map(([path, schema]) => readDocument(path, Buffer.from(JSON.stringify(schema))));
  const documents = new Map(read.map(([document]) => [document.file, document] as const));
  return { documents, diagnostics: read.flatMap(([, found]) => found) };
}

const diagnose = (paths: readonly string[], title?: string): Promise<Diagnostic[]> =>
  runRules(rules, toCatalog(folderOf(paths, title)), project);
const found = async (paths: readonly string[], title?: string): Promise<string[]> =>
  (await diagnose(paths, title)).map(({ rule }) => rule);

describe("the name of a file or folder is refused, and nothing is emitted:", () => {
  const foreign = "has a name with ";
  const dot = "has a name that begins or ends with a dot";
  const device = "has a name that Windows keeps for a device";
  test.each([
    ["a\nb", foreign],
    ["a*/b", `lies in a folder that ${foreign}*`],
    ['a"', `${foreign}"`],
    ["a`${b}", `${foreign}\` $ { and 1 more`],
    ["a b", `${foreign}U+0020`],
    ["\u{1F600}", `${foreign}U+1F600`],
    ["\uff41", `${foreign}U+FF41`],
    ["e\u0301", `${foreign}U+0301`],
    ["ab\u202egnp", `${foreign}U+202E`],
    ["?a<b>\u200b", `${foreign}U+200B ? < and 1 more`],
    ["\u2066/a", `lies in a folder that ${foreign}U+2066`],
    ["a\u001b[2J/b", `lies in a folder that ${foreign}U+001B [`],
    ["a\\b", `${foreign}\\`],
    ["a:b", `${foreign}:`],
    ["%0a", `${foreign}%`],
    [".a", dot],
    ["a.", dot],
    ["", dot],
    ["...", dot],
    [".git/a", `lies in a folder that ${dot}`],
    ["a./b", `lies in a folder that ${dot}`],
    [".../b", `lies in a folder that ${dot}`],
    ["con", device],
    ["NUL", device],
    ["con.foo", device],
    ["Com1.sent", device],
    ["LPT9.a.b", device],
    ["aux/a", `lies in a folder that ${device}`],
  ])("%j", async (name, message) => {
    const path = `events/${name}.schema.json`;
    const diagnostics = await diagnose([path]);
    const first = diagnostics.find(({ rule }) => rule === "file-name");
    expect(first).toMatchObject({ severity: "error", file: path, message: expect.stringContaining(message) });
    expect(first?.fix).toMatch(/^rename the (?:file|folder)/);
    // What the name holds is not in the words about it.
    expect(`${first?.message}${first?.fix}`).toMatch(/^[ -~]+$/);
    const { files } = await runPipeline({ ...createContext("", ""), folder: folderOf([path]) }, "files");
    expect(files).toBeUndefined();
  });

  test.each(["objects/\u202ea", "parts/a b", "x y/z", "nul", "objects/prn.old"])(
    "outside of events too: %j",
    async (name) => {
      expect(await found(["events/t.sent.schema.json", `${name}.schema.json`])).toEqual(["file-name"]);
    },
  );
});

test.each(["com.x.sent", "a-b_c.D", "console", "com10", "auxiliary.con", "conin", "lpt", "0"])(
  "the name %s is good",
  async (name) => {
    expect(await found([`events/${name}.schema.json`])).toEqual([]);
  },
);

describe("names that some file systems take for one are refused:", () => {
  test.each([
    ["types", ["events/com.x.A", "events/com.x.a"], "events/com.x.a", "events/com.x.A"],
    ["other files", ["event2", "Event2"], "event2", "Event2"],
    ["folders", ["objects/a", "Objects/b"], "objects/a", "Objects"],
    ["folders inside", ["a/B/c", "a/b/d"], "a/b/d", "a/B"],
  ])("%s", async (_, names, at, other) => {
    const files = [...names, "events/t.sent"].map((name) => `${name}.schema.json`).toSorted();
    expect(await diagnose(files)).toMatchObject([
      { rule: "file-unique", severity: "error", file: `${at}.schema.json`, message: expect.stringContaining(other) },
    ]);
  });

  test("a type whose test vectors would be in the file of another's", async () => {
    expect(await found(["events/t.a.raw.schema.json", "events/t.a.schema.json"])).toEqual(["event-file-name"]);
    expect(await found(["events/t.a.raw.schema.json"])).toEqual([]);
  });

  test.each([
    ["A", "a"],
    ["\u00e9", "e\u0301"],
    ["\u212a", "k"],
    ["\u017f", "S"],
    ["\u03c2", "\u03a3"],
  ])("%j and %j", (one, other) => expect(sameFile(one)).toBe(sameFile(other)));
});

test.each([
  ["Con", "Windows"],
  ["NUL", "Windows"],
  ["Aux", "Windows"],
  ["Com1", "Windows"],
  ["LPT0", "Windows"],
  ["CONIN$", "Windows"],
  ["A\u3164", "nobody sees"],
  ["A\ufe0f", "nobody sees"],
  ["A\u200d", "nobody sees"],
  ["A".repeat(201), "more than 200 bytes"],
  [`A${"\u00e9".repeat(100)}`, "more than 200 bytes"],
])("the title %j is refused, for its file could not be", async (title, why) => {
  const diagnostics = await diagnose(["events/t.sent.schema.json"], title);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toMatchObject([
    { rule: "title", message: expect.stringContaining(why) },
  ]);
});

test.each([
  ["Con", 1],
  ["nul", 1],
  ["A\u3164", 1],
  ["a b", 0],
  ["envelope", 0],
])("the envelope's title %j has %d problems, for it names a file too", async (title, want) => {
  const envelope = part({ title, type: "object", properties: { id: { type: "string", description: "An id." } } });
  const schema = { ...event(), allOf: [{ $ref: "../event.schema.json" }] };
  const read = Object.entries({ "event.schema.json": envelope, [file]: schema }).map(
    ([path, value]) => readDocument(path, Buffer.from(JSON.stringify(value)))[0],
  );
  const documents = new Map(read.map((document) => [document.file, document]));
  const diagnostics = await runRules(rules, toCatalog({ documents, diagnostics: [] }), project);
  expect(diagnostics.filter(({ severity }) => severity === "error").map(({ rule }) => rule)).toEqual(
    Array(want).fill("title"),
  );
});

test.each<[name: string, want: boolean]>([
  ["con.js", true],
  ["COM\u00b9", true],
  ["lpt\u00b3.d.ts", true],
  ["nul .txt", true],
  ["icon", false],
  ["com", false],
  ["a.con", false],
])("Windows takes %j for a device: %s", (name, want) => expect(isDevice(name)).toBe(want));
