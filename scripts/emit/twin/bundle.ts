import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { build, type Format, type Plugin } from "esbuild";
import { escapeHidden } from "../../json/hidden.ts";
import { runtimeFiles } from "../../runtime/exports.ts";
import type { RuntimeSource } from "../runtime.ts";

const { resolve } = createRequire(import.meta.url);

/** Stands in esbuild's comments before the name of each module that it joins: a path would differ between machines. */
const namespace = "source";

/** Beyond so many characters a text is for machines, and is written as short as can be. */
export const maxReadable = 500_000;

/** Modules that others may import, by specifier; each gives its source. */
export type Modules = Readonly<Record<string, () => string | Promise<string>>>;

/** The modules that Ajv's code calls: its own, and those of the runtime. */
export function helpersOf({ code }: RuntimeSource): Modules {
  const ofRuntime = (file: (typeof runtimeFiles)[number]) => (): string => code[runtimeFiles.indexOf(file)] as string;
  return {
    "runtime/multiple.js": ofRuntime("multiple.js"),
    "runtime/equality.js": ofRuntime("equality.js"),
    "ajv/dist/runtime/ucs2length": () => readFile(resolve("ajv/dist/runtime/ucs2length"), "utf8"),
    // Ajv's own would call what a payload holds under `toString` or `valueOf`.
    "ajv/dist/runtime/equal": () => 'export { equal as default } from "runtime/equality.js";',
  };
}

/** Gives esbuild the modules; anything else that is imported is an error, for the twin has no dependency. */
function give(modules: Modules): Plugin {
  return {
    name: namespace,
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /./ }, ({ path }) =>
        Object.hasOwn(modules, path)
          ? { path, namespace }
          : { errors: [{ text: `The Ajv twin must not import ${path}` }] },
      );
      onLoad({ filter: /./, namespace }, async ({ path }) => ({ contents: (await modules[path]?.()) ?? "" }));
    },
  };
}

/**
 * Joins a module and all that it imports.
 * @param entry the specifier of the module
 * @param modules the module, and what it imports
 * @param format of the module that is made
 * @returns its text, which imports nothing; laid out for readers unless it would be very long
 */
export async function bundle(entry: string, modules: Modules, format: Format): Promise<string> {
  const write = async (isShort: boolean): Promise<string> => {
    const { outputFiles } = await build({
      entryPoints: [entry],
      plugins: [give(modules)],
      bundle: true,
      write: false,
      format,
      platform: "node",
      target: "es2022",
      charset: "utf8",
      logLevel: "silent",
      // Where it is laid out too: blocks around one statement take a fifth of the text.
      minifySyntax: true,
      minifyWhitespace: isShort,
      minifyIdentifiers: isShort,
    });
    // With this charset esbuild leaves what is invisible as it is. It stands in texts and regular expressions only.
    return escapeHidden(outputFiles.map(({ text }) => text).join(""));
  };
  const readable = await write(false);
  return readable.length > maxReadable ? write(true) : readable;
}
