import type { Inclusion } from "../inclusion/inclusion.ts";
import { toPointer } from "../json/json.ts";
import { type Change, makeChange } from "./change.ts";
import type { EventPair } from "./proofs.ts";
import { createShapes, describedKeys } from "./shapes.ts";

/** The events whose type has values that it had not before, though no change was found that says why. */
export function unexplainedTypes(
  pairs: readonly EventPair[],
  found: readonly Change[],
  { compare }: Inclusion,
): Change[] {
  const known = new Set(found.flatMap(({ breaks, events }) => (breaks.includes("types") ? events : [])));
  const toShape = createShapes();
  return pairs.flatMap(({ before, after }): Change[] => {
    if (known.has(after.type)) return [];
    const shape = toShape(after.schema);
    const answer = compare(shape, toShape(before.schema));
    if (answer.verdict !== "no") return [];
    const message = "has a type with values that it had not before, in a way that no rule names";
    const pointer = toPointer(describedKeys(shape, answer.keys));
    return [makeChange("types-changed", { events: [after.type], pointer, message, before, after })];
  });
}
