import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Catalog } from "../catalog/catalog.ts";
import type { Document } from "../catalog/document.ts";
import { evaluate } from "../catalog/evaluate.ts";
import { createFlattener } from "../catalog/flatten.ts";
import type { Json } from "../catalog/json.ts";
import { keywords, mapSchema, subschemas } from "../catalog/keywords.ts";
import { expand } from "../catalog/merge.ts";
import type { Place } from "../catalog/ref.ts";
import type { Schema } from "../catalog/schema.ts";
import { below } from "./nodes.ts";
import { compiles } from "./patternSyntax.ts";
import type { Finding, Rule } from "./rule.ts";

/** Why a schema refuses a value: a keyword and where in the value; undefined where it does not. */
type Judge = (value: Json) => { readonly keyword: string; readonly pointer: string; readonly by: string } | undefined;

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

/** Names written out; what other rules refuse left out: unknown keywords, and required members without a property. */
function plain(schema: Schema): Schema {
  const { required, ...rest } = expand(schema);
  const known = Object.fromEntries(Object.entries(rest).filter(([name]) => keywords.has(name)));
  const described = required?.filter((name) => Object.hasOwn(rest.properties ?? {}, name));
  return mapSchema(described === undefined ? known : { ...known, required: described }, plain);
}

/** Whether no judge can read a pattern or an enum; other rules tell of it. */
function isUnreadable({ pattern, enum: list }: Schema): boolean {
  return list?.length === 0 || (pattern !== undefined && !compiles(pattern, "u"));
}

/** Makes judges of schemas that stand at places of a document; one for each that gives values. */
function createJudges(ajv: Ajv2020, { documents, isSound }: Catalog) {
  return (document: Document, places: readonly (readonly string[])[]): (Judge | undefined)[] => {
    const flattener = createFlattener(documents, isSound);
    const flat = places.map((keys) => plain(flattener.flatten({ document, keys })));
    // Loading has told of conflicts already, and what is left of such a schema proves nothing.
    if (flattener.diagnostics().length > 0) return [];
    return flat.map((schema) => {
      if ([...subschemas(schema)].some(([node]) => isUnreadable(node))) return undefined;
      const validate = ajv.compile(schema);
      return (value) => {
        const [broken] = evaluate(schema, value);
        if (broken !== undefined) return { ...broken, by: "" };
        if (validate(value)) return undefined;
        const { keyword = "", instancePath: pointer = "" } = validate.errors?.[0] ?? {};
        return { keyword, pointer, by: ", as Ajv reads it" };
      };
    });
  };
}

function* findings(catalog: Catalog): Generator<Finding> {
  // Strict mode is left to other rules: here it would stop at the first keyword it does not like.
  const ajv = new Ajv2020({ strict: false, logger: false, validateSchema: false, addUsedSchema: false });
  addFormats.default(ajv);
  const judges = createJudges(ajv, catalog);
  for (const document of catalog.documents.values()) {
    if (!catalog.isSound(document)) continue;
    const holders = [...subschemas(document.value as Schema)].filter(([schema]) => valuesOf(schema).length > 0);
    const found = judges(document, holders.map(([, keys]) => keys));
    for (const [i, [schema, keys]] of holders.entries()) {
      const place: Place = { document, keys };
      for (const [value, at] of valuesOf(schema)) {
        const refusal = found[i]?.(value);
        if (refusal === undefined) continue;
        const where = refusal.pointer === "" ? "" : ` at ${refusal.pointer}`;
        const broken = `breaks "${refusal.keyword}" of its own schema${where}${refusal.by}`;
        const message = `gives a value under "${at[0]}" that ${broken}`;
        yield { place: below(place, ...at), message, fix: "correct the value, or the schema" };
      }
    }
  }
}

/** The rule about the values that schemas give. */
export const valueRules: readonly Rule[] = [
  {
    id: "values",
    purpose: "An example, default, const or enum value that its own schema refuses misleads everyone who copies it.",
    check: findings,
  },
];
