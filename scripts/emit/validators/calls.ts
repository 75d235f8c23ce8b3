import type { Statement } from "../../print/code.ts";
import type { Value } from "../../schema/keywords/printer.ts";
import type { Schema } from "../../schema/schema.ts";
import type { Draft } from "./draft.ts";
import { pointerCode } from "./pointer.ts";

/** Prints calls of other definitions' functions. */
export interface Calls {
  /** A value in a variable of its own, unless it is in one already: the declaration, and the value. */
  readonly named: (value: Value, wanted?: string) => [Statement[], Value];
  /** A call of the function of the definition that a schema names. */
  readonly callDefinition: (schema: Schema, value: Value) => Statement[];
}

/**
 * Makes the calls of one function.
 * @param isExplaining whether it calls `explain`, or `accepts`
 * @param local gives the name of a new variable
 */
export function createCalls(draft: Draft, isExplaining: boolean, local: (name: string) => string): Calls {
  const named = (value: Value, wanted = value.name): [Statement[], Value] => {
    // What is explained is wrong already: there a member may be read twice.
    if ((isExplaining ? /^[A-Za-z]\w*(?:\.\w+)*$/ : /^[A-Za-z]\w*$/).test(value.code)) return [[], value];
    const code = local(wanted);
    return [[`const ${code} = ${value.code};`], { ...value, code }];
  };

  const callDefinition = ({ ref }: Schema, given: Value): Statement[] => {
    if (ref === undefined) return [];
    const accepts = draft.call(ref, "accepts");
    if (!isExplaining) return [{ when: `!${accepts}(${given.code})`, body: ["return false;"], isSlow: true }];
    const explain = draft.call(ref, "explain");
    // In a list a pointer is made for what is wrong only.
    const isMany = given.pointer.some((piece) => typeof piece !== "string" && piece.code !== "pointer");
    if (!isMany) return [`${explain}(${given.code}, ${pointerCode(given.pointer)}, report);`];
    const [lines, value] = named(given);
    return [
      ...lines,
      {
        when: `!${accepts}(${value.code})`,
        body: [`${explain}(${value.code}, ${pointerCode(value.pointer)}, report);`],
      },
    ];
  };

  return { named, callDefinition };
}
