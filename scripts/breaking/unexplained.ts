import { valueAt } from "../catalog/ref.ts";
import { toPointer } from "../json/json.ts";
import type { Inclusion } from "../inclusion/inclusion.ts";
import { exampleOf } from "../vectors/examples.ts";
import { type Change, makeChange, type Proof } from "./change.ts";
import type { Direction } from "./consequences.ts";
import type { EventPair } from "./proofs.ts";
import type { Readers } from "./toChange.ts";

/** What is known of one direction: nothing breaks, a payload that shows a break, or neither. */
type Known = "nothing" | Proof | "unknown";

/** The events of which one side accepts what the other refuses, though no change was found that says why. */
export function unexplained(
  pairs: readonly EventPair[],
  found: readonly Change[],
  { compare }: Inclusion,
  readers: Readers,
): Change[] {
  const explained = new Map<string, Set<string>>();
  for (const { events, breaks } of found)
    for (const type of events) explained.set(type, new Set([...(explained.get(type) ?? []), ...breaks]));

  const ask = (direction: Direction, pair: EventPair): Known => {
    const [inner, outer] = direction === "live" ? (["after", "before"] as const) : (["before", "after"] as const);
    const answer = compare(pair[inner].schema, pair[outer].schema, [exampleOf(pair[inner], undefined)]);
    if (answer.verdict === "yes") return "nothing";
    if (answer.verdict === "unknown") return "unknown";
    const { value, keys } = answer;
    if (!readers[inner](pair[inner], value) || readers[outer](pair[outer], value)) return "unknown";
    return { breaks: direction, pointer: toPointer(keys), value: valueAt(value, keys.map(String)) };
  };

  return pairs.flatMap((pair): Change[] => {
    const { before, after } = pair;
    const open = (["live", "replay"] as const).filter((one) => !explained.get(after.type)?.has(one));
    const known = open.map((direction) => ({ direction, answer: ask(direction, pair) }));
    const broken = known.filter(({ answer }) => answer !== "nothing");
    if (broken.length === 0) return [];
    return [
      makeChange("schema-changed", {
        events: [after.type],
        message: "accepts other values than before, in a way that no rule names",
        breaks: broken.map(({ direction }) => direction),
        proofs: broken.flatMap(({ answer }) => (typeof answer === "object" ? [answer] : [])),
        unproven: broken.flatMap(({ direction, answer }) => (answer === "unknown" ? [direction] : [])),
        before,
        after,
      }),
    ];
  });
}
