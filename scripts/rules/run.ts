import type { Loaded } from "../catalog/catalog.ts";
import { toPointer } from "../json/json.ts";
import { byLocation, type Diagnostic } from "../report/diagnostic.ts";
import type { Project, Severity } from "../project.ts";
import type { Violation, Rule } from "./rule.ts";
import { readSeverities } from "./severity.ts";
import { createSwitches, lintOff } from "./switches.ts";

/**
 * Runs rules over a catalog.
 * @param rules in any order
 * @param loaded the catalog and what loading it found
 * @returns what loading found, and one diagnostic per violation, sorted by file and location
 * @throws UnusableInput where the project sets the severity of what is no rule, or of a locked one
 */
export async function runRules(rules: readonly Rule[], loaded: Loaded, project: Project): Promise<Diagnostic[]> {
  const { catalog, diagnostics: loading } = loaded;
  const severityOf = readSeverities(rules, project);
  const asked = rules.filter((rule) => severityOf(rule) !== "off");
  const switches = createSwitches(rules, catalog, (rule) => severityOf(rule) === "off");
  const found: Diagnostic[] = [];
  for (const rule of asked) {
    for await (const violation of rule.check?.(catalog, project) ?? []) {
      if (!switches.isOff(rule, violation.address)) found.push(toDiagnostic(rule, violation, severityOf(rule)));
    }
  }
  // Where loading stopped, a violation that is switched off may not have come up: its switch is no mistake yet.
  const wrong = switches.violations(loading.length === 0).map((violation) => toDiagnostic(lintOff, violation));
  return [...loading, ...found, ...wrong].toSorted(byLocation);
}

function toDiagnostic(rule: Rule, { address, ...words }: Violation, set?: Severity): Diagnostic {
  const { document, keys } = address;
  const pointer = toPointer(keys);
  const location = { file: document.file, pointer, ...document.locate(pointer) };
  const severity = set === undefined || set === "off" ? (words.severity ?? rule.severity ?? "error") : set;
  return { rule: rule.id, ...location, ...words, severity };
}
