import { isObject, type Json, toPointer } from "../../json/json.ts";
import { type Choice, quickFirst, type Statement } from "../../print/code.ts";
import { camelCase, memberOf } from "../../print/names.ts";
import type { Schema } from "../schema.ts";
import { type Assertion, assertion } from "./keyword.ts";
import type { Value } from "./printer.ts";

/** A name that no schema describes. */
const unknownName = "unknownMember";

/** So many names are compared one by one; more are looked up. */
const maxCompared = 8;

const without = (value: Json, name: string): Json =>
  isObject(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => key !== name)) : value;

const known = (schema: Schema): readonly string[] => Object.keys(schema.properties ?? {});

/** The names that a schema requires, by itself and by the definitions that it is made of. */
export function requiredOf({ required: own = [], ref, allOf = [] }: Schema): readonly string[] {
  return [...own, ...(ref === undefined ? [] : requiredOf(ref.schema)), ...allOf.flatMap(requiredOf)];
}

function memberValue(value: Value, name: string, read: string): Value {
  return { code: read, pointer: [...value.pointer, toPointer([name])], name: camelCase(name) };
}

export const required: Assertion<readonly string[]> = assertion<readonly string[], "object">({
  of: "object",
  missing: (value, names) => names.filter((name) => !Object.hasOwn(value, name)),
  print: (names, schema, value, printer) => {
    const isSimple = names.every((name) => !/[~/]/.test(name) && !(name in Object.prototype));
    if (printer.isExplaining && isSimple && names.length > 1)
      return [
        `${printer.helper("reportMissing")}(${value.code}, ${printer.literal([...names])}, ${printer.pointer(value)}, report);`,
      ];
    return names.flatMap((name): Choice[] => {
      // Where the member's own test refuses undefined, that is all of it; others are read once, by `properties`.
      if (!printer.isExplaining && known(schema).includes(name)) return [];
      const member = memberValue(value, name, memberOf(value.code, name, printer.helper));
      return [{ when: `${member.code} === undefined`, body: printer.fail(member, "required", schema) }];
    });
  },
  expected: () => "must be present",
  both: (a, b) => [...new Set([...a, ...b])],
  edges: (names, { value }) => names.map((name) => without(value, name)),
});

export const properties: Assertion<Readonly<Record<string, Schema>>> = assertion<
  Readonly<Record<string, Schema>>,
  "object"
>({
  of: "object",
  inside: "map",
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
      const isRequired = own.includes(name) && !printer.isExplaining;
      const [lines, read] = printer.once(member);
      const inside = printer.block(() => printer.check(child, read));
      if (isRequired)
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
  both: (a, b, merge) => {
    const merged: Record<string, Schema> = { ...a };
    for (const [name, schema] of Object.entries(b)) {
      merged[name] = Object.hasOwn(merged, name) ? merge(merged[name] as Schema, schema, [name]) : schema;
    }
    return merged;
  },
  edges: () => [],
  steps: (limit, { value, sample }) => {
    if (!isObject(value)) return [];
    return Object.entries(limit).map(([key, schema]) => {
      const member = Object.hasOwn(value, key) ? (value[key] as Json) : sample(schema);
      return { what: "optional member", value: { ...value, [key]: member }, key, schema };
    });
  },
});

/** A condition that holds for names which a schema does not describe; "" where it describes none. */
function isUnknown(key: string, names: readonly string[], declare: (name: string, code: string) => string): string {
  if (names.length > maxCompared) return `!${declare("described", `new Set(${JSON.stringify(names)})`)}.has(${key})`;
  return names.map((name) => `${key} !== ${JSON.stringify(name)}`).join(" && ");
}

export const additionalProperties: Assertion<boolean | Schema> = assertion<boolean | Schema, "object">({
  of: "object",
  inside: "schema",
  holds: (value, limit, schema) => limit !== false || Object.keys(value).every((name) => known(schema).includes(name)),
  parts: (value, limit, { properties: described = {} }) => {
    if (typeof limit === "boolean") return [];
    return Object.entries(value).flatMap(([key, member]) =>
      Object.hasOwn(described, key) ? [] : [{ key, schema: limit, value: member }],
    );
  },
  print: (limit, schema, value, printer) => {
    if (limit === true) return [];
    return printer.block(() => {
      const key = printer.local("key");
      const pointer = [...value.pointer, "/", { code: `${printer.helper("escapeKey")}(${key})` }];
      const body =
        limit === false
          ? [...printer.fail(value, "additionalProperties", schema), ...(printer.isExplaining ? ["break;"] : [])]
          : printer.check(limit, { code: `${value.code}[${key}]`, pointer, name: "member" });
      if (body.length === 0) return [];
      const when = isUnknown(key, known(schema), printer.constant);
      return [{ head: `for (const ${key} in ${value.code})`, body: when === "" ? body : [{ when, body }] }];
    });
  },
  expected: (_, schema) => {
    const names = known(schema).map((name) => JSON.stringify(name));
    return names.length === 0 ? "must be an empty object" : `must not have members other than ${names.join(", ")}`;
  },
  both: (a, b, merge) => {
    if (a === true || b === false) return b;
    if (b === true || a === false) return a;
    return merge(a, b, []);
  },
  hides: (limit, { properties: described = {} }, other) => {
    const hidden = limit === true ? [] : known(other).filter((name) => !Object.hasOwn(described, name));
    if (hidden.length === 0) return undefined;
    return `"additionalProperties" of one branch refuses the members of another: ${hidden.join(", ")}`;
  },
  edges: () => [],
  steps: (limit, { value, sample }) => {
    if (typeof limit === "boolean" || !isObject(value)) return [];
    return [
      { what: "member of a map", value: { ...value, [unknownName]: sample(limit) }, key: unknownName, schema: limit },
    ];
  },
});
