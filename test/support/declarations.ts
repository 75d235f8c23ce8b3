import type { Catalog } from "../../scripts/catalog/catalog.ts";
import { emitIndex } from "../../scripts/emit/index.ts";
import { emitEventTypes, emitObjectTypes } from "../../scripts/emit/types.ts";
import { readSources } from "../../scripts/sources.ts";
import { root } from "./codegen.ts";

const { project, runtime } = await readSources(root);

/** The declarations that all packages have in common. */
export const runtimeDeclarations: string = runtime.types;

/** The declarations of the package of a catalog, by path, but for those that all packages have in common. */
export async function declarationsOf(catalog: Catalog): Promise<Map<string, string>> {
  const emitted = await Promise.all([
    ...catalog.events.map(emitEventTypes),
    ...catalog.definitions.map(emitObjectTypes),
    emitIndex(catalog, project),
  ]);
  const files = emitted.flat().filter(({ path }) => path.endsWith(".d.ts"));
  return new Map(files.map(({ path, text }) => [path, text]));
}

/** The names of the types that a package has for a catalog. */
export function typeNames({ events, definitions }: Catalog): string[] {
  return [...events, ...definitions].map(({ name }) => name);
}
