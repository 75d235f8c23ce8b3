// Checkouts with CRLF, as Git for Windows makes them unless told otherwise.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createFolder, listFiles } from "./support/codegen.ts";
import { exampleText } from "./support/example.ts";
import { copyRepository, linkPackages, listSources } from "./support/repository.ts";
import { runProcess, runShell } from "./support/run.ts";

const sources = await listSources();

/** The files of a folder in which CRLF ends a line. */
const withReturns = (folder: string): string[] =>
  listFiles(folder).filter((file) => readFileSync(join(folder, file)).includes("\r\n"));

test("a clone that turns line ends to CRLF is not turned, for .gitattributes says so, and is current", async () => {
  const [copy, clone] = [copyRepository(sources), join(createFolder(), "clone")];
  const commit =
    "git init -q && git add . && git -c user.name=x -c user.email=x -c commit.gpgsign=false commit -q -m x";
  expect(
    await runShell(`${commit} && git clone -q -c core.autocrlf=true . "$1"`, [clone], { cwd: copy }),
  ).toMatchObject({ code: 0 });
  expect(withReturns(join(clone, "generated"))).toEqual([]);
  linkPackages(clone);
  expect(await runProcess(["check"], { home: clone, cwd: clone })).toMatchObject({ code: 0, stderr: "" });
});

test("where all text files have CRLF, check is content, generate writes LF, and the package loads", async () => {
  const copy = copyRepository(sources);
  for (const file of sources) {
    writeFileSync(join(copy, file), readFileSync(join(copy, file), "utf8").replaceAll("\n", "\r\n"));
  }
  const generated = join(copy, "generated");
  expect(withReturns(generated)).toContain("index.js");
  const load = `node --input-type=module -e 'import { GigsEvent } from "./index.js"; GigsEvent.parse(process.argv[1]);' "$1"`;
  expect(await runShell(load, [exampleText], { cwd: generated })).toMatchObject({ code: 0 });
  expect(await runProcess(["check"], { home: copy, cwd: copy })).toMatchObject({ code: 0, stderr: "" });

  const { code, stdout } = await runProcess(["generate"], { home: copy, cwd: copy });
  expect([code, stdout]).toEqual([
    0,
    expect.stringContaining(` ${listFiles(generated).length} files written, 0 unchanged`),
  ]);
  expect(withReturns(generated)).toEqual([]);
  const same = sources.filter((file) => file.startsWith("generated/"));
  expect(same.filter((file) => !readFileSync(file).equals(readFileSync(join(copy, file))))).toEqual([]);
  expect(await runShell(load, [exampleText], { cwd: generated })).toMatchObject({ code: 0 });
});
