// What a comparison is made with: real repositories, real clones, real packages and tarballs.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { packTar } from "modern-tar";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { readFolder } from "../scripts/catalog/folder.ts";
import { maxBytes } from "../scripts/catalog/schemaFile.ts";
import { readSide } from "../scripts/sides/readSide.ts";
import type { Side } from "../scripts/sides/side.ts";
import { UnusableInput } from "../scripts/unusable.ts";
import { createFolder, listTree, root, writeFiles } from "./support/codegen.ts";
import { pack } from "./support/install.ts";

const generated = join(root, "generated");
const former = { ...process.env };
afterEach(() => {
  for (const name of Object.keys(process.env)) if (!(name in former)) delete process.env[name];
  Object.assign(process.env, former);
});

/** Runs git as someone whose settings do not matter. */
function git(folder: string, ...args: readonly string[]): string {
  const identity = ["-c", "user.name=n", "-c", "user.email=e@example.com", "-c", "commit.gpgsign=false"];
  const ours = [...identity, "-c", "protocol.file.allow=always", "-c", "core.autocrlf=false"];
  return execFileSync("git", [...ours, ...args], { cwd: folder, encoding: "utf8", stdio: ["pipe", "pipe", "pipe"] });
}

function commit(folder: string, message = "m"): void {
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--allow-empty", "-m", message);
}

/** A new repository; each object is a commit. */
function createRepository(...commits: readonly Parameters<typeof writeFiles>[1][]): string {
  const folder = createFolder();
  git(folder, "init", "--quiet", "-b", "main");
  for (const [i, files] of commits.entries()) {
    writeFiles(folder, files);
    commit(folder, ["one", "two"][i]);
  }
  return folder;
}

const schema = (title: string): string => `{ "title": ${JSON.stringify(title)} }\n`;

/** Reads a side of a repository whose schemas are in `schemas/`. */
const read = (folder: string, against: string, schemas = "schemas"): Promise<Side> =>
  readSide(against, { here: folder, schemas: join(folder, schemas) });

/** The same, where it has to be one of schemas. */
async function sources(folder: string, against: string, schemas?: string): Promise<Side & { kind: "sources" }> {
  const side = await read(folder, against, schemas);
  if (side.kind !== "sources") throw new Error(`${against} is a package`);
  return side;
}

const titles = ({ folder }: Side & { kind: "sources" }): Record<string, unknown> =>
  Object.fromEntries([...folder.documents].map(([file, { value }]) => [file, (value as { title: string }).title]));

/** The sentence that says why a side cannot be read. */
async function refusal(side: Promise<Side>): Promise<string> {
  const error: unknown = await side.then(
    ({ kind }) => new Error(`read as ${kind}`),
    (reason: unknown) => reason,
  );
  if (!(error instanceof UnusableInput)) throw error;
  expect(error.message).toMatch(/^[^\n]+[.?]$/);
  return error.message;
}

/** A repository with two commits: `a` is changed, `b` is new, and so is the version. */
let two = "";
beforeAll(() => {
  two = createRepository(
    { "package.json": { version: "1.0.0" }, "schemas/a.schema.json": schema("old"), "schemas/notes.md": "x" },
    { "package.json": { version: "2.0.0" }, "schemas/a.schema.json": schema("new"), "schemas/o/b.schema.json": "{}" },
  );
  git(two, "tag", "v1", "HEAD~1");
  git(two, "tag", "-a", "-m", "m", "annotated", "HEAD~1");
  git(two, "branch", "feature/x", "HEAD~1");
});

