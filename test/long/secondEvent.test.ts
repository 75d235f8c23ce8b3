// The README's steps to add an event, followed to the letter in a copy of the repository: nothing of its own turns red.
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createFolder, root, writeFiles } from "../support/codegen.ts";
import { runShell } from "../support/run.ts";

/** The files that the README says to write, by path. */
function filesOfReadme(): Record<string, string> {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const blocks = readme.matchAll(/^ *`(schemas\/[^`]+\.schema\.json)`:\n\n {3}```json\n([^]*?)^ {3}```$/gm);
  return Object.fromEntries([...blocks].map(([, path, text]) => [path, (text ?? "").replace(/^ {3}/gm, "")]));
}

/** What of the repository is under version control, or will be. */
async function listSources(): Promise<string[]> {
  const { stdout } = await runShell("git ls-files --cached --others --exclude-standard --deduplicate", [], { cwd: root });
  return stdout.trim().split("\n").filter((file) => existsSync(join(root, file)));
}

/** A copy of some files of the repository, with the packages that are installed here. */
function copyRepository(files: readonly string[]): string {
  const copy = createFolder();
  // Tests about permissions run the command line as nobody.
  chmodSync(copy, 0o755);
  for (const file of files) cpSync(join(root, file), join(copy, file));
  mkdirSync(join(copy, "node_modules"));
  for (const name of readdirSync(join(root, "node_modules")).filter((each) => each !== ".cache")) {
    const target = name === "gigs-events" ? "../generated" : join(root, "node_modules", name);
    symlinkSync(target, join(copy, "node_modules", name));
  }
  return copy;
}

test("an event that is added as the README says changes generated/ and nothing else, and all tests pass with it", async () => {
  const files = filesOfReadme();
  expect(Object.keys(files)).toEqual(["schemas/events/com.gigs.sim.activated.schema.json", "schemas/objects/sim.schema.json"]);
  const sources = await listSources();
  const copy = copyRepository(sources);
  writeFiles(copy, files);
  const env = { VITEST: undefined, VITEST_MODE: undefined, NODE_ENV: undefined, TEST: undefined, TEST_LONG: undefined };
  // release:dry checks, runs npm test, and packs what would be published.
  const ended = await runShell("npm run generate && npm run release:dry", [], { cwd: copy, env });
  expect(`${ended.stdout}\n${ended.stderr}`).toMatch(/\n\d+ events: [^]*\nAll is ready to publish\.\n/);
  expect(ended.code).toBe(0);

  const isChanged = (file: string): boolean => !readFileSync(join(root, file)).equals(readFileSync(join(copy, file)));
  expect(sources.filter((file) => !/^(?:generated|schemas)\//.test(file)).filter(isChanged)).toEqual([]);
});
