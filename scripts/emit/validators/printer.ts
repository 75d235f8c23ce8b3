import { type Choice, type Statement, and } from "../../print/code.ts";
import { freshName } from "../../print/names.ts";
import { kindOfType, typesOf } from "../../schema/keywords/any.ts";
import { callsOf } from "../../schema/keywords/calls.ts";
import type { Kind } from "../../schema/keywords/keyword.ts";
import type { Printer, Value } from "../../schema/keywords/printer.ts";
import type { Schema } from "../../schema/schema.ts";
import { type Asked, demandsOf, isReadOnce, isTypeRow, refusesUndefined } from "./demands.ts";
import { createCalls } from "./calls.ts";
import type { Draft } from "./draft.ts";
import { printFits } from "./fits.ts";
import { printNearest } from "./nearest.ts";
import { pointerCode } from "./pointer.ts";
import { createRefusals } from "./refusals.ts";
import { testType } from "./types.ts";

/**
 * Makes what prints one function.
 * @param draft the module that the function stands in
 * @param isExplaining whether it tells of every broken keyword, or ends at the first
 * @param names names of variables that are taken in the function
 */
export function createPrinter(draft: Draft, isExplaining: boolean, names: Set<string> = new Set(draft.taken)): Printer {
  const local = (name: string): string => freshName(name, names);

  const block = (print: () => Statement[]): Statement[] => {
    const outside = new Set(names);
    const statements = print();
    for (const name of names) if (!outside.has(name)) names.delete(name);
    return statements;
  };

  const { named, callDefinition } = createCalls(draft, isExplaining, local);
  const { fail, refuse, chain } = createRefusals(draft, isExplaining);

  /** The statements of keywords that speak of one kind, or of any. */
  const demand = (asked: readonly Asked[], value: Value, schema: Schema): Statement[] => {
    const structural = asked.flatMap(({ row, limit }) => [...(row.print?.(limit, schema, value, printer) ?? [])]);
    return [...chain(asked, value, schema), ...structural];
  };

  /** Statements about an object's members, behind the test that it is one; `before` come ahead of those of bases. */
  const members = (
    asked: readonly Asked[],
    value: Value,
    schema: Schema,
    missed: Statement[],
    before: readonly Statement[],
  ): Statement[] => {
    const bases = callsOf(schema).filter(isBase);
    if (value.isMembers)
      return [...demand(asked, value, schema), ...before, ...bases.flatMap((one) => callDefinition(one, value))];
    const code = local(value.name === value.code ? `${value.name}Members` : value.name);
    const view: Value = { ...value, code, isMembers: true };
    const inside = [...demand(asked, view, schema), ...before, ...bases.flatMap((one) => callDefinition(one, view))];
    const declaration = `const ${code} = ${draft.helper("membersOf")}(${value.code});`;
    if (missed.length === 0)
      return inside.length === 0 ? [] : [declaration, { when: `${code} !== undefined`, body: inside }];
    return [declaration, ...refuse(`${code} === undefined`, missed, inside)];
  };

  /** What is demanded of a value of any of several types, or of any type. */
  const dispatch = (types: readonly string[], asked: readonly Asked[], value: Value, schema: Schema): Statement[] => {
    const of = (kind: Kind): Asked[] => asked.filter(({ row }) => row.of === kind);
    const kinds = (["string", "number", "array", "object"] as const).filter((kind) => of(kind).length > 0);
    const tested = types.length > 0 ? types : kinds;
    const missed = types.length > 0 ? fail(value, "type", schema) : [];
    const free = tested.filter((type) => !kinds.includes(kindOfType[type] as Kind));
    const none = free.map((type) => testType(type, value.code, draft.helper)[1]);
    const build = (rest: readonly Kind[]): Statement[] => {
      const [kind, ...others] = rest;
      if (kind === undefined)
        return none.length > 0 && missed.length > 0 ? [{ when: and(...none), body: missed }] : missed;
      if (kind === "object") {
        const body = members(of(kind), value, schema, missed, []);
        return none.length > 0 ? [{ when: and(...none), body }] : body;
      }
      // Every integer is a number.
      const type = tested.includes(kind) ? kind : tested.find((one) => kindOfType[one] === kind);
      const [is] = testType(type ?? kind, value.code, draft.helper);
      const otherwise = build(others);
      return [
        {
          when: is,
          body: demand(of(kind), value, schema),
          ...(otherwise.length === 0 ? {} : { otherwise }),
        } satisfies Choice,
      ];
    };
    return build(kinds);
  };

  /** The definitions that a value is held to as well. */
  const calls = (schema: Schema, value: Value): Statement[] =>
    callsOf(schema)
      .filter((one) => !isBase(one))
      .flatMap((one) => printer.check(one, value));
  const isBase = ({ ref }: Schema): boolean => ref !== undefined && draft.takesMembers(ref);

  const check = (schema: Schema, given: Value): Statement[] => {
    if (schema.ref !== undefined) return callDefinition(schema, given);
    const asked = demandsOf(schema);
    const decisive = asked.filter(({ row }) => row.decides);
    if (decisive.length > 0) return chain(decisive, given, schema);
    const hasBase = callsOf(schema).some(isBase);
    const types = hasBase ? ["object"] : typesOf(schema);
    const any = asked.filter((one) => one.row.of === "any" && !isTypeRow(one));
    // Where a base is called, the value is an object, whatever other types the schema has.
    const spoken = asked.filter(({ row }) => (hasBase ? row.of === "object" : row.of !== "any"));
    const isAlone = any.length === 0 && callsOf(schema).length === 0;
    // An object's members are read through a view of those that it has itself, which takes the value's name.
    const isView = types.length === 1 && types[0] === "object" && (spoken.length > 0 || hasBase);
    const [lines, value] =
      isReadOnce(schema) || (isView && isAlone)
        ? [[], given]
        : named(given, isView ? `${given.name}Value` : given.name);
    const [type = ""] = types;
    const rest = demand(any, value, schema);
    if (types.length !== 1)
      return [...lines, ...dispatch(types, spoken, value, schema), ...rest, ...calls(schema, value)];
    if (isView)
      return [
        ...lines,
        ...members(spoken, value, schema, fail(value, "type", { type: "object" }), rest),
        ...calls(schema, value),
      ];
    const own = spoken.filter(({ row }) => row.of === kindOfType[type]);
    const inside = any.length === 0 ? demand(own, value, schema) : [...rest, ...demand(own, value, schema)];
    return [
      ...lines,
      ...refuse(testType(type, value.code, draft.helper)[1], fail(value, "type", schema), inside),
      ...calls(schema, value),
    ];
  };

  const root = (schema: Schema, value: Value): Statement[] => {
    const code = local(value.name);
    const inside = check(schema, { ...value, code, isMembers: true });
    return [
      `const ${code} = ${draft.helper("payloadMembers")}(${value.code});`,
      ...refuse(`${code} === undefined`, fail(value, "type", { type: "object" }), inside),
    ];
  };

  const printer: Printer = {
    ...draft,
    isExplaining,
    local,
    block,
    once: named,
    fail,
    check,
    root,
    pointer: (value) => pointerCode(value.pointer),
    members: (value) => `${draft.helper("membersOf")}(${value})`,
    fits: (schema, value) => printFits(schema, value, draft),
    nearest: (branches, value, otherwise, schema) => printNearest(branches, value, otherwise, schema, printer),
    refusesUndefined,
  };
  return printer;
}
