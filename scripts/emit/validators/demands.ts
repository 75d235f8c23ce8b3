import { isAssertion, rows } from "../../schema/keywords.ts";
import { type as typeRow, typesOf } from "../../schema/keywords/any.ts";
import { callsOf } from "../../schema/keywords/calls.ts";
import type { Assertion } from "../../schema/keywords/keyword.ts";
import type { Schema } from "../../schema/schema.ts";

/** A keyword of a schema, with its row and its value. */
export interface Asked {
  readonly keyword: string;
  readonly row: Assertion<never>;
  readonly limit: never;
}

/** Whether a keyword is the one that names types: its code is that of the printer. */
export function isTypeRow({ row }: Asked): boolean {
  return row === (typeRow as unknown);
}

/** The demands of a schema, in the order of the table. */
export function demandsOf(schema: Schema): Asked[] {
  return [...rows].flatMap(([keyword, row]): Asked[] => {
    const limit = schema[keyword];
    return limit === undefined || !isAssertion(row) ? [] : [{ keyword, row, limit: limit as never }];
  });
}

/** Whether a value is held to a schema by one expression that reads it once. */
export function isReadOnce(schema: Schema): boolean {
  const asked = demandsOf(schema);
  const [only, ...rest] = asked;
  if (asked.some(({ row }) => row.decides)) return true;
  return (
    rest.length === 0 &&
    callsOf(schema).length === 0 &&
    (only === undefined || (isTypeRow(only) && typesOf(schema).length === 1))
  );
}

/** Whether the printed code of a schema refuses undefined, so that a member which is missing needs no test of its own. */
export function refusesUndefined(schema: Schema): boolean {
  if (schema.ref !== undefined) return refusesUndefined(schema.ref.composed);
  const isRefused = demandsOf(schema).some(
    ({ row, limit }) => row.refusesUndefined?.(limit, refusesUndefined) === true,
  );
  return isRefused || callsOf(schema).some(refusesUndefined);
}