describe("a git ref", () => {
  test.each(["HEAD~1", "v1", "annotated", "feature/x", "git:v1", "main^", "refs/tags/v1", "HEAD^{/two}"])(
    "%s",
    async (ref) => {
      const side = await sources(two, ref);
      const isFirst = ref !== "HEAD^{/two}";
      expect(side.version).toBe(isFirst ? "1.0.0" : "2.0.0");
      expect(titles(side)).toMatchObject({ "a.schema.json": isFirst ? "old" : "new" });
      expect(side.name).toBe(ref.replace("git:", ""));
    },
  );

  test("a digest, in both lengths", async () => {
    for (const ref of [digest(), digest().slice(0, 9)]) expect((await sources(two, ref)).version).toBe("1.0.0");
  });

  test("is read as the folder is: same documents, same order, same diagnostics", async () => {
    const folder = createRepository({
      "schemas/ä ö/\u{1F600} x.schema.json": schema("é"),
      "schemas/tab\there.schema.json": schema("t"),
      'schemas/quo"te.schema.json': schema("q"),
      "schemas/crlf.schema.json": '{\r\n  "title": "c"\r\n}\r\n',
      "schemas/z.schema.json": "{",
      "schemas/[a]*?.schema.json": schema("glob"),
      "schemas/twice.schema.json": '{ "a": 1, "a": 2 }',
      "schemas/large.schema.json": `"${"x".repeat(maxBytes)}"`,
      "schemas/same.schema.json": schema("t"),
      "schemas/empty.schema.json": "",
      "schemas/o/inner.txt": "no schema",
      "schemas-more/n.schema.json": schema("beside"),
    });
    symlinkSync("crlf.schema.json", join(folder, "schemas/link.schema.json"));
    symlinkSync("../../schemas-more/n.schema.json", join(folder, "schemas/o/out.schema.json"));
    symlinkSync("/etc/hostname", join(folder, "schemas/absolute.schema.json"));
    commit(folder);
    const disk = await readFolder(join(folder, "schemas"));
    const { folder: ref } = await sources(folder, "HEAD");
    expect(ref.diagnostics).toEqual(disk.diagnostics);
    expect(ref.diagnostics.filter(({ rule }) => rule === "schema-file")).toHaveLength(2);
    const texts = ({ documents }: typeof ref): unknown[] => [...documents].map(([file, { text }]) => [file, text]);
    expect(texts(ref)).toEqual(texts(disk));
  });

  test("a submodule is reported, and not read", async () => {
    const folder = createRepository({ "schemas/a.schema.json": schema("a") });
    git(folder, "submodule", "--quiet", "add", two, "schemas/sub");
    commit(folder);
    const { documents, diagnostics } = (await sources(folder, "HEAD")).folder;
    expect([...documents.keys()]).toEqual(["a.schema.json"]);
    expect(diagnostics).toMatchObject([{ rule: "schema-file", file: "sub", severity: "error" }]);
  });

  test("touches neither the work tree nor the index", async () => {
    writeFiles(two, { "schemas/a.schema.json": "dirty", "schemas/untracked.schema.json": "{}" });
    const index = (): unknown => [statSync(join(two, ".git/index"), { bigint: true }).mtimeNs, listTree(two)];
    const before = [git(two, "--no-optional-locks", "status", "--porcelain"), index()];
    expect(titles(await sources(two, "v1"))).toEqual({ "a.schema.json": "old" });
    await refusal(read(two, "nothing"));
    expect([git(two, "--no-optional-locks", "status", "--porcelain"), index()]).toEqual(before);
    git(two, "checkout", "--quiet", "--", "schemas");
    rmSync(join(two, "schemas/untracked.schema.json"));
  });

  test("the schema folder may be the repository itself, or deep in it; the version is that of the nearest package.json", async () => {
    const files = { "a.schema.json": schema("top"), "package.json": { version: "1.0.0" } };
    const folder = createRepository({
      ...files,
      "p/package.json": { version: "3.0.0" },
      "p/deep er/s/b.schema.json": schema("deep"),
      "q/s/c.schema.json": schema("q"),
    });
    const versions = ["", "p/deep er/s", "q/s"].map(async (inner) => {
      const side = await readSide("HEAD", { here: folder, schemas: join(folder, inner) });
      return [side.version, side.kind === "sources" && side.folder.documents.size];
    });
    expect(await Promise.all(versions)).toEqual([
      ["1.0.0", 3],
      ["3.0.0", 1],
      ["1.0.0", 1],
    ]);
  });

  test.each([
    ["no package.json", {}, undefined],
    ["one that is not JSON", { "package.json": "{" }, undefined],
    ["one without a version", { "package.json": "{}" }, undefined],
    ["one whose version is no text", { "package.json": { version: 1 } }, undefined],
  ])("%s says no version", async (_, files, version) => {
    const folder = createRepository({ ...files, "schemas/a.schema.json": "{}" });
    expect((await sources(folder, "HEAD")).version).toBe(version);
  });

  test("what git sets for its hooks does not lead elsewhere", async () => {
    const other = createRepository({ "schemas/other.schema.json": schema("other") });
    Object.assign(process.env, { GIT_DIR: join(other, ".git"), GIT_WORK_TREE: other, GIT_INDEX_FILE: "x" });
    expect(titles(await sources(two, "v1"))).toEqual({ "a.schema.json": "old" });
  });

  test("a thousand files are read in under 2 seconds, by one process for all contents", async () => {
    const names = Array.from({ length: 1000 }, (_, i) => `schemas/e/com.example.event${i}.schema.json`);
    const folder = createRepository(Object.fromEntries(names.map((name) => [name, schema(name)])));
    const trace = join(createFolder(), "trace");
    process.env.GIT_TRACE = trace;
    const start = performance.now();
    expect((await sources(folder, "HEAD")).folder.documents.size).toBe(1000);
    expect(performance.now() - start).toBeLessThan(2000);
    expect(readFileSync(trace, "utf8").match(/built-in: git cat-file/g)).toHaveLength(1);
  });
});

