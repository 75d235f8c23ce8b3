// Compiles the command line to JavaScript, once for each state of its sources: starting it then takes a third less.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const scripts = new URL(".", import.meta.url);
const cache = new URL("../node_modules/.cache/codegen/", import.meta.url);

/** A name that no other state of the sources has, nor another copy of the repository: stale code can never run. */
function digestSources() {
  const hash = createHash("sha256").update(import.meta.url);
  const files = readdirSync(scripts, { recursive: true, encoding: "utf8" }).filter((file) => /\.m?[jt]s$/.test(file));
  for (const file of files.toSorted())
    hash.update(`\0${file}\0`).update(readFileSync(new URL(file.replaceAll("\\", "/"), scripts)));
  return hash.digest("hex").slice(0, 32);
}

/**
 * @param {URL} folder that is to hold the compiled modules
 * @returns {Promise<void>}
 */
async function compile(folder) {
  const { build } = await import("esbuild");
  const own = new URL(`${process.pid}.part/`, cache);
  await mkdir(own, { recursive: true });
  await build({
    entryPoints: [fileURLToPath(new URL("codegen.ts", scripts))],
    outdir: fileURLToPath(own),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    packages: "external",
    format: "esm",
    platform: "node",
    target: "node20",
    sourcemap: true,
    logLevel: "silent",
    define: { "import.meta.url": JSON.stringify(new URL("codegen.ts", scripts).href) },
  });
  // All of it or nothing: two processes may compile at the same time.
  await rename(own, folder).catch(() => rm(own, { recursive: true, force: true }));
}

/**
 * Gives the command line as JavaScript.
 * @returns {Promise<string>} URL of the module
 * @throws where node_modules cannot be written
 */
export async function compiled() {
  const folder = new URL(`${digestSources()}/`, cache);
  if (!existsSync(folder)) await compile(folder);
  return new URL("codegen.mjs", folder).href;
}
