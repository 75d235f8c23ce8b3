import { type Choice, indent, render, type Statement } from "../../print/code.ts";
import { camelCase, memberOf } from "../../print/names.ts";
import { toPointer } from "../../json/json.ts";
import { allowsType } from "../../schema/keywords/any.ts";
import { type Discriminator, discriminatorOf, layersOf, typesLeft } from "../../schema/keywords/discriminator.ts";
import { requiredOf } from "../../schema/keywords/objects.ts";
import type { Printer, Value } from "../../schema/keywords/printer.ts";
import type { Schema } from "../../schema/schema.ts";
import { demandsOf, isTypeRow } from "./demands.ts";
import { testType } from "./types.ts";

const allTypes = ["string", "number", "boolean", "null", "array", "object"];

/** Conditions tried in their order: the first that holds has its body run. */
function firstOf(choices: readonly Choice[], otherwise: readonly Statement[]): readonly Statement[] {
  return choices
    .toReversed()
    .reduce<readonly Statement[]>(
      (rest, choice) => [{ ...choice, ...(rest.length === 0 ? {} : { otherwise: rest }) }],
      otherwise,
    );
}

/** The branch that a member's value names; where it names none, that is reported at the member. */
function byMember(
  { name, cases }: Discriminator,
  value: Value,
  otherwise: readonly Statement[],
  printer: Printer,
): Statement[] {
  const object = printer.local(`${value.name}Members`);
  const tag = printer.local(camelCase(name));
  const member: Value = { code: tag, pointer: [...value.pointer, toPointer([name])], name };
  const known = { enum: cases.flatMap(({ values }) => values) };
  const choices: Choice[] = [
    { when: `${tag} === undefined`, body: printer.fail(member, "required", {}) },
    ...cases.map(({ schema, values }) => ({
      when: values.map((one) => `${tag} === ${printer.literal(one)}`).join(" || "),
      body: printer.check(schema, value),
    })),
  ];
  const chosen = [
    `const ${tag} = ${memberOf(object, name, printer.helper)};`,
    ...firstOf(choices, printer.fail(member, "enum", known)),
  ];
  return [
    `const ${object} = ${printer.members(value.code)};`,
    { when: `${object} === undefined`, body: otherwise, otherwise: chosen },
  ];
}

/** Whether a branch says more than a type and constants: only then can it be said what is wrong with a value of its type. */
function isDetailed(branch: Schema): boolean {
  return layersOf(branch).some((layer) =>
    demandsOf(layer).some((one) => !isTypeRow(one) && one.row.shows === undefined),
  );
}

/** Each branch's issues in a list of its own; the shortest is reported. */
function fewestOf(branches: readonly Schema[], value: Value, printer: Printer): Statement[] {
  const functions = branches.flatMap((branch) => [
    "(report) => {",
    ...indent(render(printer.check(branch, value))),
    "},",
  ]);
  return [`${printer.helper("fewest")}(report, [`, ...indent(functions), "]);"];
}

/** The branches that a value's type fits, with the fewest issues. */
function byType(
  branches: readonly Schema[],
  value: Value,
  otherwise: readonly Statement[],
  printer: Printer,
): readonly Statement[] {
  const detailed = branches.filter(isDetailed);
  if (detailed.length === 0) return otherwise;
  const groups = new Map<string, { readonly types: string[]; readonly fitting: readonly Schema[] }>();
  const named = new Set(detailed.flatMap(typesLeft));
  // A branch without a type fits values of all.
  const hasOpen = detailed.some((branch) => typesLeft(branch).length === 0);
  for (const type of hasOpen ? new Set([...named, ...allTypes]) : named) {
    const fitting = detailed.filter((branch) => typesLeft(branch).length === 0 || allowsType(typesLeft(branch), type));
    const id = fitting.map((branch) => branches.indexOf(branch)).join();
    const group = groups.get(id) ?? { types: [], fitting };
    group.types.push(type);
    groups.set(id, group);
  }
  const choices = [...groups.values()].map(({ types, fitting }): Choice => {
    const body = fitting.length === 1 ? printer.check(fitting[0] as Schema, value) : fewestOf(fitting, value, printer);
    return { when: types.map((type) => testType(type, value.code, printer.helper)[0]).join(" || "), body };
  });
  return firstOf(choices, otherwise);
}

/**
 * Explains a value by the branch of several that it was meant for, where none accepts it: the one that a discriminating
 * member names, else the one whose type fits, with the fewest issues.
 * @param otherwise what is reported where no branch is near
 * @param around the schema whose branches they are
 */
export function printNearest(
  branches: readonly Schema[],
  value: Value,
  otherwise: readonly Statement[],
  around: Schema,
  printer: Printer,
): Statement[] {
  const discriminator = discriminatorOf(branches, requiredOf(around));
  return [
    ...(discriminator === undefined
      ? byType(branches, value, otherwise, printer)
      : byMember(discriminator, value, otherwise, printer)),
  ];
}
