import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { argv, stdout } from "node:process";
import type { JsonObject } from "../../scripts/json/json.ts";
import { generate } from "../../scripts/commands/generate.ts";
import { UnusableInput } from "../../scripts/unusable.ts";
import { everyKeyword } from "../fixtures/everyKeyword.ts";
import { withSecondEvent } from "../fixtures/secondEvent.ts";
import { writeSchemas } from "./build.ts";
import { createContext } from "./codegen.ts";
import { mutateFolder } from "./mutate.ts";

/*
 * A process of its own, which runs `generate` over mutated schemas: the seeds from the first argument up to the second.
 * A line before each seed and one after it: a hang or a crash is seen by the missing one.
 */
const [first = 0, end = 0] = argv.slice(2).map(Number);
const folders = [everyKeyword, withSecondEvent] as unknown as Record<string, JsonObject>[];
const parent = await mkdtemp(join(tmpdir(), "fuzz-"));

for (let seed = first; seed < end; seed++) {
  stdout.write(`${seed} `);
  const schemas = await writeSchemas(mutateFolder(folders[seed % folders.length] as Record<string, JsonObject>, seed));
  const out = join(parent, String(seed));
  const code = await generate(createContext(schemas, out)).then(
    (outcome) => outcome.code,
    (error: unknown) => {
      if (error instanceof UnusableInput) return 2;
      throw error;
    },
  );
  stdout.write(`${code}\n`);
  await rm(schemas, { recursive: true });
  await rm(out, { recursive: true, force: true });
}
await rm(parent, { recursive: true });
