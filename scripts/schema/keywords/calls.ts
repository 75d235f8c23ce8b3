import type { Definition, Schema } from "../schema.ts";
import { subschemas } from "../walk.ts";
import { typesOf } from "./any.ts";

/** The definitions that a composed schema holds its value to beside its own keywords, as `ref` nodes. */
export function callsOf({ allOf = [] }: Schema): readonly Schema[] {
  return allOf;
}

/**
 * The definitions of objects that others only extend, and no schema holds by itself, such as the envelope: who calls
 * their functions has looked at the object already.
 * @param all every definition, events included
 */
export function basesAmong(all: readonly Definition[]): ReadonlySet<Definition> {
  const nodes = all.flatMap(({ composed }) => [...subschemas(composed)].map(([node]) => node));
  const calls = new Set(nodes.flatMap(callsOf));
  const held = new Set(nodes.filter((node) => !calls.has(node)).map(({ ref }) => ref));
  const extended = [...calls].flatMap(({ ref }) => (ref === undefined || held.has(ref) ? [] : [ref]));
  return new Set(
    extended.filter(({ composed }) => composed.ref === undefined && typesOf(composed).join() === "object"),
  );
}

/** The definition that another is made of first, such as an event's envelope. */
export function baseOf({ composed }: Definition): Definition | undefined {
  return composed.ref ?? callsOf(composed)[0]?.ref;
}
