import { build } from "esbuild";

/**
 * Bundles an ES module with all that it imports, minified.
 * @param code whose specifiers are relative to the folder
 */
export async function bundle(code: string, folder: string): Promise<Uint8Array> {
  const stdin = { contents: code, resolveDir: folder };
  const { outputFiles } = await build({ stdin, bundle: true, minify: true, format: "esm", write: false });
  return outputFiles[0]?.contents ?? new Uint8Array();
}

/** Bundles the union of a package's events. */
export function bundleUnion(folder: string): Promise<Uint8Array> {
  return bundle('export { GigsEvent } from "./index.js";', folder);
}
