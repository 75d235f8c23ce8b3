import { indent, render, withVerdict } from "../../print/code.ts";
import { camelCase, freshName } from "../../print/names.ts";
import { withArticle } from "../../schema/keywords/words.ts";
import type { Value } from "../../schema/keywords/printer.ts";
import { isRepeated } from "../../schema/repetition.ts";
import type { Definition } from "../../schema/schema.ts";
import { type Draft, functionName } from "./draft.ts";
import { createPrinter } from "./printer.ts";

/** What the functions of a definition are called, and where their value stands. */
export interface Naming {
  readonly accepts: string;
  readonly explain: string;
  /** The name of the value in messages. */
  readonly value: string;
  /** Whether the value is an entire payload; otherwise its pointer is a parameter. */
  readonly isRoot: boolean;
}

/** The names for a definition that others call. */
export function sharedNaming(definition: Definition): Naming {
  return {
    accepts: functionName("accepts", definition),
    explain: functionName("explain", definition),
    value: camelCase(definition.name),
    isRoot: false,
  };
}

/** The names for an event. */
export const eventNaming: Naming = { accepts: "accepts", explain: "explain", value: "event", isRoot: true };

/**
 * Prints the two functions of a definition.
 * @param draft the module that they stand in
 * @returns `accepts`, which stops at the first broken keyword, and `explain`, which reports each; as code. Where many branches
 * lead to one value, `accepts` remembers what a third function says
 */
export function printFunctions(definition: Definition, draft: Draft, naming: Naming): string[] {
  const { name, composed } = definition;
  const isMembers = draft.takesMembers(definition);
  const parameter = isMembers ? freshName(naming.value, new Set(draft.taken)) : "value";
  const value: Value = {
    code: parameter,
    pointer: naming.isRoot ? [] : [{ code: "pointer" }],
    name: naming.value,
    ...(isMembers ? { isMembers } : {}),
  };
  const isRemembered = !naming.isRoot && isRepeated(definition);
  const body = (isExplaining: boolean): string => {
    const printer = createPrinter(draft, isExplaining, new Set([...draft.taken, parameter]));
    const statements = naming.isRoot ? printer.root(composed, value) : printer.check(composed, value);
    const limit = isRemembered && isExplaining ? [`if (!${draft.helper("mayExplain")}()) return;`] : [];
    return indent(render(isExplaining ? [...limit, ...statements] : withVerdict(statements))).join("\n");
  };
  // First for the names of constants and imports, which no variable may take: until there are no new ones.
  for (let before = -1; before !== draft.taken.size;) {
    before = draft.taken.size;
    body(false);
    body(true);
  }
  draft.startOver();
  const parameters = naming.isRoot ? `${parameter}, report` : `${parameter}, pointer, report`;
  const what = isMembers ? "an object" : "a value";
  const test = `/** Whether ${what} is ${withArticle(name)}; stops at the first broken rule. */\nfunction `;
  const tested = isRemembered ? `test${name}` : naming.accepts;
  return [
    ...(isRemembered ? [remembering(naming, tested, draft)] : []),
    `${test}${tested}(${parameter}) {\n${body(false)}\n}`,
    `/** Reports every broken rule of ${what} that \`${naming.accepts}\` refused. */\nfunction ${naming.explain}(${parameters}) {\n${body(true)}\n}`,
  ];
}

/** The function that remembers the verdicts of another. */
function remembering({ accepts, value }: Naming, tested: string, draft: Draft): string {
  const verdicts = draft.constant(`${value}Verdicts`, "new WeakMap()");
  const body = `return ${draft.helper("remember")}(${verdicts}, value, ${tested});`;
  return `/** What \`${tested}\` says, which is asked once: many branches can lead to one value. */\nfunction ${accepts}(value) {\n  ${body}\n}`;
}
