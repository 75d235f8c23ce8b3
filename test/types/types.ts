// npm run test:types: compiles a strict consumer of the packed package with every TypeScript that it is said to work with.
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { inBatches } from "../../scripts/batches.ts";
import { install, pack, readTestFile, run } from "../support/install.ts";
import { installLocked } from "../support/locked.ts";
import { type Cell, renderPage } from "./page.ts";
import { kinds, planRun, settings, versions } from "./table.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const compilers = here(".build/compilers/");
const project = here(".build/project/");

try {
  parseArgs({ options: {} });
} catch (error) {
  console.error((error as Error).message);
  process.exit(2);
}

/** A project that has installed the packed package and nothing else. */
async function prepareProject(): Promise<void> {
  await rm(project, { recursive: true, force: true });
  await mkdir(project, { recursive: true });
  const { tarball } = await pack(here("../../generated"));
  await install(tarball, project);
  await rm(dirname(tarball), { recursive: true });
}

/** Compiles one cell of the table, in a folder of its own. */
async function compile(cell: Omit<Cell, "output">): Promise<Cell> {
  const { version, kind, setting } = cell;
  const { source, compilerOptions } = planRun(version, kind, setting);
  const folder = join(project, [version, kind.name, kind.type, setting.module].join("-").replaceAll(/[^\w.-]/g, ""));
  await mkdir(folder);
  await writeFile(join(folder, "package.json"), JSON.stringify({ type: kind.type }));
  await writeFile(join(folder, kind.file), await readTestFile(`consumers/${source}`));
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: [kind.file] }));
  const tsc = `${compilers}node_modules/typescript-${version}/bin/tsc`;
  try {
    await run(process.execPath, [tsc, "-p", "."], folder);
    return { ...cell, output: undefined };
  } catch (error) {
    return { ...cell, output: (error as { stdout?: string }).stdout || (error as Error).message };
  }
}

await installLocked(here("."), compilers);
await prepareProject();
const all = versions.flatMap((version) =>
  kinds.flatMap((kind) => settings.map((setting) => ({ version, kind, setting }))),
);
const cells = await inBatches(all, compile, 2);
const exact = new Map(
  await Promise.all(
    versions.map(async (version) => {
      const manifest = await readFile(`${compilers}node_modules/typescript-${version}/package.json`, "utf8");
      return [version, (JSON.parse(manifest) as { version: string }).version] as const;
    }),
  ),
);
console.log(renderPage(cells, exact));
process.exitCode = cells.some(({ output }) => output !== undefined) ? 1 : 0;
