import type { Event } from "../catalog/catalog.ts";
import { valueAt } from "../catalog/ref.ts";
import { type Json, toPointer } from "../json/json.ts";
import { findWitness } from "../inclusion/witness.ts";
import type { Definition } from "../schema/schema.ts";
import { accepts } from "../schema/evaluate.ts";
import { exampleOf } from "../vectors/examples.ts";
import type { Proof } from "./change.ts";
import type { Difference, Step } from "./difference.ts";

/** Gives the verdict of a second reader on a value, by the schema of an event as people wrote it. */
export type Confirms = (event: Definition, value: Json) => boolean;

/** An event before and after a change. */
export interface EventPair {
  readonly before: Event;
  readonly after: Event;
}

/** What a payload has to break to show a difference: the schemas of the value, or of the object that holds it. */
function schemasOf({ isOfHolder, before, after, steps }: Difference): Pick<Difference, "before" | "after" | "steps"> {
  const holder = steps.at(-1);
  if (isOfHolder !== true || holder === undefined) return { before, after, steps };
  return { before: holder.before, after: holder.after, steps: steps.slice(0, -1) };
}

/**
 * Looks for a payload that one side accepts and the other refuses for what is different there.
 * @param prefix from the event to the definition that has the difference
 * @returns undefined where none is found that both readers confirm
 */
export function proveBreak(
  breaks: Proof["breaks"],
  pair: EventPair,
  prefix: readonly Step[],
  difference: Difference,
  confirms: { readonly before: Confirms; readonly after: Confirms },
): Proof | undefined {
  const [inner, outer] = breaks === "live" ? (["after", "before"] as const) : (["before", "after"] as const);
  const of = schemasOf(difference);
  const [own, other] = [of[inner], of[outer]];
  if (own === undefined || other === undefined) return undefined;
  const steps = [...prefix, ...of.steps].map((step) => ({ key: step.key, layers: [step[inner]] }));
  const gap = { steps, keyword: difference.keyword, layers: [own], schema: other };
  const examples = [exampleOf(pair[inner], undefined)];
  const keysOfPart = steps.map(({ key }) => String(key));
  // What one side refuses has to be this very part: the payload could break something else.
  const isShown = (value: Json): boolean => {
    const part = valueAt(value, keysOfPart);
    return part !== undefined && accepts(own, part) && !accepts(other, part);
  };
  const found = findWitness(pair[inner].schema, pair[outer].schema, examples, [gap], isShown);
  if (found === undefined) return undefined;
  if (!confirms[inner](pair[inner], found.value) || confirms[outer](pair[outer], found.value)) return undefined;
  const keys = [...prefix, ...difference.steps].map(({ key }) => String(key));
  return { breaks, pointer: toPointer(keys), value: valueAt(found.value, keys) };
}
