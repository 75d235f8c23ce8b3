import type { Definition, Schema } from "../schema.ts";

/** The definitions that a composed schema holds its value to beside its own keywords, as `ref` nodes. */
export function callsOf({ allOf = [] }: Schema): readonly Schema[] {
  return allOf;
}

/** A schema of objects that a definition accepts: as the definition alone, but the object is looked at by the caller. */
export function asCall(definition: Schema): Schema {
  return { type: "object", allOf: [definition] };
}

/** The definition that another is made of first, such as an event's envelope. */
export function baseOf({ composed }: Definition): Definition | undefined {
  return composed.ref ?? callsOf(composed)[0]?.ref;
}
