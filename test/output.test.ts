import { createHash } from "node:crypto";
import { existsSync, lutimesSync, mkdirSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, test, vi } from "vitest";
import { main } from "../scripts/cli.ts";
import { check } from "../scripts/commands/check.ts";
import { generate } from "../scripts/commands/generate.ts";
import { openFolder } from "../scripts/disk/openFolder.ts";
import { withLock } from "../scripts/output/lock.ts";
import { UnusableInput } from "../scripts/unusable.ts";
import { copyFolder, createContext, createFolder, createSchemas, listFiles, listTimes } from "./support/codegen.ts";
import { listTree, prepare, readInventory, root, secondEvent, writeFiles } from "./support/codegen.ts";
import { runProcess } from "./support/run.ts";

/** The repository's schemas, the same with a second event, what each gives, and a folder that is not the tool's. */
const [one, two] = [createSchemas(), createSchemas(secondEvent)];
const [outOne, outTwo, outside] = [createFolder(), createFolder(), createFolder()];
await generate(createContext(one, outOne));
await generate(createContext(two, outTwo));
const secondFiles = listFiles(outTwo).filter((file) => !existsSync(join(outOne, file)));
writeFiles(outside, { victim: "outside" });
const $comment = "Generated from schemas/; do not edit.";
/** A file that says that we wrote it. */
const ours = "// Generated from schemas/a.schema.json; do not edit.\n";
const digest = (text: string): string => `sha256-${createHash("sha256").update(text).digest("base64")}`;
/** The text of an inventory: files that were written, by path, each with a text or, in a list, with digests. */
const inventory = (files: Readonly<Record<string, string | readonly string[]>>): string =>
  JSON.stringify({
    $comment,
    files: Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path, typeof text === "string" ? digest(text) : text.join(" ")]),
    ),
  });

test("the output is not touched by a second run", async () => {
  const [paths, before] = [listFiles(outTwo), listTimes(outTwo)];
  const { text } = await generate(createContext(two, outTwo));
  expect(text).toContain(`: 0 files written, ${paths.length} unchanged, 0 removed`);
  const after = listTimes(outTwo);
  expect(paths.filter((file) => after[file] !== before[file])).toEqual([]);
});

test("the output has an inventory that lists just the other files, sorted, each with its digest", () => {
  const others = listFiles(outTwo).filter((path) => path !== "inventory.json");
  expect(readInventory(outTwo)).toEqual(others);
  const { files } = JSON.parse(listTree(outTwo)["inventory.json"] ?? "") as { files: Record<string, string> };
  expect(files).toEqual(Object.fromEntries(others.map((path) => [path, digest(listTree(outTwo)[path] ?? "")])));
});