describe("what a ref cannot be", () => {
  test.each([
    ["mian", 'There is no file or folder "mian". git finds no commit for "mian"; did you mean "main"?'],
    ["git:v2", 'git finds no commit for "v2"; did you mean "v1"?'],
    ["git:nothing-like-it", "git branch --all and git tag list what there is"],
    ["dir:main", 'There is no file or folder "main"; for a git ref of that name, write git:main.'],
    ["git:", "git finds no commit"],
    ["v1..main", "git finds no commit"],
    ["^main", "git finds no commit"],
    ["v1:schemas", "git finds no commit"],
    ["-x", "git finds no commit"],
    ["--output=x", "git finds no commit"],
    ["git:--output=x", "git finds no commit"],
    ["--all", "git finds no commit"],
    ["--git-dir", "git finds no commit"],
  ])("%s", async (ref, sentence) => {
    const before = listTree(join(two, "schemas"));
    expect(await refusal(read(two, ref))).toContain(sentence);
    expect(listTree(join(two, "schemas"))).toEqual(before);
  });

  test("no text at all, one with a zero, one too long", async () => {
    for (const ref of ["", "a\0b", "x".repeat(5000), "git:a\0b"]) {
      const sentence = await refusal(read(two, ref));
      expect(sentence).toContain("git finds no commit");
      expect(sentence.length).toBeLessThan(500);
    }
  });

  test("a branch that is only a remote's is said to be", async () => {
    const clone = join(createFolder(), "clone");
    git(two, "clone", "--quiet", two, clone);
    expect(await refusal(read(clone, "feature/x"))).toContain('did you mean "origin/feature/x"?');
    expect((await sources(clone, "origin/feature/x")).version).toBe("1.0.0");
  });

  test("a folder that is new or renamed since", async () => {
    const folder = createRepository({ "old/a.schema.json": "{}", "schemas.txt": "" });
    renameSync(join(folder, "old"), join(folder, "schemas"));
    expect(await refusal(read(folder, "HEAD"))).toMatch(/^At "HEAD" there is no \*\.schema\.json in schemas\//);
  });

  test("a folder in no repository", async () => {
    const folder = createFolder();
    writeFiles(folder, { "schemas/a.schema.json": "{}" });
    const sentence = await refusal(read(folder, "main"));
    expect(sentence).toContain('There is no file or folder "main".');
    expect(sentence).toContain("is in no git repository");
    expect(await refusal(read(folder, "main", "missing"))).toContain("it does not exist");
  });

  test("git is not installed, or the repository is broken", async () => {
    process.env.PATH = `${createFolder()}${delimiter}${createFolder()}`;
    expect(await refusal(read(two, "v1"))).toContain("which is not installed");
    process.env.PATH = former.PATH;
    const folder = createRepository({ "schemas/a.schema.json": "{}" });
    const blob = git(folder, "rev-parse", "HEAD:schemas/a.schema.json").trim();
    rmSync(join(folder, ".git/objects", blob.slice(0, 2), blob.slice(2)), { force: true });
    expect(await refusal(read(folder, "HEAD"))).toMatch(/lacks the content of 1 file|repair the repository/);
  });
});

const digest = (): string => git(two, "rev-parse", "v1").trim();

describe("a shallow clone", () => {
  let shallow = "";
  beforeAll(() => {
    shallow = join(createFolder(), "shallow");
    git(two, "clone", "--quiet", "--depth", "1", "--branch", "main", pathToFileURL(two).href, shallow);
  });

  test("what it has is read", async () => {
    expect((await sources(shallow, "HEAD")).version).toBe("2.0.0");
  });

  test.each([
    ["a branch", () => "feature/x", () => "git fetch --depth=1 origin feature/x:feature/x"],
    [
      "a remote's",
      () => "origin/feature/x",
      () => "git fetch --depth=1 origin feature/x:refs/remotes/origin/feature/x",
    ],
    ["a tag", () => "v1", () => "git fetch --depth=1 origin tag v1"],
    ["a digest", digest, () => `git fetch --depth=1 origin ${digest()}`],
    ["an expression", () => "HEAD~1", () => "git fetch --unshallow"],
    ["a short digest", () => digest().slice(0, 9), () => "git fetch --unshallow"],
  ])("%s: the command that is said does help", async (_, makeRef, makeCommand) => {
    const [ref, command] = [makeRef(), makeCommand()];
    const clone = join(createFolder(), "clone");
    cpSync(shallow, clone, { recursive: true });
    expect(await refusal(read(clone, ref))).toContain(command);
    git(clone, ...command.split(" ").slice(1));
    expect((await sources(clone, ref)).version).toBe("1.0.0");
  });
});

describe("a path", () => {
  test("beats a ref of its name, unless a prefix says otherwise", async () => {
    writeFiles(two, { "v1/c.schema.json": schema("path") });
    expect(titles(await sources(two, "v1"))).toEqual({ "c.schema.json": "path" });
    expect(titles(await sources(two, "dir:v1"))).toEqual({ "c.schema.json": "path" });
    expect(titles(await sources(two, "git:v1"))).toEqual({ "a.schema.json": "old" });
    rmSync(join(two, "v1"), { recursive: true });
  });

  test("is relative to the caller's folder; the version is that of the package.json above it, where there is one", async () => {
    const folder = createFolder();
    writeFiles(folder, { "p/package.json": { version: "1.2.3" }, "p/s/a.schema.json": "{}", "q/a.schema.json": "{}" });
    const options = { here: join(folder, "p"), schemas: "/nowhere" };
    expect(await readSide("s", options)).toMatchObject({ kind: "sources", name: "s", version: "1.2.3" });
    expect(await readSide("../q", options)).toMatchObject({ name: "../q", version: undefined });
    expect(await readSide(join(folder, "q"), options)).toMatchObject({ kind: "sources", version: undefined });
  });

  test.each([
    ["a folder without schemas", "empty", "holds no *.schema.json"],
    ["a device", "/dev/null", "is neither a file nor a folder"],
  ])("%s", async (_, path, sentence) => {
    const folder = createFolder();
    mkdirSync(join(folder, "empty"));
    expect(await refusal(read(folder, path))).toContain(sentence);
  });
});

/** The files of our own package that are read, but for the inventory. */
const packed = (): string[] =>
  Object.keys(listTree(generated)).filter((path) => /^(?:package\.json|schemas\/[^/]+json|events\/.+\.js)$/.test(path));

const version = (JSON.parse(readFileSync(join(generated, "package.json"), "utf8")) as { version: string }).version;

describe("a package", () => {
  let tarball = "";
  beforeAll(async () => {
    const copy = join(createFolder(), "copy");
    cpSync(generated, copy, { recursive: true });
    tarball = (await pack(copy)).tarball;
  });

  test("in a folder: as it was generated, as it is installed, through a link", async () => {
    const folder = createFolder();
    cpSync(generated, join(folder, "installed"), { recursive: true });
    rmSync(join(folder, "installed/inventory.json"));
    symlinkSync("installed", join(folder, "linked"));
    for (const name of [generated, "installed", "linked"]) {
      const side = await read(folder, name);
      expect(side).toMatchObject({ kind: "package", name, version });
      const inventory = name === generated ? ["inventory.json"] : [];
      expect(side.kind === "package" && [...side.files.keys()]).toEqual([...packed(), ...inventory].toSorted());
    }
  });

  test("in a tarball of npm pack: the same texts, and those that list the sensitive members", async () => {
    const side = await readSide(`dir:${tarball}`, { here: "/", schemas: "/nowhere" });
    if (side.kind !== "package") throw new Error("no package");
    expect(side).toMatchObject({ name: tarball, version });
    expect([...side.files.keys()]).toEqual(packed().toSorted());
    for (const [path, text] of side.files) expect(text).toBe(readFileSync(join(generated, path), "utf8"));
    const [, events] = [...side.files].find(([path]) => path.startsWith("events/")) ?? [];
    expect(events).toContain('companion(type, ["/data/');
  });

  test("links in a folder are not followed", async () => {
    const folder = join(createFolder(), "p");
    cpSync(generated, folder, { recursive: true });
    const outside = createFolder();
    writeFiles(outside, { "x.schema.json": "{}" });
    symlinkSync(join(outside, "x.schema.json"), join(folder, "schemas/x.schema.json"));
    const side = await read(folder, ".");
    expect(side.kind === "package" && side.files.has("schemas/x.schema.json")).toBe(false);
    rmSync(join(folder, "schemas"), { recursive: true });
    symlinkSync(outside, join(folder, "schemas"));
    await expect(read(folder, ".").then(({ kind }) => kind)).resolves.toBe("sources");
  });
});

type Entry = Parameters<typeof packTar>[0][number];

const entry = (name: string, body: string, more: Partial<Entry["header"]> = {}): Entry => ({
  header: { name, size: Buffer.byteLength(body), ...more },
  body,
});

const own = (path: string): string => readFileSync(join(generated, path), "utf8");

/** What a package needs at least. */
const least = (): Entry[] => [
  entry("package/package.json", own("package.json")),
  ...packed()
    .filter((path) => path.startsWith("schemas/"))
    .map((path) => entry(`package/${path}`, own(path))),
];

/** Writes a tarball and reads it. */
async function readTarball(bytes: Uint8Array): Promise<Side> {
  const folder = createFolder();
  writeFileSync(join(folder, "p.tgz"), bytes);
  const side = readSide("p.tgz", { here: folder, schemas: folder });
  await side.catch(() => {});
  expect(Object.keys(listTree(folder))).toEqual(["p.tgz"]);
  return side;
}

const zip = async (entries: readonly Entry[]): Promise<Buffer> => gzipSync(await packTar(entries));

const link = (name: string, type: "symlink" | "link", linkname: string): Entry => ({
  header: { name, size: 0, type, linkname },
});

/** A tarball of files that have nothing but zeros. */
const zeros = (name: string, size: number, copies = 1): Promise<Buffer> => {
  const body = new Uint8Array(size);
  return zip([...least(), ...Array.from({ length: copies }, () => ({ header: { name, size }, body }))]);
};

describe("a hostile tarball", () => {
  test("links, devices, and paths that lead out are no files of it", async () => {
    const text = "{}";
    const side = await readTarball(
      await zip([
        ...least(),
        link("package/schemas/link.schema.json", "symlink", "/etc/passwd"),
        link("package/schemas/hard.schema.json", "link", "package/package.json"),
        { header: { name: "package/schemas/pipe.schema.json", size: 0, type: "fifo" } },
        { header: { name: "package/schemas/device.schema.json", size: 0, type: "character-device" } },
        { header: { name: "package/schemas/folder.schema.json", size: 0, type: "directory" } },
        entry("package/../package/schemas/up.schema.json", text),
        entry("package/schemas/../up.schema.json", text),
        entry("../package/schemas/up.schema.json", text),
        entry("/package/schemas/absolute.schema.json", text),
        entry("/etc/absolute.schema.json", text),
        entry(String.raw`package/schemas/..\up.schema.json`, text),
        entry("schemas/beside.schema.json", text),
        entry(`package/${"deep/".repeat(60)}x.schema.json`, text),
      ]),
    );
    const schemas = packed().filter((path) => path.startsWith("schemas/"));
    expect(side.kind === "package" && [...side.files.keys()]).toEqual(["package.json", ...schemas]);
  });

  test.each([
    ["a bomb", () => zeros("package/zeros", 51_000_000, 4), "has more than 200000000 bytes when it is unpacked"],
    ["a large file", () => zeros("package/schemas/x.schema.json", 20_000_001), "has 20000001 bytes; at most 20000000"],
    ["no package.json", () => zip(least().slice(1)), "holds no package/package.json"],
    ["no schemas", () => zip(least().slice(0, 1)), "holds no schemas/*.schema.json"],
    ["a foreign one", () => zip([entry("package/package.json", "{}")]), "is a package of someone else"],
    ["an empty file", async () => new Uint8Array(), "is no tarball as npm pack writes it"],
    ["text", async () => Buffer.from("no gzip"), 'gzip says "incorrect header check"'],
    ["a tar without gzip", () => packTar(least()), "gzip says"],
    ["gzip without a tar", async () => gzipSync("x".repeat(2000)), "tar says"],
    ["gzip of nothing", async () => gzipSync(""), "tar says"],
  ])("%s", async (_, make, sentence) => {
    expect(await refusal(readTarball(await make()))).toContain(sentence);
  });

  test("cut at any length, it is refused", async () => {
    const [gzip, tar] = [await zip(least()), Buffer.from(await packTar(least()))];
    for (const part of [0.01, 0.3, 0.7, 0.99]) {
      expect(await refusal(readTarball(gzip.subarray(0, gzip.length * part)))).toContain("or is cut off");
      expect(await refusal(readTarball(gzipSync(tar.subarray(0, tar.length * part))))).toContain("or is cut off");
    }
    gzip[gzip.length >> 1] = (gzip[gzip.length >> 1] as number) ^ 0xff;
    expect(await refusal(readTarball(gzip))).toContain("or is cut off");
  });
});
