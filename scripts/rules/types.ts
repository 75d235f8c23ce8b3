import { isAssertion, rows } from "../schema/keywords.ts";
import { allowsType, kindOfType, typesOf } from "../schema/keywords/any.ts";
import { appliesOf, mapSchema } from "../schema/walk.ts";
import type { Kind } from "../schema/keywords/keyword.ts";
import type { Address } from "../catalog/ref.ts";
import { below, lineage, schemaAt } from "./nodes.ts";
import type { Documents, Violation, Rule } from "./rule.ts";

/** The kind of values that a keyword speaks of; undefined where it speaks of all, or makes no demand. */
function spokenKind(keyword: string, limit: unknown): Kind | undefined {
  const row = rows.get(keyword);
  if (row === undefined || !isAssertion(row) || row.isWord?.(limit as never) === true) return undefined;
  return row.of === "any" ? undefined : row.of;
}

/**
 * The types that a schema inside a keyword has from around: those of the value that it speaks of, as far as they are known.
 * @param keys from the schemas around to it
 * @param holders schemas of one value, that it stands in or beside
 */
function typesAround(
  keys: readonly string[],
  types: readonly string[],
  holders: readonly Address[],
  catalog: Documents,
): readonly string[] {
  const applies = appliesOf(keys[0] as string);
  if (applies === "here") return types;
  if (applies === "names") return ["string"];
  const same = holders.flatMap((holder) => lineage(below(holder, ...keys), catalog));
  return same.flatMap((one) => typesOf(schemaAt(one)));
}

/**
 * A schema, and all inside it.
 * @param around the types that a branch has from the schema whose branch it is, or a member from the same member there
 * @param outer the schemas around a branch
 */
function* checkTypes(
  address: Address,
  around: readonly string[],
  outer: readonly Address[],
  catalog: Documents,
): Generator<Violation> {
  const schema = schemaAt(address);
  const own = lineage(address, catalog).flatMap((branch) => typesOf(schemaAt(branch)));
  const types = own.length > 0 ? own : around;
  const foreign =
    outer.length > 0 && around.length > 0 ? typesOf(schema).filter((type) => !allowsType(around, type)) : [];
  for (const type of foreign) {
    const message = `has the type "${type}", which the schema around the branch does not have`;
    yield { address: below(address, "type"), message, fix: "add it to the type around, or remove the branch" };
  }
  for (const [name, limit] of Object.entries(schema)) {
    const kind = spokenKind(name, limit);
    if (kind === undefined || types.some((type) => kindOfType[type] === kind)) continue;
    const fix = `add "type": "${kind}"`;
    yield { address: below(address, name), message: `has "${name}" without the type that it speaks of`, fix };
  }
  const inside: (readonly string[])[] = [];
  mapSchema(schema, (child, keys) => {
    inside.push(keys);
    return child;
  });
  const holders = [...outer, ...lineage(address, catalog).filter((one) => one !== address)];
  for (const keys of inside) {
    const isBranch = appliesOf(keys[0] as string) === "here";
    const among = typesAround(keys, types, holders, catalog);
    yield* checkTypes(below(address, ...keys), among, isBranch ? [...outer, address] : [], catalog);
  }
}

/** Rules about `type`. */
export const typeRules: readonly Rule[] = [
  {
    id: "type-keyword",
    purpose: "A keyword about texts accepts every number: without the type it says less than it seems to.",
    locked: true,
    reads: "documents",
    *check(catalog) {
      for (const document of catalog.documents.values()) {
        if (catalog.isSound(document)) yield* checkTypes({ document, keys: [] }, [], [], catalog);
      }
    },
  },
];
