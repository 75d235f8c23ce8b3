import type { Schema } from "../schema/schema.ts";

/** What two schemas say of an item of an array, or of all items from an index on. */
export interface ItemPair {
  /** The index; of the first where it is all. */
  readonly index: number;
  /** From the schema after the change to that of the item. */
  readonly at: readonly string[];
  readonly before: Schema;
  readonly after: Schema;
}

const lengthOf = ({ prefixItems = [] }: Schema): number => prefixItems.length;

/** Whether an index stands for all items from there on. */
export function isRest(index: number, ...schemas: readonly Schema[]): boolean {
  return index >= Math.max(...schemas.map(lengthOf));
}

/** Lists the items that both schemas describe: those that have a schema of their own, and then the others. */
export function itemPairs(before: Schema, after: Schema): ItemPair[] {
  const length = Math.max(lengthOf(before), lengthOf(after));
  // Where one side alone has any, that is a change by itself.
  const otherwise = before.prefixItems === undefined || after.prefixItems === undefined ? undefined : {};
  const pairs = Array.from({ length }, (_, index) => ({
    index,
    at: index < lengthOf(after) ? ["prefixItems", String(index)] : ["items"],
    before: before.prefixItems?.[index] ?? before.items ?? otherwise,
    after: after.prefixItems?.[index] ?? after.items ?? otherwise,
  }));
  const rest = { index: length, at: ["items"], before: before.items, after: after.items };
  return [...pairs, rest].flatMap((pair) =>
    pair.before === undefined || pair.after === undefined ? [] : [{ ...pair, before: pair.before, after: pair.after }],
  );
}
