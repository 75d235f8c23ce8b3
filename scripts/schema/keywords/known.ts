import type { Json } from "../../json/json.ts";
import { remembered } from "../../remembered.ts";
import { accepts } from "../evaluate.ts";
import { isNever } from "../never.ts";
import type { Schema } from "../schema.ts";

/** What is known of a value that is not there yet, for proofs that schemas accept it or refuse it. */
export interface Known {
  /** Its type; that of a number with a fraction is "number". */
  readonly type: string;
  /** Schemas that all accept it, taken apart: none is a reference, and none has `allOf`. */
  readonly layers: readonly Schema[];
  /** Whether members that no layer describes count as absent. */
  readonly assumesAbsent: boolean;
  /** Whether a schema accepts the value for certain, where further ones accept it as well. */
  readonly fits: (schema: Schema, ...more: readonly Schema[]) => boolean;
  /** Whether a schema refuses the value for certain. */
  readonly misfits: (schema: Schema) => boolean;
  /** Whether a part of it, which all of several schemas accept, is accepted by another for certain. */
  readonly partFits: (key: string | number, layers: readonly Schema[], schema: Schema) => boolean;
  /** Whether no value at all is accepted by all of several schemas, for certain. */
  readonly isImpossible: (layers: readonly Schema[]) => boolean;
}

/** Whether one of the layers refuses a value. */
export function refuses({ layers }: Pick<Known, "layers">, value: Json): boolean {
  return layers.some((layer) => !accepts(layer, value));
}

/** The reverse of a schema; the same object each time, so that proofs meet it again. */
export const negated: (schema: Schema) => Schema = remembered((schema: Schema): Schema => ({ not: schema }));

/** The values of a keyword in the layers that have it. */
export function limitsIn<Name extends string & keyof Schema>(
  { layers }: Pick<Known, "layers">,
  name: Name,
): NonNullable<Schema[Name]>[] {
  return layers.flatMap((layer) => {
    const limit = layer[name];
    return limit === undefined || limit === null ? [] : [limit];
  });
}

/** Whether a test holds of all; each is asked, so that what does not hold is remembered of each. */
export function areAll<T>(all: readonly T[], holds: (one: T) => boolean): boolean {
  return all.filter((one) => !holds(one)).length === 0;
}

/** Whether several schemas accept nothing, as can be seen at once. */
export function areNever(layers: readonly Schema[]): boolean {
  return layers.some(isNever);
}
