import type { Catalog } from "../catalog/catalog.ts";
import { byCodeUnit, toPointer } from "../json/json.ts";
import type { Definition } from "../schema/schema.ts";
import { findAddress } from "./address.ts";
import { directionsOf, isHarmless, levelOf } from "./consequences.ts";
import { type Change, makeChange } from "./change.ts";
import type { Difference, Includes, Step } from "./difference.ts";
import { isRest } from "./items.ts";
import { type Confirms, type EventPair, proveBreak } from "./proofs.ts";
import type { ChangeRule } from "./rule.ts";
import { changeRule } from "./rules.ts";
import { isTheoretical } from "./theoretical.ts";

/** The catalogs of both sides. */
export interface Catalogs {
  readonly before: Pick<Catalog, "documents" | "events">;
  readonly after: Pick<Catalog, "documents" | "events" | "definitions">;
}

/** What payloads are read by beside our own reading of the schemas. */
export interface Readers {
  readonly before: Confirms;
  readonly after: Confirms;
}

/** A difference, where it stands, and the events that it reaches. */
export interface Reached {
  readonly difference: Difference;
  readonly owners: { readonly before: Definition; readonly after: Definition };
  /** From the first event to the definition that has the difference. */
  readonly prefix: readonly Step[];
  readonly events: EventPair[];
}

/** Whether one schema accepts no more than another. */
export interface Inclusions {
  /** Members that no schema describes count as absent. */
  readonly includes: Includes;
  /** Such members count as possible. */
  readonly strictly: Includes;
}

/** The key of a step, as a pointer shows it: "*" for any item. */
function shownKey({ key, shown, before, after }: Step): string | number {
  if (shown !== undefined) return shown;
  return typeof key === "number" && isRest(key, before, after) ? "*" : key;
}

/**
 * Makes a change of a difference: whom it breaks, what shows that, and where it is written.
 * @param inclusions tell whether one schema accepts no more than another
 */
export function toChange(
  { difference, owners, prefix, events }: Reached,
  { before, after }: Catalogs,
  readers: Readers,
  { includes, strictly }: Inclusions,
): Change {
  const rule = changeRule.get(difference.rule) as ChangeRule;
  const [first] = events as [EventPair];
  const asked = directionsOf(rule);
  const proofs = asked.flatMap((one) => proveBreak(one, first, prefix, difference, readers) ?? []);
  const open = asked.filter((one) => !proofs.some((proof) => proof.breaks === one));
  const harmless = open.filter((one) => isHarmless(one, { difference, owners, events }, includes));
  const breaks = rule.breaks.filter((one) => !harmless.some((known) => known === one));
  const at = [
    ...(difference.listedAt === undefined ? [] : [difference.listedAt]),
    [...difference.at, difference.keyword],
  ];
  // What was not described before stood nowhere.
  const isNew = difference.isOfHolder === true && difference.before === undefined;
  return makeChange(difference.rule, {
    events: events.map((pair) => pair.after.type).toSorted(byCodeUnit),
    pointer: toPointer([...prefix, ...difference.steps].map(shownKey)),
    message: difference.message,
    proofs,
    level: levelOf(rule, breaks),
    breaks,
    unproven: open.filter((one) => !harmless.includes(one)),
    isTheoretical: isTheoretical(difference, rule.breaks, strictly),
    before: isNew ? undefined : findAddress(owners.before, at, before.documents),
    after: findAddress(owners.after, at, after.documents),
  });
}
