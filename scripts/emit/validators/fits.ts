import { indent, render, reversed, withVerdict } from "../../print/code.ts";
import { typesOf } from "../../schema/keywords/any.ts";
import { callsOf } from "../../schema/keywords/calls.ts";
import type { Value } from "../../schema/keywords/printer.ts";
import type { Schema } from "../../schema/schema.ts";
import { demandsOf, isTypeRow } from "./demands.ts";
import type { Draft } from "./draft.ts";
import { createPrinter } from "./printer.ts";
import { testType } from "./types.ts";

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The noun for a branch in a message: its title, or its type. */
function branchName(schema: Schema): string {
  const [type = "branch"] = typesOf(schema);
  return upperFirst(schema.title !== undefined && /^\w+$/.test(schema.title) ? schema.title : type);
}

/**
 * Whether a value fits a schema, as an expression: a type or a constant is compared, a definition is called, and for all
 * else the module gets a function.
 * @returns the expression, and its reverse
 */
export function printFits(schema: Schema, value: Value, draft: Draft): readonly [yes: string, no: string] {
  if (schema.ref !== undefined) {
    const call = `${draft.call(schema.ref, "accepts")}(${value.code})`;
    return [call, `!${call}`];
  }
  const asked = demandsOf(schema);
  const [only] = asked;
  const decisive = asked.find(({ row }) => row.decides) ?? (asked.length === 1 ? only : undefined);
  const isAlone = callsOf(schema).length === 0;
  if (decisive?.row.broken !== undefined && decisive.row.of === "any" && isAlone) {
    const no = decisive.row.broken(value.code, decisive.limit, draft);
    return [reversed(no) ?? `!(${no})`, no];
  }
  if (asked.length === 1 && only !== undefined && isTypeRow(only) && isAlone) {
    const tests = typesOf(schema).map((type) => testType(type, value.code, draft.helper));
    return [tests.map(([is]) => is).join(" || "), tests.map(([, isNot]) => isNot).join(" && ")];
  }
  if (asked.length === 0 && isAlone) return ["true", "false"];
  const printer = createPrinter(draft, false);
  const body = withVerdict(printer.check(schema, { code: "value", pointer: [{ code: "pointer" }], name: "members" }));
  const name = draft.constant(
    `${value.name}As${branchName(schema)}`,
    `(value) => {\n${indent(render(body)).join("\n")}\n}`,
  );
  return [`${name}(${value.code})`, `!${name}(${value.code})`];
}
