import type { Loaded } from "../catalog/catalog.ts";
import { toPointer } from "../json/json.ts";
import { byLocation, type Diagnostic } from "../diagnostic.ts";
import type { Project } from "../project.ts";
import type { Finding, Rule } from "./rule.ts";
import { createSwitches, lintOff } from "./switches.ts";

/**
 * Runs rules over a catalog.
 * @param rules in any order
 * @param loaded the catalog and what loading it found
 * @returns what loading found, and one diagnostic per finding, sorted by file and place
 */
export async function runRules(rules: readonly Rule[], loaded: Loaded, project: Project): Promise<Diagnostic[]> {
  const { catalog, diagnostics: loading } = loaded;
  const switches = createSwitches(rules, catalog);
  const found: Diagnostic[] = [];
  for (const rule of rules) {
    for await (const finding of rule.check?.(catalog, project) ?? []) {
      if (!switches.isOff(rule, finding.place)) found.push(toDiagnostic(rule, finding));
    }
  }
  // Where loading stopped, a finding that is switched off may not have come up: its switch is no mistake yet.
  const wrong = switches.findings(loading.length === 0).map((finding) => toDiagnostic(lintOff, finding));
  return [...loading, ...found, ...wrong].toSorted(byLocation);
}

function toDiagnostic(rule: Rule, { place: { document, keys }, ...words }: Finding): Diagnostic {
  const pointer = toPointer(keys);
  const place = { file: document.file, pointer, ...document.locate(pointer) };
  return { rule: rule.id, severity: rule.severity ?? "error", ...place, ...words };
}
