import { mkdir, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundle } from "../bench/bundle.ts";
import { run } from "../support/install.ts";
import type { Issue } from "./verdicts.ts";

const tsc = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));

/** What the index of a package exports, of which this needs the union only. */
interface Index {
  readonly GigsEvent: { readonly validate: (value: unknown) => { readonly issues?: readonly Issue[] } };
}

/** Loads a package; gives what its union says of a value: no issue where it is an event. */
export async function loadUnion(folder: string): Promise<(value: unknown) => readonly Issue[]> {
  const { GigsEvent } = (await import(pathToFileURL(join(folder, "index.js")).href)) as Index;
  return (value) => GigsEvent.validate(value).issues ?? [];
}

/** Bytes of a package once it is installed. */
export async function measureUnpacked(folder: string): Promise<number> {
  const json = await run("npm", ["pack", "--dry-run", "--json"], folder);
  // npm 10 prints a list, newer ones an object by package name.
  const [packed] = Object.values(JSON.parse(json) as Record<string, { unpackedSize: number }>);
  if (packed === undefined) throw new Error(`npm pack printed ${json}`);
  return packed.unpackedSize;
}

/** Bytes of one event with all that it imports, minified. */
export async function measureEvent(folder: string, type: string, title: string): Promise<number> {
  return (await bundle(`export { ${title} } from "./events/${type}.js";`, folder)).length;
}

const compilerOptions = {
  target: "es2022",
  module: "nodenext",
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  noEmit: true,
  types: [],
};

/**
 * Compiles every declaration of a package strictly, and a consumer that narrows its union to one event.
 * @param folder for the consumer
 * @param event its type and its title
 * @returns the errors of TypeScript, a line each
 */
export async function checkTypes(
  packageFolder: string,
  folder: string,
  event: { readonly type: string; readonly title: string },
): Promise<string[]> {
  const path = relative(folder, packageFolder).replaceAll("\\", "/");
  const consumer = `import type { GigsEvent, ${event.title} } from "${path}/index.js";
export const narrow = (event: GigsEvent): ${event.title} | undefined =>
  event.type === "${event.type}" ? event : undefined;
`;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), '{ "type": "module" }\n');
  await writeFile(join(folder, "consumer.ts"), consumer);
  const include = ["consumer.ts", `${path}/**/*.d.ts`, `${path}/**/*.d.cts`];
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include }));
  try {
    await run(process.execPath, [tsc, "-p", "."], folder);
    return [];
  } catch (error) {
    const { stdout = "", message } = error as Error & { stdout?: string };
    return (stdout || message).trimEnd().split("\n");
  }
}
