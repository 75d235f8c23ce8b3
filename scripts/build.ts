import { type Catalog, loadCatalog } from "./catalog/catalog.ts";
import { byCodeUnit } from "./catalog/json.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { OutputFile } from "./emit/file.ts";
import { SchemaRefused } from "./emit/refused.ts";
import { runRules } from "./rules/run.ts";
import { rules } from "./rules/rules.ts";
import type { Sources } from "./sources.ts";
import { UnusableInput } from "./unusable.ts";

/** What a run works on. */
export interface Context extends Sources {
  /** Schema folder and output folder, absolute. */
  readonly schemas: string;
  readonly out: string;
  /** Folder of the root package.json. */
  readonly root: string;
  /** The command line that would bring the output up to date. */
  readonly fix: string;
}

/** What a schema folder gives: the files, or none where there are errors. */
export interface Build {
  readonly catalog: Catalog;
  /** Sorted by file and place. */
  readonly diagnostics: readonly Diagnostic[];
  readonly files?: readonly OutputFile[];
}

/**
 * Loads, checks and emits. Writes nothing.
 * @throws UnusableInput where the schema folder cannot be read or holds no event
 */
export async function build({ schemas, project, runtime }: Context): Promise<Build> {
  const loaded = await loadCatalog(schemas);
  const { catalog } = loaded;
  const diagnostics = (await runRules(rules, loaded, project)).toSorted(byPlace);
  if (diagnostics.some(({ severity }) => severity === "error")) return { catalog, diagnostics };
  if (catalog.events.length === 0) throw new UnusableInput(`There is no events/<type>.schema.json in ${schemas}.`);
  // Emitters bring Ajv and json-schema-to-typescript along: loaded only when there is something to emit.
  const { emit } = await import("./emit/emit.ts");
  try {
    return { catalog, diagnostics, files: await emit({ catalog, project, runtime }) };
  } catch (error) {
    if (!(error instanceof SchemaRefused)) throw error;
    const { file, message } = error;
    return { catalog, diagnostics: [...diagnostics, { rule: "strict", severity: "error", file, line: 1, column: 1, message }] };
  }
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    byCodeUnit(a.file, b.file) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    byCodeUnit(a.rule, b.rule) ||
    byCodeUnit(a.message, b.message)
  );
}
