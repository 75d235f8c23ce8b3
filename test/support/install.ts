import { execFile } from "node:child_process";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Runs a program; throws with its output where it fails. */
export async function run(program: string, args: readonly string[], cwd: string): Promise<string> {
  const { stdout } = await promisify(execFile)(program, args, { cwd, encoding: "utf8", maxBuffer: 1 << 26 });
  return stdout;
}

/** Packs a package folder; gives the tarball and the paths in it. */
export async function pack(folder: string): Promise<{ tarball: string; paths: string[] }> {
  const to = await mkdtemp(join(tmpdir(), "pack-"));
  const json = await run("npm", ["pack", folder, "--json", "--pack-destination", to], root);
  // npm 10 prints a list, newer ones an object by package name.
  const [packed] = Object.values(JSON.parse(json) as Record<string, { filename: string; files: { path: string }[] }>);
  if (packed === undefined) throw new Error(`npm pack printed ${json}`);
  return { tarball: join(to, packed.filename), paths: packed.files.map(({ path }) => path).toSorted() };
}

/** An empty project, in a folder of its own unless told which, that has installed a tarball, and nothing else. */
export async function install(tarball: string, folder?: string): Promise<string> {
  const project = folder ?? (await mkdtemp(join(tmpdir(), "consumer-")));
  await writeFile(join(project, "package.json"), '{ "name": "consumer", "private": true, "type": "module" }\n');
  await run("npm", ["install", "--offline", "--no-audit", "--no-fund", tarball], project);
  return project;
}

/** The text of a test's file. */
export function readTestFile(path: string): Promise<string> {
  return readFile(join(root, "test", path), "utf8");
}
