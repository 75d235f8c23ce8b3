import type { Json } from "../json/json.ts";
import type { Schema } from "../schema/schema.ts";
import { createProver, type Gap } from "./prover.ts";
import { findWitness, type Witness } from "./witness.ts";

/** Whether every value that one schema accepts is accepted by another. */
export type Answer =
  | { readonly verdict: "yes" }
  | ({ readonly verdict: "no" } & Witness)
  /** Neither a proof was found nor a witness: `keyword` is the one that made it so, `keys` lead to it. */
  | { readonly verdict: "unknown"; readonly keyword: string; readonly keys: readonly (string | number)[] };

/** Tells whether schemas accept no more than others. */
export interface Inclusion {
  /** Whether that is certain. */
  readonly includes: (inner: Schema, outer: Schema) => boolean;
  /** @param examples values that a witness may be made of by the smallest change */
  readonly compare: (inner: Schema, outer: Schema, examples?: readonly Json[]) => Answer;
}

/**
 * Makes what answers questions about schemas; what was proven once is remembered.
 * @param assumesAbsent whether members that the inner schema does not describe count as absent
 */
export function createInclusion(assumesAbsent: boolean): Inclusion {
  const { gaps } = createProver(assumesAbsent);
  return {
    includes: (inner, outer) => gaps([inner], outer).length === 0,
    compare(inner, outer, examples = []) {
      const open = gaps([inner], outer);
      const [first] = open;
      if (first === undefined) return { verdict: "yes" };
      const witness = findWitness(inner, outer, examples, open);
      if (witness !== undefined) return { verdict: "no", ...witness };
      return { verdict: "unknown", keyword: first.keyword, keys: keysOf(first) };
    },
  };
}

const keysOf = ({ steps }: Gap): (string | number)[] => steps.map(({ key }) => key);
