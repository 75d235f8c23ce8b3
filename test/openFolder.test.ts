// What is done in an opened folder stays in it: links are not followed, and nobody can put another folder in its place.
import { execFileSync } from "node:child_process";
import { closeSync, existsSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  createFile,
  listEntries,
  makeInnerFolder,
  moveEntry,
  openNew,
  readText,
  removeEmpty,
  removeFile,
  removeTree,
  statEntry,
} from "../scripts/disk/entries.ts";
import { type OpenFolder, openFolder } from "../scripts/disk/openFolder.ts";
import { createFolder, listTree, writeFiles } from "./support/codegen.ts";

type Work = (folder: OpenFolder) => unknown;

const operations: readonly [name: string, work: Work][] = [
  ["a file is made", (folder) => createFile(folder, "in/new", "x")],
  ["a file is opened", (folder) => closeSync(openNew(folder, "in/new"))],
  ["a file is moved", (folder) => moveEntry(folder, "own", "in/new")],
  ["a file is taken", (folder) => moveEntry(folder, "in/kept", "new")],
  ["a file is removed", (folder) => removeFile(folder, "in/kept")],
  ["a folder is made", (folder) => makeInnerFolder(folder, "in/new")],
  ["a folder is removed", (folder) => removeEmpty(folder, "in/empty")],
  ["a tree is removed", (folder) => removeTree(folder, "in/tree")],
  ["a text is read", (folder) => readText(folder, "in/kept")],
  ["a folder is listed", (folder) => listEntries(folder, "in")],
  ["an entry is looked at", (folder) => statEntry(folder, "in/kept")],
];

/** A folder that holds a file, and another with the same names inside that nobody may touch. */
function createBoth(): [folder: string, outside: string] {
  const both = [createFolder(), createFolder()] as [string, string];
  for (const folder of both) {
    writeFiles(folder, { own: "own", "in/kept": "secret", "in/tree/a/b": "x" });
    mkdirSync(join(folder, "in/empty"));
  }
  return both;
}

/** What an operation gives, or "throws": whatever it is, it is nothing of the outside. */
function outcomeOf(work: () => unknown): unknown {
  try {
    return work();
  } catch {
    return "throws";
  }
}

describe.each([
  ["by its descriptor", true],
  ["by its identity", false],
])("in a folder that is known %s,", (_, byDescriptor) => {
  test.each(operations)("%s where nothing is in the way", (_name, work) => {
    const [folder] = createBoth();
    const before = listTree(folder);
    const opened = openFolder(folder, byDescriptor);
    expect(outcomeOf(() => work(opened))).not.toBe("throws");
    const isReading = ["readText", "listEntries", "statEntry"].some((name) => String(work).includes(name));
    expect(JSON.stringify(listTree(folder)) === JSON.stringify(before)).toBe(isReading);
    opened.close();
  });

  test.each(operations)("when a link leads out of it, it is not followed: %s", (_name, work) => {
    const [folder, outside] = createBoth();
    renameSync(join(folder, "in"), join(folder, "was"));
    symlinkSync(join(outside, "in"), join(folder, "in"));
    const before = [listTree(folder), listTree(outside)];
    const opened = openFolder(folder, byDescriptor);
    expect(["throws", undefined]).toContain(outcomeOf(() => work(opened)));
    expect([listTree(folder), listTree(outside)]).toEqual(before);
    opened.close();
  });

  test.each(operations)("when another was put in its place, that is not touched: %s", (_name, work) => {
    const [folder, outside] = createBoth();
    const opened = openFolder(folder, byDescriptor);
    renameSync(folder, `${folder}-moved`);
    symlinkSync(outside, folder);
    const before = listTree(outside);
    const found = outcomeOf(() => work(opened));
    if (!byDescriptor) expect(found).toBe("throws");
    expect(listTree(outside)).toEqual(before);
    opened.close();
  });

  test.each<[name: string, work: Work]>([
    ["made", (folder) => createFile(folder, "link", "x")],
    ["opened", (folder) => closeSync(openNew(folder, "link"))],
    ["replaced", (folder) => moveEntry(folder, "own", "link")],
    ["removed", (folder) => removeFile(folder, "link")],
    ["read", (folder) => readText(folder, "link")],
    ["removed with all around it", (folder) => removeTree(folder, "in")],
  ])("a link where a file is %s changes nothing where it leads", (_name, work) => {
    const [folder, outside] = createBoth();
    for (const name of ["link", "in/link"]) symlinkSync(join(outside, "own"), join(folder, name));
    symlinkSync(outside, join(folder, "in/tree/folder"));
    const before = listTree(outside);
    const opened = openFolder(folder, byDescriptor);
    expect(["throws", undefined]).toContain(outcomeOf(() => work(opened)));
    expect(listTree(outside)).toEqual(before);
    opened.close();
  });

  test("a pipe is read as nothing, and nobody waits for it", () => {
    const folder = createFolder();
    execFileSync("mkfifo", [join(folder, "pipe")]);
    const opened = openFolder(folder, byDescriptor);
    expect(readText(opened, "pipe")).toBeUndefined();
    opened.close();
  });

  test("a missing folder, and a file, cannot be opened", () => {
    const folder = createFolder();
    writeFileSync(join(folder, "file"), "");
    for (const name of ["missing", "file"]) expect(() => openFolder(join(folder, name), byDescriptor)).toThrow();
    expect(existsSync(join(folder, "missing"))).toBe(false);
  });
});

test("a folder that is put in the place of one while something is done in it ends the run", () => {
  const [folder, outside] = createBoth();
  const opened = openFolder(folder, false);
  const swap = (): void => {
    renameSync(join(folder, "in"), join(folder, "was"));
    symlinkSync(join(outside, "in"), join(folder, "in"));
  };
  expect(() => opened.at("in/x", swap)).toThrow();
  expect(() => opened.at("was/x", () => renameSync(folder, `${folder}-moved`))).toThrow();
});
