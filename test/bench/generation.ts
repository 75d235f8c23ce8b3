import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Schema } from "./catalogue.ts";
import { type Figure, summarize } from "./figures.ts";
import { race, type Run } from "./measure.ts";

const program = fileURLToPath(new URL("../../scripts/run.mjs", import.meta.url));

/** Generates into an empty folder, in a process of its own. */
async function generate(folder: string): Promise<Run> {
  const out = join(folder, "generated");
  await rm(out, { recursive: true, force: true });
  const command = [program, "generate", "--schemas", join(folder, "schemas"), "--out", out];
  const [[run] = []] = await race([{ name: "generate", command }], 1);
  return run as Run;
}

/**
 * Writes schemas into a folder, and generates their package beside them.
 * @param schemas by path
 * @returns the folder of the package
 */
export async function generatePackage(schemas: Record<string, Schema>, folder: string): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  for (const [path, schema] of Object.entries(schemas)) {
    const file = join(folder, "schemas", path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify(schema, undefined, 2));
  }
  await generate(folder);
  return join(folder, "generated");
}

/**
 * Measures `generate` as a whole process.
 * @param folder where {@link generatePackage} ran: the command line is compiled on its first run
 */
export async function measureGeneration(folder: string, rounds: number): Promise<Figure[]> {
  const runs: Run[] = [];
  for (let round = 0; round < rounds; round++) runs.push(await generate(folder));
  return [
    {
      what: "`generate` of 112 events, user+sys",
      unit: "s",
      limit: 4,
      measured: summarize(runs.map(({ cpu }) => cpu)),
    },
    {
      what: "`generate` of 112 events, memory",
      unit: "MB",
      limit: 300,
      measured: summarize(runs.map(({ memory }) => memory)),
    },
  ];
}
