import { isObject, type Json, type JsonObject, toPointer } from "../../json/json.ts";
import { type Choice, quickFirst, type Statement } from "../../print/code.ts";
import { camelCase, memberOf } from "../../print/names.ts";
import type { Schema } from "../schema.ts";
import { type Assertion, assertion } from "./keyword.ts";
import type { Sampling } from "./sampling.ts";
import { areAll } from "./known.ts";
import { isRequired, schemasOfMember } from "./members.ts";
import type { Value } from "./printer.ts";

const without = (value: Json, name: string): Json =>
  isObject(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => key !== name)) : value;

/** The names of members that a schema describes one by one. */
export const describedIn = (schema: Schema): readonly string[] => Object.keys(schema.properties ?? {});

/** The names that a schema requires, by itself and by the definitions that it is made of. */
export function requiredOf({ required: own = [], ref, allOf = [] }: Schema): readonly string[] {
  return [...own, ...(ref === undefined ? [] : requiredOf(ref.schema)), ...allOf.flatMap(requiredOf)];
}

function memberValue(value: Value, name: string, read: string): Value {
  return { code: read, pointer: [...value.pointer, toPointer([name])], name: camelCase(name) };
}

export const required: Assertion<readonly string[]> = assertion<readonly string[], "object">({
  of: "object",
  topic: "members",
  missing: (value, names) => names.filter((name) => !Object.hasOwn(value, name)),
  implied: (names, known) => names.every((name) => isRequired(name, known)),
  excluded: (names, known) => names.some((name) => known.isImpossible(schemasOfMember(name, known))),
  print: (names, schema, value, printer) => {
    const isSimple = names.every((name) => !/[~/]/.test(name) && !(name in Object.prototype));
    if (printer.isExplaining && isSimple && names.length > 1)
      return [
        `${printer.helper("reportMissing")}(${value.code}, ${printer.literal([...names])}, ${printer.pointer(value)}, report);`,
      ];
    return names.flatMap((name): Choice[] => {
      // Where the member's own test refuses undefined, that is all of it; others are read once, by `properties`.
      if (!printer.isExplaining && describedIn(schema).includes(name)) return [];
      const member = memberValue(value, name, memberOf(value.code, name, printer.helper));
      return [{ when: `${member.code} === undefined`, body: printer.fail(member, "required", schema) }];
    });
  },
  expected: () => "must be present",
  both: (a, b) => [...new Set([...a, ...b])],
  edges: (names, { value }) => names.map((name) => without(value, name)),
});

/** A valid value with further members, and with what these need where that is something. */
export function withMembers(names: readonly string[], { schema, value, sample, merge, accepts }: Sampling): JsonObject {
  const { properties = {} } = schema;
  const own = names.map((name) => [name, sample(Object.hasOwn(properties, name) ? (properties[name] as Schema) : {})]);
  const grown = { ...(isObject(value) ? value : {}), ...Object.fromEntries(own) } as JsonObject;
  if (accepts(schema, grown)) return grown;
  const made = sample(merge(schema, { required: names }));
  return isObject(made) && names.every((name) => Object.hasOwn(made, name)) && accepts(schema, made) ? made : grown;
}

export const properties: Assertion<Readonly<Record<string, Schema>>> = assertion<
  Readonly<Record<string, Schema>>,
  "object"
>({
  of: "object",
  topic: "members",
  inside: "map",
  applies: "key",
  implied: (limit, known) =>
    areAll(Object.entries(limit), ([name, schema]) => known.partFits(name, schemasOfMember(name, known), schema)),
  parts: (value, limit) =>
    Object.entries(value).flatMap(([key, member]) =>
      Object.hasOwn(limit, key) ? [{ key, schema: limit[key] as Schema, value: member }] : [],
    ),
  print: (limit, schema, value, printer) => {
    const own = schema.required ?? [];
    const names = printer.isExplaining ? own : requiredOf(schema);
    const members = Object.entries(limit).map(([name, child]): Statement[] => {
      const member = memberValue(value, name, memberOf(value.code, name, printer.helper));
      // That a missing member has to be present was reported before, and each pointer has one issue.
      if (names.includes(name) && printer.refusesUndefined(child)) return printer.check(child, member);
      const isOwn = own.includes(name) && !printer.isExplaining;
      const [lines, read] = printer.once(member);
      const inside = printer.block(() => printer.check(child, read));
      if (isOwn)
        return [
          ...lines,
          { when: `${read.code} === undefined`, body: printer.fail(member, "required", schema) },
          ...inside,
        ];
      return inside.length === 0 ? [] : [...lines, { when: `${read.code} !== undefined`, body: inside }];
    });
    // An invalid value is found out by what is quick to test; issues are reported in the order of the schema.
    return printer.isExplaining ? members.flat() : quickFirst(members);
  },
  expected: () => "must have members that the schema describes",
  edges: () => [],
  steps: (limit, sampling) => {
    const { value } = sampling;
    if (!isObject(value)) return [];
    return Object.entries(limit).map(([key, schema]) => {
      const grown = Object.hasOwn(value, key) ? value : withMembers([key], sampling);
      return { what: "optional member", value: grown, key, schema };
    });
  },
});
