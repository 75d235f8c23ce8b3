import type { Event } from "../catalog/catalog.ts";
import { quote } from "../report/quote.ts";
import type { Schema } from "../schema/schema.ts";
import { type Change, makeChange } from "./change.ts";
import type { Includes } from "./difference.ts";
import type { EventPair } from "./proofs.ts";

/** The events of both sides. */
interface Matched {
  readonly both: readonly EventPair[];
  readonly changes: readonly Change[];
}

/** So many events that came are held against those that went, to see whether they have another type only. */
const maxRenamed = 100;

/** What an event says beside its type. */
function withoutType({ properties = {}, ...rest }: Schema): Schema {
  const { type: _, ...others } = properties;
  return { ...rest, properties: others };
}

/** Whether two types begin alike, or end alike: else it is chance that two events hold the same. */
function isAlike(a: string, b: string): boolean {
  const [left, right] = [a.split("."), b.split(".")];
  return left[0] === right[0] || left.at(-1) === right.at(-1);
}

/** Matches the events of both sides by their types; those that came, went or have another type are changes. */
export function matchEvents(before: readonly Event[], after: readonly Event[], includes: Includes): Matched {
  const old = new Map(before.map((event) => [event.type, event]));
  const next = new Map(after.map((event) => [event.type, event]));
  const both = after.flatMap((event) => {
    const match = old.get(event.type);
    return match === undefined ? [] : [{ before: match, after: event }];
  });
  const gone = before.filter(({ type }) => !next.has(type));
  const come = after.filter(({ type }) => !old.has(type));
  const changes: Change[] = [];
  for (const event of gone) {
    const renamed = come.slice(0, maxRenamed).find((one) => {
      const [a, b] = [withoutType(event.schema), withoutType(one.schema)];
      return event.name === one.name || (isAlike(event.type, one.type) && includes(a, b) && includes(b, a));
    });
    if (renamed === undefined) {
      changes.push(makeChange("event-removed", { events: [event.type], message: "is gone", before: event }));
      continue;
    }
    come.splice(come.indexOf(renamed), 1);
    const message = `has another type; it was ${quote(event.type)}`;
    changes.push(makeChange("event-renamed", { events: [renamed.type], message, before: event, after: renamed }));
  }
  const message = "is new; exhaustive switches over the union stop compiling until they handle it";
  const added = come.map((event) => makeChange("event-added", { events: [event.type], message, after: event }));
  return { both, changes: [...changes, ...added] };
}
