import type { Event } from "../catalog/catalog.ts";
import { toPointer } from "../json/json.ts";
import { quote } from "../report/quote.ts";
import type { Schema } from "../schema/schema.ts";
import type { Change, Spot } from "./change.ts";
import type { Includes } from "./difference.ts";
import type { EventPair } from "./proofs.ts";
import type { ChangeRule } from "./rule.ts";
import { changeRule } from "./rules.ts";

/** The events of both sides. */
interface Matched {
  readonly both: readonly EventPair[];
  readonly changes: readonly Change[];
}

/** So many events that came are held against those that went, to see whether they have another type only. */
const maxRenamed = 100;

const spotOf = ({ document, keys }: Event): Spot => ({ document, pointer: toPointer(keys) });

/** What an event says beside its type. */
function withoutType({ properties = {}, ...rest }: Schema): Schema {
  const { type: _, ...others } = properties;
  return { ...rest, properties: others };
}

/** A change of a catalog's list of events. */
function listChange(id: string, type: string, message: string, spots: Pick<Change, "before" | "after">): Change {
  const { level, breaks } = changeRule.get(id) as ChangeRule;
  return { rule: id, level, breaks, events: [type], pointer: "", message, proofs: [], unproven: [], ...spots };
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
      return event.name === one.name || (includes(a, b) && includes(b, a));
    });
    const spots = { before: spotOf(event), after: renamed && spotOf(renamed) };
    if (renamed === undefined) changes.push(listChange("event-removed", event.type, "is gone", spots));
    else {
      come.splice(come.indexOf(renamed), 1);
      changes.push(listChange("event-renamed", renamed.type, `has another type; it was ${quote(event.type)}`, spots));
    }
  }
  const added = come.map((event) =>
    listChange(
      "event-added",
      event.type,
      "is new; exhaustive switches over the union stop compiling until they handle it",
      {
        before: undefined,
        after: spotOf(event),
      },
    ),
  );
  return { both, changes: [...changes, ...added] };
}
