import type { Catalog } from "../catalog/catalog.ts";
import type { Address } from "../catalog/ref.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import type { Project } from "../project.ts";

/** Where a rule is broken, before its line and column are looked up. */
export interface Violation {
  readonly address: Address;
  readonly message: string;
  readonly fix?: string;
  /** If it differs from the severity of the rule. */
  readonly severity?: Diagnostic["severity"];
}

/** The description of a rule, as the page of rules shows it. */
interface RuleWords {
  readonly id: string;
  /** Why the rule exists, in one sentence. */
  readonly purpose: string;
  /** How bad a violation is; an error unless said otherwise. */
  readonly severity?: "warning";
  /** Rules about loading, safety, portability and limits: `x-lint-off` cannot switch them off. */
  readonly locked?: true;
}

/** Schemas as they are written, one document after the other, and the flat form of each. */
export type Documents = Pick<Catalog, "documents" | "isSound" | "isComplete" | "flatOf">;

/** Events and definitions, flat: with all that they are composed of. */
export type Definitions = Pick<Catalog, "events" | "definitions" | "bases" | "envelope">;

type Violations = Iterable<Violation> | AsyncIterable<Violation>;

/** One rule about schemas: about what is written, about what it means, or one that is found by something else. */
export type Rule = RuleWords &
  (
    | { readonly reads: "documents"; readonly check: (catalog: Documents, project: Project) => Violations }
    | { readonly reads: "definitions"; readonly check: (catalog: Definitions, project: Project) => Violations }
    /** Loading finds it, or the switches themselves. */
    | { readonly reads?: undefined; readonly check?: undefined }
  );
