import { isAssertion, rows } from "../schema/keywords.ts";
import type { Assertion } from "../schema/keywords/keyword.ts";
import { remembered } from "../remembered.ts";
import type { Schema } from "../schema/schema.ts";

/** Schemas one of which accepts each value, beside those that accept all of them. */
interface Split {
  readonly rest: readonly Schema[];
  readonly cases: readonly Schema[];
}

/** A layer with cases: the rest of it, and the cases; the same objects each time. */
const splitOf = remembered((layer: Schema): { rest: Schema; cases: readonly Schema[] } | undefined => {
  for (const [keyword, limit] of Object.entries(layer)) {
    const row = rows.get(keyword);
    if (row === undefined || !isAssertion(row) || row.cases === undefined) continue;
    const { [keyword]: _, ...rest } = layer;
    return { rest, cases: (row as unknown as Assertion<unknown>).cases?.(limit, layer) ?? [] };
  }
  return undefined;
});

/** Splits what layers accept by the first union or condition among them; undefined where there is none. */
export function casesOf(layers: readonly Schema[]): Split | undefined {
  for (const layer of layers) {
    const split = splitOf(layer);
    if (split === undefined) continue;
    return { rest: layers.map((one) => (one === layer ? split.rest : one)), cases: split.cases };
  }
  return undefined;
}
