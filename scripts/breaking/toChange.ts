import type { Catalog } from "../catalog/catalog.ts";
import { byCodeUnit, toPointer } from "../json/json.ts";
import type { Definition } from "../schema/schema.ts";
import { findAddress } from "./address.ts";
import { type Change, makeChange } from "./change.ts";
import type { Difference, Includes, Step } from "./difference.ts";
import { type Confirms, type EventPair, proveBreak } from "./proofs.ts";
import type { ChangeRule } from "./rule.ts";
import { changeRule } from "./rules.ts";
import { isTheoretical } from "./theoretical.ts";

/** The catalogs of both sides. */
export interface Catalogs {
  readonly before: Pick<Catalog, "documents" | "events">;
  readonly after: Pick<Catalog, "documents" | "events">;
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

/**
 * Makes a change of a difference: whom it breaks, what shows that, and where it is written.
 * @param strictly counts members that no schema describes as possible
 */
export function toChange(
  { difference, owners, prefix, events }: Reached,
  { before, after }: Catalogs,
  readers: Readers,
  strictly: Includes,
): Change {
  const rule = changeRule.get(difference.rule) as ChangeRule;
  const asked = rule.breaks.filter((one) => one === "live" || one === "replay");
  const [first] = events as [EventPair];
  const proofs = asked.flatMap((one) => proveBreak(one, first, prefix, difference, readers) ?? []);
  const at = [
    ...(difference.listedAt === undefined ? [] : [difference.listedAt]),
    [...difference.at, difference.keyword],
  ];
  return makeChange(difference.rule, {
    events: events.map((pair) => pair.after.type).toSorted(byCodeUnit),
    pointer: toPointer([...prefix, ...difference.steps].map(({ key }) => (key === 0 ? "*" : key))),
    message: difference.message,
    proofs,
    unproven: asked.filter((one) => !proofs.some(({ breaks }) => breaks === one)),
    isTheoretical: isTheoretical(difference, rule.breaks, strictly),
    before: findAddress(owners.before, at, before.documents),
    after: findAddress(owners.after, at, after.documents),
  });
}
