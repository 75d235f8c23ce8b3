import type { Change } from "../../scripts/breaking/change.ts";
import { compareCatalogs } from "../../scripts/breaking/compareCatalogs.ts";
import { toReader } from "../../scripts/breaking/compareSides.ts";
import { catalogOf } from "./catalogOf.ts";

/** Schemas by path. */
export type Files = Readonly<Record<string, object>>;

/** What changed between two schema folders. */
export function changesOf(before: Files, after: Files): Change[] {
  const catalogs = { before: catalogOf(before), after: catalogOf(after) };
  return compareCatalogs(catalogs, { before: toReader(catalogs.before), after: toReader(catalogs.after) });
}
