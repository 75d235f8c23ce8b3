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

/** What every rule says about itself. */
interface RuleWords {
  readonly id: string;
  /** Why the rule exists, in one sentence. */
  readonly purpose: string;
  /** How bad a finding is; an error unless told otherwise. */
  readonly severity?: "warning";
  /** Rules about loading, safety, portability and limits: `x-lint-off` cannot switch them off. */
  readonly locked?: true;
}

/** Schemas as they are written, one document after the other, and the flat form of each. */
export type Documents = Pick<Catalog, "documents" | "isSound" | "isWhole" | "flatOf">;

/** Events and definitions, flat: with all that they are composed of. */
export type Definitions = Pick<Catalog, "events" | "definitions" | "bases" | "envelope">;

type Findings = Iterable<Finding> | AsyncIterable<Finding>;

/** One rule about schemas: about what is written, about what it means, or one that is found by something else. */
export type Rule = RuleWords &
  (
    | { readonly reads: "documents"; readonly check: (catalog: Documents, project: Project) => Findings }
    | { readonly reads: "definitions"; readonly check: (catalog: Definitions, project: Project) => Findings }
    /** Loading finds it, or the switches themselves. */
    | { readonly reads?: undefined; readonly check?: undefined }
  );
