import type { Catalog } from "../catalog/catalog.ts";
import type { Place } from "../catalog/ref.ts";
import { toPointer } from "../catalog/json.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { Project } from "../project.ts";

/** What a rule found, before it is told where the file and the line are. */
export interface Finding {
  readonly place: Place;
  readonly message: string;
  readonly fix?: string;
}

/** One rule about schemas. */
export interface Rule {
  readonly id: string;
  /** Why the rule exists, in one sentence. */
  readonly purpose: string;
  readonly check: (catalog: Catalog, project: Project) => Iterable<Finding>;
}

/**
 * Runs rules over a catalog.
 * @param rules in any order
 * @returns one diagnostic per finding, in the order of the rules
 */
export function runRules(rules: readonly Rule[], catalog: Catalog, project: Project): Diagnostic[] {
  return rules.flatMap(({ id, check }) =>
    [...check(catalog, project)].map(({ place: { document, keys }, ...words }): Diagnostic => {
      const pointer = toPointer(keys);
      return { rule: id, severity: "error", file: document.file, pointer, ...document.locate(pointer), ...words };
    }),
  );
}
