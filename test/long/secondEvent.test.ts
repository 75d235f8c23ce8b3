// The README's steps to add an event, followed to the letter in a copy of the repository: nothing of its own turns red.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root, writeFiles } from "../support/codegen.ts";
import { filesOfReadme } from "../support/readme.ts";
import { copyRepository, listSources } from "../support/repository.ts";
import { runShell } from "../support/run.ts";

test("an event that is added as the README says changes generated/ and nothing else, and all tests pass with it", async () => {
  const files = filesOfReadme();
  expect(Object.keys(files)).toEqual([
    "schemas/events/com.gigs.sim.activated.schema.json",
    "schemas/objects/sim.schema.json",
  ]);
  const sources = await listSources();
  const copy = copyRepository(sources);
  writeFiles(copy, files);
  const env = { VITEST: undefined, VITEST_MODE: undefined, NODE_ENV: undefined, TEST: undefined, TEST_LONG: undefined };
  // release:dry checks, runs npm test, and packs what would be published.
  const ended = await runShell("git init -q && git add . && npm run generate && npm run release:dry", [], {
    cwd: copy,
    env,
  });
  expect(`${ended.stdout}\n${ended.stderr}`).toMatch(/\n\d+ events: [^]*\nAll is ready to publish\.\n/);
  expect(ended.code).toBe(0);

  const isChanged = (file: string): boolean => !readFileSync(join(root, file)).equals(readFileSync(join(copy, file)));
  expect(sources.filter((file) => !/^(?:generated|schemas)\//.test(file)).filter(isChanged)).toEqual([]);
});
