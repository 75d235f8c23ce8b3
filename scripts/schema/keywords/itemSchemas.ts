import type { Schema } from "../schema.ts";
import { type Known, limitsIn } from "./known.ts";

type Layers = Pick<Known, "layers">;

/** How many items the layers describe one by one, at most. */
export function prefixIn({ layers }: Layers): number {
  return Math.max(0, ...layers.map(({ prefixItems = [] }) => prefixItems.length));
}

/** The schemas that an item is held to where there is one. */
export function schemasOfItem(index: number, { layers }: Layers): Schema[] {
  return layers.flatMap(({ prefixItems = [], items }) => {
    const own = index < prefixItems.length ? prefixItems[index] : items;
    return own === undefined ? [] : [own];
  });
}

/** How many items an array has at least. */
export function leastItems(known: Layers): number {
  const containing = known.layers.map(({ contains, minContains = 1 }) => (contains === undefined ? 0 : minContains));
  return Math.max(0, ...limitsIn(known, "minItems"), ...containing);
}

/** How many items an array has at most: items that are impossible there cannot be. */
export function mostItems(known: Layers & Pick<Known, "isImpossible">): number {
  const most = Math.min(...limitsIn(known, "maxItems"));
  for (let i = 0; i <= Math.min(prefixIn(known), most - 1); i++) {
    if (known.isImpossible(schemasOfItem(i, known))) return i;
  }
  return most;
}

/** The schemas of each kind of items: of those that are described one by one, and of all behind them. */
export function itemKinds(known: Known): Schema[][] {
  const length = Math.min(prefixIn(known) + 1, mostItems(known));
  return Array.from({ length }, (_, i) => schemasOfItem(i, known));
}
