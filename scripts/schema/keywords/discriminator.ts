import { isEqual } from "../../json/equality.ts";
import type { Json } from "../../json/json.ts";
import { expand } from "../expand.ts";
import type { Schema } from "../schema.ts";

/** A branch of a union, and the values of the discriminating member that lead to it. */
export interface Case {
  readonly schema: Schema;
  readonly values: readonly Json[];
}

/** The member whose value tells which branch of a union a value is meant for. */
export interface Discriminator {
  readonly name: string;
  readonly cases: readonly Case[];
}

/** A schema and those that it is made of, through references and `allOf`: a value has to satisfy all. */
export function layersOf(node: Schema): readonly Schema[] {
  const own = expand(node);
  return [own, ...(own.allOf ?? []).flatMap(layersOf)];
}

/** The types that a schema leaves at most: those of its first layer that names any; [] where none does. */
export function typesLeft(node: Schema): readonly string[] {
  const named = layersOf(node).find(({ type }) => type !== undefined)?.type;
  return named === undefined ? [] : [named].flat();
}

export function isNull(node: Schema): boolean {
  const { type } = expand(node);
  return type === "null" || (Array.isArray(type) && type.length === 1 && type[0] === "null");
}

/** The values that a branch asks of a member; undefined where it does not require it, or leaves it open. */
function valuesOf(node: Schema, name: string, around: readonly string[]): readonly Json[] | undefined {
  const layers = layersOf(node);
  for (const layer of layers) {
    const inner = layer.anyOf ?? layer.oneOf;
    const values = inner?.map((branch) => valuesOf(branch, name, around));
    if (values !== undefined && values.every((list) => list !== undefined)) return values.flat();
  }
  if (!around.includes(name) && !layers.some(({ required = [] }) => required.includes(name))) return undefined;
  for (const { properties = {} } of layers) {
    const member = Object.hasOwn(properties, name) ? expand(properties[name] as Schema) : {};
    const values = member.const === undefined ? member.enum : [member.const];
    if (values !== undefined && values.every((value) => typeof value !== "object" || value === null)) return values;
  }
  return undefined;
}

/** The names of members that a branch describes, inner unions' included. */
function namesOf(node: Schema): string[] {
  return layersOf(node).flatMap(({ properties = {}, anyOf = [], oneOf = [] }) => [
    ...Object.keys(properties),
    ...[...anyOf, ...oneOf].flatMap(namesOf),
  ]);
}

/** Whether a branch takes objects alone, or null as well. */
const isObjectBranch = (node: Schema): boolean => {
  const types = typesLeft(node).filter((type) => type !== "null");
  if (types.length > 0) return types.length === 1 && types[0] === "object";
  return layersOf(node).some(({ anyOf, oneOf }) => (anyOf ?? oneOf)?.every(isObjectBranch) === true);
};

/**
 * Finds the member that tells the branches of a union apart: required in each, with a const or an enum that shares no
 * value with another branch's. A branch that is null needs none.
 * @param around members that the schema around the union requires
 * @returns undefined where there is none, or fewer than two branches are objects
 */
export function discriminatorOf(
  branches: readonly Schema[],
  around: readonly string[] = [],
): Discriminator | undefined {
  const objects = branches.filter((branch) => !isNull(branch));
  const [first] = objects;
  if (first === undefined || objects.length < 2 || !objects.every(isObjectBranch)) return undefined;
  for (const name of new Set(namesOf(first))) {
    const cases = objects.map((schema) => ({ schema, values: valuesOf(schema, name, around) }));
    if (!cases.every((one): one is Case => one.values !== undefined)) continue;
    const own = cases.map(({ schema, values }) => ({
      schema,
      values: values.filter((value, i) => values.findIndex((other) => isEqual(value, other)) === i),
    }));
    const all = own.flatMap(({ values }) => values);
    if (all.every((value, i) => all.findIndex((other) => isEqual(value, other)) === i)) return { name, cases: own };
  }
  return undefined;
}
