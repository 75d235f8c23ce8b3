import type { Catalog } from "../catalog/catalog.ts";
import { keywords, mapSchema } from "../catalog/keywords.ts";
import type { Place } from "../catalog/ref.ts";
import type { Schema } from "../catalog/schema.ts";
import { below, lineage, schemaAt } from "./nodes.ts";
import type { Finding, Rule } from "./rule.ts";

/** The types that each keyword speaks of; values of other types satisfy it. */
const spoken: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    string: "format pattern minLength maxLength",
    number: "minimum maximum exclusiveMinimum exclusiveMaximum multipleOf",
    array: "items minItems maxItems uniqueItems",
    object: "required properties additionalProperties minProperties maxProperties",
  }).flatMap(([type, names]) => names.split(" ").map((name) => [name, type === "number" ? [type, "integer"] : [type]])),
);

type Types = ReadonlySet<string>;

const typesOf = ({ type }: Schema): string[] => (type === undefined ? [] : [type].flat().map(String));

const isAmong = (type: string, types: Types): boolean => types.has(type) || (type === "integer" && types.has("number"));

/** A schema, and all inside it. `around` are the types that a branch has from the schema whose branch it is. */
function* checkTypes(place: Place, around: Types, catalog: Catalog): Generator<Finding> {
  const schema = schemaAt(place);
  const own = lineage(place, catalog).flatMap((branch) => typesOf(schemaAt(branch)));
  const types = new Set(own.length > 0 ? own : around);
  const foreign = around.size > 0 ? typesOf(schema).filter((type) => !isAmong(type, around)) : [];
  for (const type of foreign) {
    const message = `has the type "${type}", which the schema around the branch does not have`;
    yield { place: below(place, "type"), message, fix: "add it to the type around, or remove the branch" };
  }
  for (const name of Object.keys(schema)) {
    const wanted = spoken.get(name);
    if (wanted === undefined || wanted.some((type) => types.has(type))) continue;
    const fix = `add "type": "${wanted[0]}"`;
    yield { place: below(place, name), message: `has "${name}" without the type that it speaks of`, fix };
  }
  const inside: (readonly string[])[] = [];
  mapSchema(schema, (child, keys) => {
    inside.push(keys);
    return child;
  });
  for (const keys of inside) {
    const isBranch = keywords.get(keys[0] as string)?.holds === "list";
    yield* checkTypes(below(place, ...keys), isBranch ? types : new Set(), catalog);
  }
}

/** Rules about `type`. */
export const typeRules: readonly Rule[] = [
  {
    id: "type-keyword",
    purpose: "A keyword about texts accepts every number: without the type it says less than it seems to.",
    locked: true,
    *check(catalog) {
      for (const document of catalog.documents.values()) {
        if (catalog.isSound(document)) yield* checkTypes({ document, keys: [] }, new Set(), catalog);
      }
    },
  },
];
