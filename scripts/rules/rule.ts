import type { Catalog } from "../catalog/catalog.ts";
import type { Place } from "../catalog/ref.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { Project } from "../project.ts";

/** What a rule found, before it is told where the file and the line are. */
export interface Finding {
  readonly place: Place;
  readonly message: string;
  readonly fix?: string;
  /** Where it is not the rule's own. */
  readonly severity?: Diagnostic["severity"];
}

/** One rule about schemas. */
export interface Rule {
  readonly id: string;
  /** Why the rule exists, in one sentence. */
  readonly purpose: string;
  /** How bad a finding is; an error unless told otherwise. */
  readonly severity?: "warning";
  /** Rules about loading, safety, portability and limits: `x-lint-off` cannot switch them off. */
  readonly locked?: true;
  /** Absent where something else finds it: loading, or the switches themselves. */
  readonly check?: (catalog: Catalog, project: Project) => Iterable<Finding> | AsyncIterable<Finding>;
}
