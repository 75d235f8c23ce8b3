import type { Schema } from "../schema.ts";
import { allowsType } from "./any.ts";
import { discriminatorOf, layersOf, typesLeft } from "./discriminator.ts";

/** Whether two lists of types have a value in common: an integer is a number. */
function share(a: readonly string[], b: readonly string[]): boolean {
  return a.some((type) => allowsType(b, type)) || b.some((type) => allowsType(a, type));
}

/** Whether a branch that is of objects or null takes null, by itself or in a union inside it. */
function mayBeNull(node: Schema): boolean {
  const types = typesLeft(node);
  return types.length > 0
    ? types.includes("null")
    : layersOf(node).some(({ anyOf = [], oneOf = [] }) => [...anyOf, ...oneOf].some(mayBeNull));
}

/** Whether no value can fit two of several schemas: their types differ, or a member tells them apart. */
export function areDisjoint(branches: readonly Schema[]): boolean {
  const types = branches.map(typesLeft);
  const byType = types.every((own, i) => own.length > 0 && types.slice(0, i).every((other) => !share(own, other)));
  return byType || (discriminatorOf(branches) !== undefined && branches.filter(mayBeNull).length <= 1);
}
