import type { Statement } from "../../print/code.ts";
import type { Value } from "../../schema/keywords/printer.ts";
import type { Schema } from "../../schema/schema.ts";
import { sentence } from "../../schema/sentence.ts";
import type { Asked } from "./demands.ts";
import type { Draft } from "./draft.ts";
import { pointerCode } from "./pointer.ts";

/** Prints what a function does with a value that breaks a keyword. */
export interface Refusals {
  /** The statement that refuses the value: `return false`, or a report of the issue. */
  readonly fail: (value: Value, keyword: string, schema: Schema) => Statement[];
  /** A condition under which a keyword is broken; `rest` is looked at where it is not. */
  readonly refuse: (when: string, failed: Statement[], rest: readonly Statement[], isSlow?: boolean) => Statement[];
  /** Keywords about the value itself, one after the other: of a member's issues the first is reported. */
  readonly chain: (asked: readonly Asked[], value: Value, schema: Schema) => Statement[];
}

/**
 * Makes the refusals of one function.
 * @param isExplaining whether it reports every broken keyword, or ends at the first
 */
export function createRefusals(draft: Draft, isExplaining: boolean): Refusals {
  const fail = (value: Value, keyword: string, schema: Schema): Statement[] =>
    isExplaining
      ? [`report(${pointerCode(value.pointer)}, "${keyword}", ${draft.text(sentence(keyword, schema))});`]
      : ["return false;"];

  const refuse = (when: string, failed: Statement[], rest: readonly Statement[], isSlow = false): Statement[] => {
    // What returns needs no else.
    if (!isExplaining) return [{ when, body: failed, ...(isSlow ? { isSlow } : {}) }, ...rest];
    return [{ when, body: failed, ...(rest.length === 0 ? {} : { otherwise: rest }) }];
  };

  const chain = (asked: readonly Asked[], value: Value, schema: Schema): Statement[] =>
    asked.toReversed().reduce<Statement[]>((rest, { keyword, row, limit }) => {
      const when = row.broken?.(value.code, limit, draft) ?? "";
      return when === "" ? rest : refuse(when, fail(value, keyword, schema), rest, row.isSlow);
    }, []);

  return { fail, refuse, chain };
}
