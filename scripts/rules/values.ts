import type { Document } from "../schema/document.ts";
import type { Json } from "../json/json.ts";
import { isDescribed } from "../schema/keywords/additionalProperties.ts";
import { appliesOf, mapSchema, subschemas, without } from "../schema/walk.ts";
import { expand } from "../schema/expand.ts";
import { referredIn } from "../schema/recursion.ts";
import type { Schema } from "../schema/schema.ts";
import { maxSchemas, sizeOf } from "../schema/size.ts";
import { createValueChecks } from "./valueCheck.ts";
import { shorten } from "../report/quote.ts";
import { below } from "./nodes.ts";
import { compiles } from "./patternSyntax.ts";
import type { Documents, Violation, Rule } from "./rule.ts";

/** A value, and the keys that lead from its schema to it. */
type Given = readonly [value: Json, keys: readonly string[]];

/** The values that a schema gives. */
function valuesOf(schema: Schema): Given[] {
  const lists = ["examples", "enum"].flatMap((name) => {
    const values = schema[name];
    return Array.isArray(values) ? values.map((value, i): Given => [value as Json, [name, String(i)]]) : [];
  });
  const single = ["default", "const"].filter((name) => schema[name] !== undefined);
  return [...lists, ...single.map((name): Given => [schema[name] as Json, [name]])];
}

/**
 * Names written out, but for those of definitions that shared schemas refer to; left out is what other rules refuse, and what
 * says nothing about values.
 * @param around names that are described around a branch
 */
function assertionsOf(schema: Schema, around: readonly string[] = []): Schema {
  if (schema.ref?.isReferred === true) return { $ref: `#/$defs/${schema.ref.name}` };
  const own = without(without(expand(schema), "annotation"), "composition");
  const names = [...Object.keys(own.properties ?? {}), ...around];
  const described = own.required?.filter((name) => names.includes(name) || isDescribed(name, own));
  const kept = described === undefined ? own : { ...own, required: described };
  return mapSchema(kept, (child, [keyword = ""]) => assertionsOf(child, appliesOf(keyword) === "here" ? names : []));
}

/** What a flat schema demands, in standard keywords. */
function demandsOf(schema: Schema): Schema {
  const held = referredIn(schema).map((one) => [one.name, assertionsOf(one.schema)]);
  return { ...assertionsOf(schema), ...(held.length === 0 ? {} : { $defs: Object.fromEntries(held) }) };
}

/** Whether a pattern or an enum cannot be read; other rules report it. */
function isUnreadable({ pattern, patternProperties = {}, enum: list }: Schema): boolean {
  const patterns = [...(pattern === undefined ? [] : [pattern]), ...Object.keys(patternProperties)];
  return list?.length === 0 || patterns.some((one) => !compiles(one, "u"));
}

/** The schemas of a document that give values: the address of each, what it gives, and its flat form. */
function holders(document: Document, { flatOf }: Documents): [readonly string[], Given[], Schema][] {
  return [...subschemas(document.value as Schema)].flatMap(([schema, keys]): [readonly string[], Given[], Schema][] => {
    const given = valuesOf(schema);
    const flat = given.length === 0 ? undefined : flatOf(schema);
    return flat === undefined || sizeOf(flat) > maxSchemas ? [] : [[keys, given, demandsOf(flat)]];
  });
}

function* violations(catalog: Documents): Generator<Violation> {
  const checkOf = createValueChecks();
  for (const document of catalog.documents.values()) {
    if (!catalog.isComplete(document)) continue;
    for (const [keys, given, schema] of holders(document, catalog)) {
      if ([...subschemas(schema)].some(([node]) => isUnreadable(node))) continue;
      const check = checkOf(schema);
      for (const [value, at] of given) {
        const refusal = check(value);
        if (refusal === undefined) continue;
        const { keyword, pointer, by } = refusal;
        const where = pointer === "" ? "" : ` at ${shorten(pointer)}`;
        const message = `gives a value under "${at[0]}" that breaks "${keyword}" of its own schema${where}, for ${by}`;
        yield { address: below({ document, keys }, ...at), message, fix: "correct the value, or the schema" };
      }
    }
  }
}

/** The rule about the values that schemas give. */
export const valueRules: readonly Rule[] = [
  {
    id: "values",
    purpose: "An example, default, const or enum value that its own schema refuses misleads everyone who copies it.",
    reads: "documents",
    check: violations,
  },
];
