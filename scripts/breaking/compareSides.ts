import { type Catalog, toCatalog } from "../catalog/catalog.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import { once } from "../remembered.ts";
import type { Side } from "../sides/side.ts";
import { ajvDefinitions } from "../verify/validators.ts";
import type { Change } from "./change.ts";
import { compareCatalogs } from "./compareCatalogs.ts";
import { flatEvent } from "./flat.ts";
import { eventsNotRead } from "./notCompared.ts";
import { readPackaged } from "./packaged.ts";
import type { Confirms } from "./proofs.ts";
import { sensitiveChanges } from "./sensitive.ts";

/** What changed against a side, and what of it could not be read. */
export interface SideComparison {
  readonly changes: readonly Change[];
  /** The errors that its schemas have by today's rules. */
  readonly refused: readonly Diagnostic[];
  /** The types of its events that could not be read. */
  readonly notCompared: readonly string[];
}

/** A second reader of payloads: Ajv, by the schemas of a catalog as people wrote them. */
export function toReader(catalog: Catalog): Confirms {
  const validators = once(() => ajvDefinitions(catalog));
  return (event, value) => validators()(event)(value) === "valid";
}

/**
 * Tells what changed between another side and a catalog. Against a package both are compared in the flat form that packages
 * have; else both are read by today's rows.
 */
export function compareSides(side: Side, after: Catalog): SideComparison {
  if (side.kind === "package") {
    const before = readPackaged(side.name, side.files);
    const catalogs = { before, after: { ...after, events: after.events.map(flatEvent) } };
    const changes = compareCatalogs(catalogs, { before: before.confirms, after: toReader(after) });
    return {
      changes: [...changes, ...sensitiveChanges(before.sensitive, after.events, catalogs)],
      refused: [],
      notCompared: [],
    };
  }
  const { catalog: before, diagnostics } = toCatalog(side.folder);
  const changes = compareCatalogs({ before, after }, { before: toReader(before), after: toReader(after) });
  const refused = diagnostics.filter(({ severity }) => severity === "error");
  return { changes, refused, notCompared: eventsNotRead(side.folder, before) };
}
