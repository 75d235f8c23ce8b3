import { isObject } from "../json/json.ts";
import { quote } from "../report/quote.ts";
import type { Address } from "../catalog/ref.ts";
import { isDescribed } from "../schema/keywords/additionalProperties.ts";
import { appliesOf, mapSchema } from "../schema/walk.ts";
import { below, lineage, nodes, schemaAt } from "./nodes.ts";
import type { Documents, Rule, Violation } from "./rule.ts";

/** How many names one message lists. */
const maxNames = 10;

/** The schemas of a value that hold under a condition, or as one of several: branches, and all that these are made of. */
function branchesOf(addresses: readonly Address[], catalog: Documents): Address[] {
  const found = new Map<string, Address>();
  const visit = (address: Address): void => {
    mapSchema(schemaAt(address), (child, keys) => {
      const [keyword = ""] = keys;
      const isBranch = appliesOf(keyword) === "here" && !["allOf", "not", "if"].includes(keyword);
      for (const one of isBranch ? lineage(below(address, ...keys), catalog) : []) {
        const id = JSON.stringify([one.document.file, one.keys]);
        if (found.has(id)) continue;
        found.set(id, one);
        visit(one);
      }
      return child;
    });
  };
  addresses.forEach(visit);
  return [...found.values()];
}

/** The members that one schema describes and another, which is closed, refuses. */
function refused(closed: Address, other: Address): string[] {
  const { properties } = schemaAt(other);
  const names = Object.entries(isObject(properties) ? properties : {}).filter(([, member]) => member !== false);
  return names.flatMap(([name]) => (isDescribed(name, schemaAt(closed)) ? [] : [name]));
}

const isClosed = (address: Address): boolean => schemaAt(address).additionalProperties === false;

/** A closed part of a schema, and another part of it that a value has to satisfy as well. Two branches of a union never meet. */
function* pairs(holder: Address, catalog: Documents): Generator<[closed: Address, other: Address]> {
  const always = lineage(holder, catalog);
  const branches = branchesOf(always, catalog);
  for (const closed of always.filter(isClosed)) for (const other of [...always, ...branches]) yield [closed, other];
  for (const closed of branches.filter(isClosed)) for (const other of always) yield [closed, other];
}

/** Names that a message can hold: the first ones, and how many more there are. */
function listOf(names: readonly string[]): string {
  const more = names.length - maxNames;
  return `${names.slice(0, maxNames).join(", ")}${more > 0 ? `, and ${more} more` : ""}`;
}

function* check(catalog: Documents): Generator<Violation> {
  const seen = new Set<string>();
  for (const [, holder] of nodes(catalog)) {
    for (const [closed, other] of pairs(holder, catalog)) {
      const names = refused(closed, other).map(quote);
      const address = below(closed, "additionalProperties");
      const id = JSON.stringify([address.document.file, address.keys, names]);
      if (names.length === 0 || seen.has(id)) continue;
      seen.add(id);
      const message = `refuses members that another part of the schema describes: ${listOf(names)}`;
      yield { address, message, fix: "describe all members in the schema that is closed, or leave it open" };
    }
  }
}

/** The rule about closed objects that are made of parts. */
export const closedRules: readonly Rule[] = [
  {
    id: "closed-branch",
    purpose:
      '"additionalProperties": false knows the members beside it only, and refuses those of allOf, $ref and branches.',
    severity: "warning",
    reads: "documents",
    check,
  },
];
