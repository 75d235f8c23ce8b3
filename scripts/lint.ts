import { type Catalog, loadCatalog } from "./catalog/catalog.ts";
import { byCodeUnit } from "./json/json.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Project } from "./project.ts";
import { runRules } from "./rules/run.ts";
import { rules } from "./rules/rules.ts";
import { UnusableInput } from "./unusable.ts";

/** What a schema folder holds, and all that is wrong with it. */
export interface Linted {
  readonly catalog: Catalog;
  /** Sorted by file and place. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Loads a schema folder and runs every rule.
 * @param schemas the folder, absolute
 * @throws UnusableInput where the folder cannot be read or holds no event
 */
export async function lint(schemas: string, project: Project): Promise<Linted> {
  const loaded = await loadCatalog(schemas);
  const { catalog } = loaded;
  const diagnostics = (await runRules(rules, loaded, project)).toSorted(byPlace);
  if (diagnostics.length === 0 && catalog.events.length === 0) {
    throw new UnusableInput(`There is no events/<type>.schema.json in ${schemas}.`);
  }
  return { catalog, diagnostics };
}

/** Whether diagnostics stop the tool; warnings do not. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
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
