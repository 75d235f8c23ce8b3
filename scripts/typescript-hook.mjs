// Loads TypeScript on Node 20: types are taken out at each load, so that no stale copy can ever run.
import { readFile } from "node:fs/promises";
import { transform } from "esbuild";

/**
 * Node's module loading hook (https://nodejs.org/api/module.html#loadurl-context-nextload).
 * @param {string} url of the module to load
 * @param {import("node:module").LoadHookContext} context what Node knows of the module
 * @param {(url: string, context: import("node:module").LoadHookContext) => Promise<import("node:module").LoadFnOutput>} next the loader of everything else
 */
export async function load(url, context, next) {
  if (!url.endsWith(".ts")) return next(url, context);
  const source = await readFile(new URL(url), "utf8");
  const { code } = await transform(source, { loader: "ts", target: "node20", sourcemap: "inline", sourcefile: url });
  return { format: "module", source: code, shortCircuit: true };
}
