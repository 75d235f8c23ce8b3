import type { Loaded } from "../catalog/catalog.ts";
import { toPointer } from "../json/json.ts";
import { byLocation, type Diagnostic } from "../report/diagnostic.ts";
import type { Project } from "../project.ts";
import type { Violation, Rule } from "./rule.ts";
import { createSwitches, lintOff } from "./switches.ts";

/**
 * Runs rules over a catalog.
 * @param rules in any order
 * @param loaded the catalog and what loading it found
 * @returns what loading found, and one diagnostic per violation, sorted by file and location
 */
export async function runRules(rules: readonly Rule[], loaded: Loaded, project: Project): Promise<Diagnostic[]> {
  const { catalog, diagnostics: loading } = loaded;
  const switches = createSwitches(rules, catalog);
  const found: Diagnostic[] = [];
  for (const rule of rules) {
    for await (const violation of rule.check?.(catalog, project) ?? []) {
      if (!switches.isOff(rule, violation.address)) found.push(toDiagnostic(rule, violation));
    }
  }
  // Where loading stopped, a violation that is switched off may not have come up: its switch is no mistake yet.
  const wrong = switches.violations(loading.length === 0).map((violation) => toDiagnostic(lintOff, violation));
  return [...loading, ...found, ...wrong].toSorted(byLocation);
}

function toDiagnostic(rule: Rule, { address: { document, keys }, ...words }: Violation): Diagnostic {
  const pointer = toPointer(keys);
  const location = { file: document.file, pointer, ...document.locate(pointer) };
  return { rule: rule.id, severity: rule.severity ?? "error", ...location, ...words };
}
