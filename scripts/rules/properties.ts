import { isObject } from "../json/json.ts";
import { appliesOf, leadsToSchema } from "../schema/walk.ts";
import { shorten } from "../report/quote.ts";
import type { Address } from "../catalog/ref.ts";
import { below, lineage, nodes, schemaAt } from "./nodes.ts";
import type { Documents, Rule } from "./rule.ts";

/**
 * The schema around one that speaks of the same value: a branch restates members of it.
 * @returns undefined where there is none
 */
function around({ document, keys }: Address): Address | undefined {
  for (const length of [1, 2]) {
    const above = keys.slice(0, -length);
    if (keys.length >= length && leadsToSchema(above) && appliesOf(keys[above.length] as string) === "here")
      return { document, keys: above };
  }
  return undefined;
}

/** Every property that a schema writes down: its name, and the addresses of it and of the schema that has it. */
function* properties(catalog: Documents): Generator<[name: string, address: Address, holder: Address]> {
  for (const [schema, holder] of nodes(catalog)) {
    for (const [name, property] of Object.entries(isObject(schema.properties) ? schema.properties : {})) {
      // What is never there needs no words, and `false` has no room for them.
      if ((property as unknown) !== false) yield [name, below(holder, "properties", name), holder];
    }
  }
}

/**
 * Whether words stand at the property itself, behind its `$ref`, at the same property of a branch, or at that of the
 * schema around the branch.
 */
function isDescribed(name: string, holder: Address, catalog: Documents): boolean {
  const isHere = lineage(holder, catalog)
    .filter((branch) => Object.hasOwn(schemaAt(branch).properties ?? {}, name))
    .flatMap((branch) => lineage(below(branch, "properties", name), catalog))
    .some((address) => String(schemaAt(address).description ?? "").trim() !== "");
  const outer = around(holder);
  return isHere || (outer !== undefined && isDescribed(name, outer, catalog));
}

/** Rules about properties. */
export const propertyRules: readonly Rule[] = [
  {
    id: "property-name",
    purpose: "A property without a name says nothing, and has no name in any language's types.",
    locked: true,
    reads: "documents",
    *check(catalog) {
      for (const [name, address] of properties(catalog)) {
        if (name === "") yield { address, message: "has a property without a name", fix: "give it a name" };
      }
    },
  },
  {
    id: "description",
    purpose: "The description is the documentation that receivers read in their editor.",
    severity: "warning",
    reads: "documents",
    *check(catalog) {
      for (const [name, address, holder] of properties(catalog)) {
        if (isDescribed(name, holder, catalog)) continue;
        const fix = "add a description to it, or to what its $ref points to";
        yield { address, message: `has the property "${shorten(name)}" without a description`, fix };
      }
    },
  },
];
