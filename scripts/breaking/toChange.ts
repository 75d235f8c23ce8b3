import type { Catalog } from "../catalog/catalog.ts";
import { byCodeUnit, toPointer } from "../json/json.ts";
import type { Definition } from "../schema/schema.ts";
import { findAddress } from "./address.ts";
import { type Change, makeChange } from "./change.ts";
import type { Difference, Step } from "./difference.ts";
import { type Confirms, type EventPair, proveBreak } from "./proofs.ts";
import { changeRule } from "./rules.ts";

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

/** What stands for a step in a pointer: "*" for any item of a list that is no tuple. */
const nameOfStep = ({ key, before, after }: Step): string | number =>
  key === 0 && before.prefixItems === undefined && after.prefixItems === undefined ? "*" : key;

/** Makes a change of a difference: whom it breaks, what shows that, and where it is written. */
export function toChange(
  { difference, owners, prefix, events }: Reached,
  { before, after }: Catalogs,
  readers: Readers,
): Change {
  const asked = (changeRule.get(difference.rule)?.breaks ?? []).filter((one) => one === "live" || one === "replay");
  const [first] = events as [EventPair];
  const proofs = asked.flatMap((one) => proveBreak(one, first, prefix, difference, readers) ?? []);
  const at = [...difference.at, difference.keyword];
  return makeChange(difference.rule, {
    events: events.map((pair) => pair.after.type).toSorted(byCodeUnit),
    pointer: toPointer([...prefix, ...difference.steps].map(nameOfStep)),
    message: difference.message,
    proofs,
    unproven: asked.filter((one) => !proofs.some(({ breaks }) => breaks === one)),
    before: findAddress(owners.before, at, before.documents),
    after: findAddress(owners.after, at, after.documents),
  });
}
