import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installLocked } from "../support/locked.ts";
import { createCatalogue } from "./catalogue.ts";
import { renderFigures } from "./figures.ts";
import { generatePackage, measureGeneration } from "./generation.ts";
import { measureSizes } from "./sizes.ts";
import { measureStarts } from "./starts.ts";
import { compareTimes, renderTimes, timeIs } from "./times.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Measures what the package costs those who install it, beside the limits that it has to keep. */
export async function benchValidators(rounds: number): Promise<void> {
  await installLocked(here("."), here(".build/installed"));
  const folder = here(".build/validators");
  const times = await timeIs(join(folder, "workloads"), rounds);
  console.log(`## Time of \`is\`\n\n${renderTimes(times)}\n\n${renderFigures(compareTimes(times))}\n`);
  const catalogue = await generatePackage(createCatalogue(), join(folder, "catalogue"));
  console.log(`## Sizes\n\n${renderFigures(await measureSizes(catalogue, folder))}\n`);
  console.log(`## Start, of 112 events\n\n${renderFigures(await measureStarts(catalogue, join(folder, "start")))}\n`);
  console.log(`## Generation\n\n${renderFigures(await measureGeneration(join(folder, "catalogue"), rounds))}`);
}
