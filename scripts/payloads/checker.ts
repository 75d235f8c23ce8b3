import { fromPointer, isObject } from "../json/json.ts";
import { mapSchema } from "../schema/walk.ts";
import type { Schema } from "../schema/schema.ts";
import type { EventCompanion, UnionCompanion, Verbs } from "../runtime/types.d.ts";
import { UnusableInput } from "../unusable.ts";

/** The validator that payloads are checked with, and the names and values that may be shown. */
export interface Checker extends Pick<Verbs<unknown>, "is" | "validate"> {
  /** Every name that the schemas give to a member. */
  readonly names: ReadonlySet<string>;
  /** The types of the package's events. */
  readonly types: readonly string[];
  /** Whether a value is a credential or a part of one, or stands where there would be one inside. */
  readonly isSensitive: (path: readonly (string | number)[]) => boolean;
}

type Union = UnionCompanion<unknown, string>;
type Companion = EventCompanion<unknown, string> | Union;

const isCompanion = (value: unknown): value is Companion => isObject(value) && typeof value["validate"] === "function";

/** The companions among a package's exports, found by their shape: the union's, and one per event. */
export interface Companions {
  readonly union: Union | undefined;
  readonly events: ReadonlyMap<string, EventCompanion<unknown, string>>;
}

/** Finds the companions among a package's exports. */
export function findCompanions(exported: Readonly<Record<string, unknown>>): Companions {
  const companions = Object.values(exported).filter(isCompanion);
  const events = companions.flatMap((companion) => ("type" in companion ? [[companion.type, companion] as const] : []));
  return { union: companions.find((companion) => "types" in companion), events: new Map(events) };
}

/**
 * Makes a checker of what a package exports.
 * @param exported the package's exports: its companions are found by their shape
 * @param type of the only event that is expected; undefined for every event
 * @throws UnusableInput where the exports are no package of events, or none of its events has the type
 */
export function toChecker(exported: Readonly<Record<string, unknown>>, type: string | undefined): Checker {
  const { union, events } = findCompanions(exported);
  if (union === undefined)
    throw new UnusableInput("The package has no union of events: it is none that this tool generates.");
  const chosen: Companion | undefined = type === undefined ? union : events.get(type);
  if (chosen === undefined) {
    throw new UnusableInput(`There is no event of type ${JSON.stringify(type)}; there are: ${union.types.join(", ")}.`);
  }
  const { is, validate, sensitive, "~standard": standard } = chosen;
  const patterns = sensitive.map(fromPointer);
  const names = new Set<string>();
  // A package of an earlier version has none: then every name is hidden.
  const schema = (standard as Partial<typeof standard>).jsonSchema?.input({ target: "draft-2020-12" }) ?? {};
  collectNames(schema as Schema, names);
  return {
    is,
    validate,
    names,
    types: union.types,
    isSensitive: (path) =>
      patterns.some((keys) =>
        keys.every((key, i) => i >= path.length || /^\*\*?$/.test(key) || key === String(path[i])),
      ),
  };
}

function collectNames(schema: Schema, names: Set<string>): Schema {
  return mapSchema(schema, (child, [keyword, name]) => {
    if (keyword === "properties" && name !== undefined) names.add(name);
    return collectNames(child, names);
  });
}
