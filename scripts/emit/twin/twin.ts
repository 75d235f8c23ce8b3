import type { Input } from "../code.ts";
import { notice, type OutputFile } from "../file.ts";
import { renderDeclarations, systems } from "../module.ts";
import { bundle, helpersOf, type Modules } from "./bundle.ts";
import { compileDocuments, multipleHelper } from "./compile.ts";
import { declareTwin } from "./declarations.ts";
import { ajvDocuments, idOf } from "./documents.ts";

const path = "ajv";
const source = "schemas/";
const entry = "events";
const formats = { ".js": "esm", ".cjs": "cjs" } as const;

/** The modules that the twin is joined of: the first exports each event's validate function under the event's name. */
function modulesOf({ catalog, runtime }: Pick<Input, "catalog" | "runtime">): Modules {
  // Ajv takes ASCII for an identifier; a title can be any that TypeScript takes.
  const aliases = catalog.events.map((event, i) => [`event${i}`, event] as const);
  const exported = Object.fromEntries(aliases.map(([alias, { document }]) => [alias, idOf(document)]));
  const code = compileDocuments(ajvDocuments(catalog), exported);
  const names = aliases.map(([alias, { name }]) => `${alias} as ${name}`);
  return {
    ...helpersOf(runtime),
    [entry]: () => `export { ${names.join(", ")} } from "schemas";`,
    // Behind the code, which begins with "use strict"; imports come first wherever they stand.
    schemas: () => `${code}\nimport { ${multipleHelper} } from "runtime/multiple.js";`,
  };
}

/**
 * The twin of our validators: Ajv's validate function of each event, compiled from the schemas as people wrote them, for
 * tools that want Ajv's errors. What we emit is held to its verdicts before it is written.
 */
export async function emitTwin({ catalog, runtime }: Pick<Input, "catalog" | "runtime">): Promise<OutputFile[]> {
  const modules = modulesOf({ catalog, runtime });
  const code = await Promise.all(
    systems.map(async ({ js }) => ({
      path: path + js,
      text: `// ${notice(source)}\n${await bundle(entry, modules, formats[js])}`,
    })),
  );
  return [...code, ...renderDeclarations(path, source, (extension) => declareTwin(catalog.events, extension))];
}
