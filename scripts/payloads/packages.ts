import { join, posix } from "node:path";
import { pathToFileURL } from "node:url";
import type { OutputFile } from "../emit/file.ts";
import { UnusableInput } from "../unusable.ts";

type Exports = Readonly<Record<string, unknown>>;

/**
 * Runs a package that is not on the disk: the very code that would be written there.
 * @param files what the emitters gave
 * @param entry the CommonJS file that is run; the others are when it asks for them
 * @returns the file's exports
 */
export function runPackage(files: readonly OutputFile[], entry = "index.cjs"): Exports {
  return createRunner(files)(entry);
}

/**
 * Makes a function that runs CommonJS files of a package that is not on the disk, each once.
 * @param files what the emitters gave
 * @returns a function from a file's path to its exports
 */
export function createRunner(files: readonly OutputFile[]): (path: string) => Exports {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const modules = new Map<string, { exports: Exports }>();
  const load = (path: string): Exports => {
    const loaded = modules.get(path);
    if (loaded !== undefined) return loaded.exports;
    const text = texts.get(path);
    if (text === undefined) throw new Error(`The package has no file ${path}.`);
    const module = { exports: {} };
    modules.set(path, module);
    const require = (specifier: string): Exports => load(posix.join(posix.dirname(path), specifier));
    // Our own emitted code, as Node wraps every CommonJS file.
    // oxlint-disable-next-line no-new-func
    new Function("module", "require", `${text}\n//# sourceURL=${path}`)(module, require);
    return module.exports;
  };
  return load;
}

/**
 * Loads a generated package from a folder. Its code is run.
 * @param folder absolute
 * @throws UnusableInput where it cannot be loaded
 */
export async function loadPackage(folder: string): Promise<Exports> {
  const index = pathToFileURL(join(folder, "index.js"));
  return (import(index.href) as Promise<Exports>).catch((error: unknown) => {
    const isMissing = (error as NodeJS.ErrnoException).code === "ERR_MODULE_NOT_FOUND";
    throw new UnusableInput(
      `The package ${folder} cannot be loaded: ${isMissing ? "a module is missing, such as index.js" : (error as Error).message}.`,
    );
  });
}
