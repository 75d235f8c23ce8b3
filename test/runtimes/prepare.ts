import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { exampleText } from "../support/example.ts";
import { install, pack } from "../support/install.ts";
import { execute } from "./execute.ts";
import { build, generated, installed, logs, project } from "./folders.ts";
import { runtimes } from "./table.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Longer than npm takes to load the runtimes over a slow line, in milliseconds. */
const timeout = 10 * 60_000;

/** Makes the project anew: the packed package and nothing else is installed, and the programs lie beside it. */
export async function prepareProject(): Promise<void> {
  for (const folder of [project, logs, join(build, "profile")]) await rm(folder, { recursive: true, force: true });
  for (const folder of [project, logs]) await mkdir(folder, { recursive: true });
  const { tarball } = await pack(generated);
  await install(tarball, project);
  await rm(dirname(tarball), { recursive: true });
  await cp(here("programs"), project, { recursive: true });
  await writeFile(join(project, "example.js"), `export default ${JSON.stringify(exampleText)};\n`);
}

/**
 * Installs the runtimes that npm has, where they are not there already. All are optional, so that npm leaves out one
 * that it cannot get; where npm itself fails, all are missing.
 */
export async function installRuntimes(): Promise<void> {
  const texts = [here("package-lock.json"), join(installed, "done")].map((file) =>
    readFile(file, "utf8").catch(() => undefined),
  );
  const [lock, done] = await Promise.all(texts);
  const isCurrent = lock === done;
  if (isCurrent && runtimes.every(({ find, source }) => source !== "npm" || find() !== undefined)) return;
  console.error("installing the runtimes that are missing (1 GB in all)");
  await mkdir(installed, { recursive: true });
  for (const name of ["package.json", "package-lock.json"]) await cp(here(name), join(installed, name));
  // `ci` begins by removing what is there; one that was left out is added to the others.
  const command = ["npm", isCurrent ? "install" : "ci", "--ignore-scripts", "--no-audit", "--no-fund"];
  const { problem } = await execute(command, { cwd: installed, env: process.env, log: join(logs, "npm.log"), timeout });
  if (problem === undefined) await cp(here("package-lock.json"), join(installed, "done"));
  else console.error(`npm ${problem}`);
}
