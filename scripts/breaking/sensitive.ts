import { sensitivePointers } from "../emit/view.ts";
import type { Event } from "../catalog/catalog.ts";
import { fromPointer } from "../json/json.ts";
import { findAddress } from "./address.ts";
import { type Change, makeChange } from "./change.ts";
import type { Catalogs } from "./toChange.ts";

/** From an event's schema to that of a member: `*` stands for any item. */
const keywordsTo = (pointer: string): string[] =>
  fromPointer(pointer).flatMap((key) => (key === "*" ? ["items"] : ["properties", key]));

/**
 * Finds members that are masked on one side only, where one side is a package, whose schemas have no marks.
 * @param before the masked members of each event of the package, by type
 * @param after the events of the schemas
 */
export function sensitiveChanges(
  before: ReadonlyMap<string, readonly string[]>,
  after: readonly Event[],
  { after: { documents } }: Catalogs,
): Change[] {
  return after.flatMap((event): Change[] => {
    const [old, next] = [before.get(event.type), sensitivePointers(event)];
    if (old === undefined) return [];
    const change = (id: string, pointer: string, message: string): Change =>
      makeChange(id, {
        events: [event.type],
        pointer,
        message,
        after: findAddress(event, [keywordsTo(pointer)], documents),
      });
    return [
      ...old
        .filter((pointer) => !next.includes(pointer))
        .map((pointer) => change("sensitive-removed", pointer, "is not marked as sensitive any more")),
      ...next
        .filter((pointer) => !old.includes(pointer))
        .map((pointer) => change("sensitive-added", pointer, "is marked as sensitive now")),
    ];
  });
}
