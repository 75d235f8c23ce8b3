import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundleUnion } from "./bundle.ts";
import { difference, type Figure, pair } from "./figures.ts";
import { runNode } from "./measure.ts";

const rounds = 31;

/** Milliseconds on the clock from nothing to the end of a process. */
async function timeProcess(program: string): Promise<number> {
  const start = performance.now();
  await runNode([program]);
  return performance.now() - start;
}

/**
 * Times the import of a package's union, less that of an empty module.
 * @param catalogue the folder of the package
 * @param folder for the bundle
 */
export async function measureStarts(catalogue: string, folder: string): Promise<Figure[]> {
  await mkdir(folder, { recursive: true });
  const [empty, bundled, index] = [join(folder, "empty.mjs"), join(folder, "bundled.mjs"), join(catalogue, "index.js")];
  await writeFile(empty, "export {};\n");
  await writeFile(bundled, await bundleUnion(catalogue));
  const runs: [empty: number, bundled: number, index: number][] = [];
  for (let round = 0; round < rounds; round++)
    runs.push([await timeProcess(empty), await timeProcess(bundled), await timeProcess(index)]);
  const overEmpty = (column: 1 | 2): Figure["measured"] =>
    pair(
      runs.map((run) => run[column]),
      runs.map(([first]) => first),
      difference,
    );
  return [
    { what: "import of the bundled union, over an empty module", unit: "ms", limit: 30, measured: overEmpty(1) },
    { what: "import of the package's index, over an empty module", unit: "ms", limit: 150, measured: overEmpty(2) },
  ];
}
