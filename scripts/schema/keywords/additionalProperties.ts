import { isObject } from "../../json/json.ts";
import { toJson } from "../../json/text.ts";
import { and } from "../../print/code.ts";
import { never } from "../never.ts";
import type { Schema } from "../schema.ts";
import { type Assertion, assertion } from "./keyword.ts";
import { areAll } from "./known.ts";
import { namesIn, schemasOfMember, schemasOfOthers } from "./members.ts";
import { describedIn } from "./objects.ts";
import type { Printer } from "./printer.ts";
import { matches } from "./regex.ts";

/** A name that no schema describes. */
const unknownName = "unknownMember";

/** So many names are compared one by one; more are looked up. */
const maxCompared = 8;

/** Whether a schema describes members of a name, by itself or by a pattern. */
export function isDescribed(name: string, { properties: described = {}, patternProperties = {} }: Schema): boolean {
  return Object.hasOwn(described, name) || Object.keys(patternProperties).some((pattern) => matches(pattern, name));
}

/** A condition that holds for names which a schema does not describe; "" where it describes none. */
function isUnknown(key: string, schema: Schema, { constant, regex }: Printer): string {
  const names = describedIn(schema);
  const isLong = names.length > maxCompared;
  return and(
    ...(isLong ? [`!${constant("described", `new Set(${toJson([...names])})`)}.has(${key})`] : []),
    ...(isLong ? [] : names.map((name) => `${key} !== ${toJson(name)}`)),
    ...Object.keys(schema.patternProperties ?? {}).map((pattern) => `!${regex(pattern, key)}.test(${key})`),
  );
}

export const additionalProperties: Assertion<boolean | Schema> = assertion<boolean | Schema, "object">({
  of: "object",
  topic: "closing",
  inside: "schema",
  applies: "each",
  holds: (value, limit, schema) => limit !== false || Object.keys(value).every((name) => isDescribed(name, schema)),
  implied: (limit, known, schema) => {
    if (limit === true) return true;
    const others = limit === false ? never : limit;
    const names = namesIn(known).filter((name) => !isDescribed(name, schema));
    const kinds = schemasOfOthers(undefined, known, schema);
    return (
      areAll(names, (name) => known.partFits(name, schemasOfMember(name, known), others)) &&
      kinds.every((layers) => known.partFits(unknownName, layers, others))
    );
  },
  parts: (value, limit, schema) => {
    if (typeof limit === "boolean") return [];
    return Object.entries(value).flatMap(([key, member]) =>
      isDescribed(key, schema) ? [] : [{ key, schema: limit, value: member }],
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
      const when = isUnknown(key, schema, printer);
      return [{ head: `for (const ${key} in ${value.code})`, body: when === "" ? body : [{ when, body }] }];
    });
  },
  expected: (_, schema) => {
    const names = describedIn(schema).map((name) => toJson(name));
    const patterns = Object.keys(schema.patternProperties ?? {}).map((pattern) => `those that match ${pattern}`);
    const described = [...names, ...patterns];
    return described.length === 0
      ? "must be an empty object"
      : `must not have members other than ${described.join(", ")}`;
  },
  edges: () => [],
  steps: (limit, { schema, value, sample }) => {
    if (typeof limit === "boolean" || !isObject(value)) return [];
    const { propertyNames } = schema;
    const named = propertyNames === undefined ? unknownName : String(sample({ type: "string", ...propertyNames }));
    const key = isDescribed(named, schema) ? unknownName : named;
    return [{ what: "member of a map", value: { ...value, [key]: sample(limit) }, key, schema: limit }];
  },
});
