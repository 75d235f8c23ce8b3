import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { check } from "../scripts/commands/check.ts";
import { generate } from "../scripts/commands/generate.ts";
import { withLock } from "../scripts/output/lock.ts";
import { UnusableInput } from "../scripts/unusable.ts";
import { copyFolder, createContext, createFolder, createSchemas, listFiles, listTimes } from "./support/codegen.ts";
import { listTree, prepare, readManifest, root, secondEvent, writeFiles } from "./support/codegen.ts";
import { runProcess } from "./support/run.ts";

/** The repository's schemas, the same with a second event, what each gives, and a folder that is not the tool's. */
const [one, two] = [createSchemas(), createSchemas(secondEvent)];
const [outOne, outTwo, outside] = [createFolder(), createFolder(), createFolder()];
await generate(createContext(one, outOne));
await generate(createContext(two, outTwo));
const secondFiles = listFiles(outTwo).filter((file) => !existsSync(join(outOne, file)));
writeFiles(outside, { victim: "outside" });
const manifest = (...files: unknown[]): string => JSON.stringify({ files });

test("the output is not touched by a second run", async () => {
  const [paths, before] = [listFiles(outTwo), listTimes(outTwo)];
  const { text } = await generate(createContext(two, outTwo));
  expect(text).toContain(`: 0 files written, ${paths.length} unchanged, 0 removed`);
  const after = listTimes(outTwo);
  expect(paths.filter((file) => after[file] !== before[file])).toEqual([]);
});

test("the output has a manifest that lists just the other files, sorted", () => {
  expect(readManifest(outTwo)).toEqual(listFiles(outTwo).filter((path) => path !== "manifest.json"));
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
  const stale = ["README.md", "ajv.cjs", "ajv.d.cts", "ajv.d.ts", "ajv.js", "index.cjs", "index.d.cts", "index.d.ts", "index.js", "manifest.json"];
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
    ["a file of someone else", one, (out) => writeFiles(out, { "LICENSE": "mine", "manifest.json": undefined }), /remove: LICENSE \(in/],
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

  const disks: [name: string, limit: number][] = [["nothing", 0], ["only some files", 8]];
  test.concurrent.each(disks)("a disk that takes %s", { timeout: 20_000 }, async (_, limit) => {
    const out = copyFolder(outTwo);
    writeFiles(out, { "runtime.js": "stale" });
    const before = listTree(out);
    const { code } = await runProcess(["generate", "--schemas", one, "--out", out], { before: `ulimit -f ${limit}` });
    expect([code, listTree(out)]).toEqual([2, before]);
  });
});

test("a run that stops half way leaves a manifest of all files, old and new, and any next run mends all", async () => {
  const out = copyFolder(outOne);
  const { carryOut } = await prepare(two, out);
  rmSync(join(out, "index.js"));
  mkdirSync(join(out, "index.js"));
  await expect(carryOut()).rejects.toThrow(UnusableInput);
  expect(readManifest(out)).toEqual(readManifest(outTwo));
  rmSync(join(out, "index.js"), { recursive: true });
  await generate(createContext(one, out));
  expect(listTree(out)).toEqual(listTree(outOne));
});

describe("what a crash left is told by check and mended by generate:", () => {
  const dead = String(spawnSync(process.execPath, ["--version"]).pid);
  test.each<[name: string, left: Record<string, string | undefined>, found: RegExp, done?: string]>([
    ["staged files", { ".staging/index.js/x": "x", "index.js": undefined }, /^extra: \.staging\/index\.js\/x/m],
    ["the lock of a dead process", { ".lock": dead }, /^extra: \.lock/m],
    ["a lock that was hardly begun", { [`.lock.${dead}`]: dead }, /^extra: \.lock\.[0-9]+/m],
    ["new files under an old manifest", { "manifest.json": manifest("LICENSE") }, /^stale: manifest\.json/m],
    ["missing files", { "index.js": undefined, "manifest.json": manifest("x") }, /^missing: index\.js/m],
    ["obsolete files", { "x/y.js": "x", "manifest.json": manifest("x/y.js") }, /^extra: x\/y\.js/m, " 1 removed"],
    ["odd entries of a manifest", { "manifest.json": manifest("../x") }, /^extra: manifest entry "\.\.\/x"/m, '"../x"'],
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
  const damaged = ["not JSON", "null", "[]", '{"files":"notes.txt"}', manifest(1, null, ["notes.txt"], { a: "a/b" })];
  const away = `../../${basename(outside)}/victim`;
  const plain = ["a//b", "./notes.txt", "c\\d", "x:y", "link", "link/victim", "", ".", ".lock"].map((x) => [x, x]);
  const foreign = [...plain, ["<absolute>", join(outside, "victim")], ["../x", away], ["a/../../x", `a/../${away}`]];
  type Row = [name: string, list: (all: string[]) => string, kept: readonly string[], ...odd: string[]];
  test.each<Row>([
    ["all that the manifest lists, once", (all) => manifest(...all, ...all), []],
    ["nothing that the manifest does not list", () => manifest(old), secondFiles],
    ...damaged.map((text): Row => [`nothing by the manifest ${text}`, () => text, [old, ...secondFiles]]),
    ...foreign.map(([name, entry = ""]): Row => [`no more by ${name}`, (all) => manifest(entry, ...all), [], entry]),
  ])("%s", async (_, list, kept, ...odd) => {
    const out = copyFolder(outTwo);
    writeFiles(out, { ...mine, [old]: "", "manifest.json": list([...readManifest(outTwo), old]) });
    symlinkSync(outside, join(out, "link"));
    const { remove, refused, extra, carryOut } = await prepare(one, out);
    await carryOut();
    const gone = [old, ...secondFiles].filter((path) => !kept.includes(path)).toSorted();
    expect([remove.toSorted(), refused, extra]).toEqual([gone, odd, expect.arrayContaining(["link", "notes.txt"])]);
    expect(listFiles(out)).toEqual([...listFiles(outOne), ...Object.keys(mine), "link", ...kept].toSorted());
    expect([existsSync(join(out, "old")), listTree(outside)]).toEqual([kept.includes(old), { victim: "outside" }]);
  });
});

test("a lock that a live run holds makes others wait, and fail when their patience ends", async () => {
  const [folder, done] = [createFolder(), [] as string[]];
  const work = (name: string) => async (): Promise<unknown> => done.push(name);
  const waiting = await withLock(folder, 0, async () => {
    await expect(withLock(folder, 60, work("impatient"))).rejects.toThrow(UnusableInput);
    done.push("holder");
    return [withLock(folder, 5000, work("patient"))];
  });
  await waiting[0];
  expect([done, listFiles(folder)]).toEqual([["holder", "patient"], []]);
});