test("the output says first in each file what it was generated from, which exists, and not to edit it", () => {
  for (const [path, text] of Object.entries(listTree(outTwo)).filter(([name]) => !name.endsWith("/"))) {
    const start = text.replace(/^[[{\s]*("\$schema": .*\s*)?"(\$?comment|\/\/)": "/, "");
    const words = /^(?:\/\/ |<!-- )?Generated from (.*); do not edit\./.exec(start)?.[1] ?? "nothing";
    const lost = words.split(" and ").filter((at) => ![join(root, at), at.replace("schemas", two)].some(existsSync));
    expect([path, lost]).toEqual([path, []]);
  }
});

test("an added event leaves the files of others as they are, and check tells what is stale or missing", async () => {
  const [before, after] = [listTree(outOne), listTree(outTwo)];
  const stale = [
    "README.md",
    "ajv.cjs",
    "ajv.d.cts",
    "ajv.d.ts",
    "ajv.js",
    "cases.cjs",
    "cases.js",
    "index.cjs",
    "index.d.cts",
    "index.d.ts",
    "index.js",
    "inventory.json",
    "redact.cjs",
    "redact.d.cts",
    "redact.d.ts",
    "redact.js",
  ];
  expect(Object.keys(before).filter((path) => before[path] !== after[path])).toEqual(stale);
  expect(secondFiles.filter((path) => !/\/(com\.gigs\.sim\.activated|Sim)\./.test(path))).toEqual([]);
  const { code, text } = await check(createContext(two, outOne));
  const told = text.split("\n").filter((line) => /^(stale|missing|extra|in the way): /.test(line));
  const want = [...stale.map((path) => `stale: ${path}`), ...secondFiles.map((path) => `missing: ${path}`)];
  expect([code, told]).toEqual([1, want]);
});

describe("an error changes nothing, neither in the output nor outside:", () => {
  const broken = createSchemas({ "events/com.gigs.x.schema.json": "{" });
  test.each<[name: string, schemas: string, spoil: (out: string) => void, want: RegExp]>([
    ["a schema error", broken, () => {}, /^code 1$/],
    ["a folder in the place of a file", one, (out) => mkdirSync(join(out, "index.js")), /remove: index\.js \(in/],
    ["a file in the place of a folder", one, (out) => writeFiles(out, { events: "" }), /remove: events \(in/],
    ["a file of someone else", one, (out) => writeFiles(out, { LICENSE: "mine" }), /remove: LICENSE \(in/],
    ["a link instead of a file", one, (out) => symlinkSync("../x", join(out, "index.js")), /remove: index\.js \(in/],
    [
      "a file of another tool",
      one,
      (out) => writeFiles(out, { "index.js": "// Generated from thrift; do not edit.\n" }),
      /remove: index\.js \(in/,
    ],
    [
      "an inventory.json of someone else",
      one,
      (out) => writeFiles(out, { "inventory.json": JSON.stringify({ files: { LICENSE: digest("x") } }) }),
      /remove: inventory\.json \(in/,
    ],
    [
      "a file of someone else that the inventory lists",
      one,
      (out) => writeFiles(out, { LICENSE: "mine", "inventory.json": inventory({ LICENSE: "mine" }) }),
      /remove: LICENSE \(in/,
    ],
    [
      "a package.json of someone else",
      one,
      (out) => writeFiles(out, { "package.json": '{ "name": "x" }' }),
      /holds package\.json, which this tool did not write/,
    ],
    [
      "a manifest.json of someone else",
      one,
      (out) => writeFiles(out, { "manifest.json": JSON.stringify({ files: ["index.js"] }) }),
      /holds manifest\.json, which this tool did not write/,
    ],
    [
      "a manifest.json with more than we write",
      one,
      (out) => writeFiles(out, { "manifest.json": JSON.stringify({ $comment, files: [], name: "x" }) }),
      /holds manifest\.json, which this tool did not write/,
    ],
    ...["x.schema.json", "events/x.schema.json", "deep/er/X.SCHEMA.JSON"].map(
      (path): [string, string, (out: string) => void, RegExp] => [
        `a schema of someone else, ${path}`,
        one,
        (out) => writeFiles(out, { [path]: `{ "title": "Generated from schemas/x; do not edit." }` }),
        /holds .*x\.schema\.json, which this tool did not write/i,
      ],
    ),
    [
      "a file that only quotes our notice",
      one,
      (out) => writeFiles(out, { "index.js": "// They say:\n// Generated from schemas/a.schema.json; do not edit.\n" }),
      /remove: index\.js \(in/,
    ],
    ["a linked folder", one, (out) => symlinkSync(outside, join(out, "events")), /remove: events \(in/],
  ])("%s", async (_, schemas, spoil, want) => {
    const out = copyFolder(outTwo);
    for (const path of ["index.js", "events"]) rmSync(join(out, path), { recursive: true });
    spoil(out);
    const before = [listTree(out), listTree(outside)];
    const said = await generate(createContext(schemas, out)).then(({ code }) => `code ${code}`, String);
    expect(said).toMatch(want);
    expect([listTree(out), listTree(outside)]).toEqual(before);
  });

  const disks: [name: string, limit: number][] = [
    ["nothing", 0],
    ["only some files", 8],
  ];
  test.concurrent.each(disks)("a disk that takes %s", async (_, limit) => {
    const out = copyFolder(outTwo);
    writeFiles(out, { "runtime.js": "stale" });
    const before = listTree(out);
    const { code } = await runProcess(["generate", "--schemas", one, "--out", out], { before: `ulimit -f ${limit}` });
    expect([code, listTree(out)]).toEqual([2, before]);
  });
});

test("a run that stops half way leaves an inventory of all files, old and new, and any next run mends all", async () => {
  const out = copyFolder(outOne);
  const { carryOut } = await prepare(two, out);
  rmSync(join(out, "index.js"));
  mkdirSync(join(out, "index.js"));
  await expect(carryOut()).rejects.toThrow(UnusableInput);
  expect(readInventory(out)).toEqual(readInventory(outTwo));
  rmSync(join(out, "index.js"), { recursive: true });
  await generate(createContext(one, out));
  expect(listTree(out)).toEqual(listTree(outOne));
});

test.each<[name: string, change: Record<string, string | undefined>, told: string]>([
  ["takes the stead of a file", { "index.js": "mine" }, "index.js"],
  ["comes where a file is to be", { [secondFiles[0] as string]: "mine" }, secondFiles[0] as string],
])("what somebody writes while files are made is not overwritten: what %s", async (_, change, told) => {
  const out = copyFolder(outOne);
  const { carryOut } = await prepare(two, out);
  writeFiles(out, change);
  await expect(carryOut()).rejects.toThrow(`${told} was changed in`);
  expect(listTree(out)[told]).toBe("mine");
});

test("what somebody writes while files are made is not removed", async () => {
  const out = copyFolder(outTwo);
  const { carryOut } = await prepare(one, out);
  const path = secondFiles[0] as string;
  writeFiles(out, { [path]: "mine" });
  await expect(carryOut()).rejects.toThrow(`${path} was changed in`);
  expect(listTree(out)[path]).toBe("mine");
});

describe("what a crash left is told by check and mended by generate:", () => {
  test.each<[name: string, left: Record<string, string | undefined>, found: RegExp, done?: string]>([
    [
      "staged files",
      { ".staging-aB3xYz/index.js/x": "x", "index.js": undefined },
      /^extra: \.staging-aB3xYz\/index\.js\/x/m,
    ],
    ["new files under an old inventory", { "inventory.json": inventory({ LICENSE: "x" }) }, /^stale: inventory\.json/m],
    ["missing files", { "index.js": undefined, "inventory.json": inventory({ x: "x" }) }, /^missing: index\.js/m],
    ["an empty file in the place of a longer one", { "index.js": "" }, /^stale: index\.js/m],
    [
      "obsolete files",
      { "x/y.js": ours, "inventory.json": inventory({ "x/y.js": ours }) },
      /^extra: x\/y\.js/m,
      " 1 removed",
    ],
    [
      "an obsolete file that may be old or new",
      { "x/y.js": ours, "inventory.json": inventory({ "x/y.js": [digest("w"), digest(ours)] }) },
      /^extra: x\/y\.js/m,
      " 1 removed",
    ],
    [
      "an obsolete file that a checkout gave CRLF",
      { "x/y.js": ours.replace("\n", "\r\n"), "inventory.json": inventory({ "x/y.js": ours }) },
      /^extra: x\/y\.js/m,
      " 1 removed",
    ],
    [
      "odd entries of an inventory",
      { "inventory.json": inventory({ "../x": "x" }) },
      /^extra: inventory entry "\.\.\/x"/m,
      '"../x"',
    ],
  ])("%s", async (_, left, found, done = " 0 removed") => {
    const out = copyFolder(outTwo);
    const context = createContext(two, out);
    writeFiles(out, left);
    const before = await check(context);
    const { text } = await generate(context);
    expect([listTree(out), (await check(context)).code]).toEqual([listTree(outTwo), 0]);
    expect([before.code, before.text, text]).toEqual([1, expect.stringMatching(found), expect.stringContaining(done)]);
  });
});

describe("when an event is gone, a run removes", () => {
  const old = "old/deep/x.js";
  const mine = { "a/b": "", "c\\d": "", "notes.txt": "", "x:y": "" };
  const damaged = [
    `${$comment} not JSON`,
    `["${$comment}"]`,
    ...["notes.txt", [1, null, ["notes.txt"]], { "a/b": 1 }, null].map((files) => JSON.stringify({ $comment, files })),
  ];
  const away = `../../${basename(outside)}/victim`;
  const odd = ["a//b", "./notes.txt", "c\\d", "x:y", "link", "link/victim", "", ".", ".lock"].map((x) => [x, x]);
  const foreign = [...odd, ["<absolute>", join(outside, "victim")], ["../x", away], ["a/../../x", `a/../${away}`]];
  /** All files of two events as they were written, and an older one. */
  const written = Object.fromEntries(
    [...readInventory(outTwo), old].map((path) => [path, listTree(outTwo)[path] ?? ours]),
  );
  type Row = [name: string, text: string, kept: readonly string[], changed?: readonly string[], ...odd: string[]];
  test.each<Row>([
    ["all that the inventory lists", inventory(written), []],
    ["nothing that the inventory does not list", inventory({ [old]: ours }), secondFiles],
    ["nothing that was changed since, but tells of it", inventory({ ...written, [old]: "another" }), [old], [old]],
    [
      "nothing by an inventory without digests",
      inventory(Object.fromEntries(Object.keys(written).map((path) => [path, ["sha256-"]]))),
      [old, ...secondFiles],
      [old, ...secondFiles],
    ],
    ...damaged.map((text): Row => [`nothing by the inventory ${text}`, text, [old, ...secondFiles]]),
    ...foreign.map(([name, entry = ""]): Row => [
      `no more by ${name}`,
      inventory({ ...written, [entry]: "outside" }),
      [],
      [],
      entry,
    ]),
  ])("%s", async (_, text, kept, changed = [], ...refusals) => {
    const out = copyFolder(outTwo);
    writeFiles(out, { ...mine, [old]: ours, "inventory.json": text });
    symlinkSync(outside, join(out, "link"));
    const { carryOut, ...steps } = await prepare(one, out);
    await carryOut();
    const gone = [old, ...secondFiles].filter((path) => !kept.includes(path)).toSorted();
    expect([steps.remove.toSorted(), steps.changed.toSorted(), steps.refused]).toEqual([
      gone,
      changed.toSorted(),
      refusals,
    ]);
    expect(steps.extra).toEqual(expect.arrayContaining(["link", "notes.txt"]));
    expect(listFiles(out)).toEqual([...listFiles(outOne), ...Object.keys(mine), "link", ...kept].toSorted());
    expect([existsSync(join(out, "old")), listTree(outside)]).toEqual([kept.includes(old), { victim: "outside" }]);
  });

  test("what version 0.1.0 listed in manifest.json and wrote itself, and that list", async () => {
    const out = copyFolder(outOne);
    const wrote = {
      "old/a.js": ours,
      "old/b.json": JSON.stringify({ $comment: "Generated from schemas/b.schema.json; do not edit." }),
    };
    const list = JSON.stringify({
      $comment,
      files: [...Object.keys(wrote), "old/c.js", "../x", ...readInventory(outOne)],
    });
    writeFiles(out, { ...wrote, "old/c.js": "changed", "manifest.json": list, "inventory.json": undefined });
    const { code, text } = await generate(createContext(one, out));
    expect([code, text]).toEqual([0, expect.stringContaining("3 removed")]);
    expect(text).toContain(
      'not removed, for somebody changed it: old/c.js\nnot removed, for it cannot be ours: "../x"\n',
    );
    expect(listTree(out)).toEqual({ ...listTree(outOne), "old/": "folder", "old/c.js": "changed" });
  });
});

/** Makes a file so many seconds old. */
function ago(path: string, seconds: number): void {
  utimesSync(path, Date.now() / 1000 - seconds, Date.now() / 1000 - seconds);
}

const nothing = async (): Promise<void> => {};

/** Does work in a folder that is locked, which ends with a wait of `patience` milliseconds where another holds it. */
const locked = <T>(folder: string, patience: number, work: (mustOwn: () => void) => Promise<T>): Promise<T> =>
  withLock(openFolder(folder), patience, work);

describe("a lock", () => {
  const id = "0b8e3f0e-5a4c-4f1b-9d7e-2f6a1c3b5d70";
  test.each<[name: string, left: Record<string, string>]>([
    ["of a run that was killed", { ".lock": id }],
    ["of a run that was killed as it began", { ".lock": "" }],
    ["of version 0.1.0", { ".lock": "4711" }],
    ["that was put aside when a run was killed", { [`.lock.${id}`]: id }],
  ])("%s is not told by check, and stops nobody when it is half a minute old", async (_, left) => {
    const out = copyFolder(outTwo);
    writeFiles(out, left);
    expect(await check(createContext(two, out))).toMatchObject({ code: 0 });
    for (const path of Object.keys(left)) ago(join(out, path), 31);
    expect(await generate(createContext(two, out))).toMatchObject({ code: 0 });
    expect(listTree(out)).toEqual(listTree(outTwo));
  });

  test.each<[name: string, put: (path: string) => void, told: RegExp]>([
    ["a link", (path) => symlinkSync(join(outside, "victim"), path), /^in the way: \.lock$/m],
    ["a folder", (path) => mkdirSync(path), /^in the way: \.lock$/m],
    ["a file of someone else", (path) => writeFileSync(path, "notes"), /^extra: \.lock\.notes /m],
  ])("that is %s is left, and the run says what to remove", async (_, put, told) => {
    const out = copyFolder(outTwo);
    writeFiles(out, { ".lock.notes": "mine" });
    put(join(out, ".lock"));
    lutimesSync(join(out, ".lock"), 1, 1);
    const before = [listTree(out), listTree(outside)];
    expect((await check(createContext(two, out))).text).toMatch(told);
    await expect(generate(createContext(two, out))).rejects.toMatchObject({
      name: "UnusableInput",
      message: expect.stringMatching(/In the way of the lock, remove: \.lock /),
    });
    expect([listTree(out), listTree(outside)]).toEqual(before);
  });

  test("that is younger makes others wait, whatever process wrote it, and fail when their patience ends", async () => {
    const folder = createFolder();
    writeFiles(folder, { ".lock": "1" });
    ago(join(folder, ".lock"), 20);
    await expect(locked(folder, 60, nothing)).rejects.toThrow("Another run is writing");
    ago(join(folder, ".lock"), 31);
    expect(await locked(folder, 60, async () => "done")).toBe("done");
  });

  test("is touched as long as its owner works", async () => {
    const folder = createFolder();
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const ages = await locked(folder, 0, async () => {
      ago(join(folder, ".lock"), 40);
      vi.advanceTimersByTime(5_000);
      vi.useRealTimers();
      await vi.waitUntil(() => Date.now() - statSync(join(folder, ".lock")).mtimeMs < 20_000, 60_000);
      return locked(folder, 60, nothing).catch(String);
    });
    expect(ages).toContain("Another run is writing");
    expect(listFiles(folder)).toEqual([]);
  });

  test("that its owner lost ends it before the next change, and is left to the new owner", async () => {
    const out = copyFolder(outOne);
    const { carryOutIn } = await prepare(two, out);
    const before = listTree(out);
    const folder = openFolder(out);
    const lost = withLock(folder, 0, (mustOwn) => {
      writeFiles(out, { ".lock": "another" });
      return carryOutIn(folder, mustOwn);
    });
    await expect(lost).rejects.toMatchObject({ name: "UnusableInput", message: expect.stringContaining("took over") });
    expect(listTree(out)).toEqual({ ...before, ".lock": "another" });
  });
});

test("Ctrl-C while the folder is written ends the run with 130 between two changes, and leaves no lock", async () => {
  const out = copyFolder(outOne);
  const controller = new AbortController();
  // When the files have been told, all are staged and nothing is changed.
  const stderr = { write: (text: string) => text.startsWith("files") && controller.abort() };
  const silent = { write: () => true };
  const world = {
    stdin: Readable.from([]),
    stdout: silent,
    stderr,
    cwd: root,
    env: {},
    now: () => 0,
    interrupts: { signal: controller.signal, listen: () => () => {} },
  };
  expect(await main(["generate", "--schemas", two, "--out", out, "--verbose"], world)).toBe(130);
  expect(listTree(out)).toEqual(listTree(outOne));
});

test("a lock that a live run holds makes others wait, and fail when their patience ends", async () => {
  const [folder, done] = [createFolder(), [] as string[]];
  const work = (name: string) => async (): Promise<unknown> => done.push(name);
  const waiting = await locked(folder, 0, async () => {
    await expect(locked(folder, 60, work("impatient"))).rejects.toThrow(UnusableInput);
    done.push("holder");
    return [locked(folder, 5000, work("patient"))];
  });
  await waiting[0];
  expect([done, listFiles(folder)]).toEqual([["holder", "patient"], []]);
});
