import { isObject, type Json, toPointer } from "../../json/json.ts";
import { toJson } from "../../json/text.ts";
import type { Statement } from "../../print/code.ts";
import { memberOf } from "../../print/names.ts";
import type { Schema } from "../schema.ts";
import { type Assertion, assertion } from "./keyword.ts";
import type { Sampling } from "./sampling.ts";
import { type Known, limitsIn, negated } from "./known.ts";
import { bothMaps } from "./maps.ts";
import { isRequired, schemasOfMember } from "./members.ts";
import { withMembers } from "./objects.ts";
import { orList } from "./words.ts";

/** A schema without its condition, with the schemas that hold in one case of it. */
function inCase({ schema, merge }: Sampling, ...also: (Schema | undefined)[]): Schema {
  const { if: _, then: __, else: ___, ...rest } = schema;
  return also.reduce<Schema>((base, own) => (own === undefined ? base : merge(base, own)), rest);
}

export { condition as if };
const condition: Assertion<Schema> = assertion<Schema, "any">({
  of: "any",
  inside: "schema",
  applies: "here",
  also: (value, limit, { then: met, else: unmet }, accepts) => {
    const chosen = accepts(limit, value) ? met : unmet;
    return chosen === undefined ? [] : [chosen];
  },
  implied: (limit, known, { then: met, else: unmet }) =>
    (met === undefined || known.misfits(limit) || known.fits(met, limit)) &&
    (unmet === undefined || known.fits(limit) || known.fits(unmet, negated(limit))),
  cases: (limit, { then: met = {}, else: unmet = {} }) => [{ allOf: [limit, met] }, { allOf: [negated(limit), unmet] }],
  print: (limit, schema, value, printer) => {
    const inside = (own: Schema | undefined): Statement[] =>
      own === undefined ? [] : printer.block(() => printer.check(own, value));
    const [yes, no] = printer.fits(limit, value);
    if (yes === "true") return schema.then === undefined ? [] : printer.check(schema.then, value);
    const [met, unmet] = [inside(schema.then), inside(schema.else)];
    if (met.length === 0) return unmet.length === 0 ? [] : [{ when: no, body: unmet, isSlow: true }];
    return [{ when: yes, body: met, ...(unmet.length === 0 ? {} : { otherwise: unmet }), isSlow: true }];
  },
  expected: () => "must satisfy the condition of the schema",
  edges: () => [],
  steps: (limit, sampling) => {
    const { then: met, else: unmet } = sampling.schema;
    const inside = sampling.sample(inCase(sampling, limit, met));
    const outside = sampling.sample(inCase(sampling, { not: limit }, unmet));
    return [
      { what: "condition", value: inside, schema: limit },
      ...(met === undefined ? [] : [{ value: inside, schema: met }]),
      { what: "no condition", value: outside, schema: unmet ?? {} },
    ];
  },
});

/** A branch of a condition: `if` reads it. */
const branch: Assertion<Schema> = assertion<Schema, "any">({
  of: "any",
  inside: "schema",
  applies: "here",
  isRead: true,
  implied: () => true,
  holds: () => true,
  print: () => [],
  expected: () => "must satisfy the condition of the schema",
  edges: () => [],
});

export { branch as then, branch as else };

const has = (value: Json, name: string): boolean => isObject(value) && Object.hasOwn(value, name);

export const dependentRequired: Assertion<Readonly<Record<string, readonly string[]>>> = assertion<
  Readonly<Record<string, readonly string[]>>,
  "object"
>({
  of: "object",
  implied: (limit, known) =>
    Object.entries(limit).every(
      ([name, needed]) =>
        known.isImpossible(schemasOfMember(name, known)) ||
        needed.every(
          (other) =>
            isRequired(other, known) ||
            limitsIn(known, "dependentRequired").some((own) => Object.hasOwn(own, name) && own[name]?.includes(other)),
        ),
    ),
  missing: (value, limit) => [
    ...new Set(
      Object.entries(limit).flatMap(([name, needed]) =>
        Object.hasOwn(value, name) ? needed.filter((other) => !Object.hasOwn(value, other)) : [],
      ),
    ),
  ],
  print: (limit, _, value, printer) =>
    Object.entries(limit).flatMap(([name, needed]): Statement[] => {
      const body = needed.map((other): Statement => {
        const code = memberOf(value.code, other, printer.helper);
        const member = { code, pointer: [...value.pointer, toPointer([other])], name: other };
        const about = { dependentRequired: { [name]: [other] } };
        return { when: `${member.code} === undefined`, body: printer.fail(member, "dependentRequired", about) };
      });
      return body.length === 0 ? [] : [{ when: `${memberOf(value.code, name, printer.helper)} !== undefined`, body }];
    }),
  expected: (limit) => {
    const names = Object.keys(limit).map((name) => toJson(name));
    return names.length === 0 ? "must be present" : `must be present where ${orList(names)} is`;
  },
  both: (a, b) => {
    const names = new Set([...Object.keys(a), ...Object.keys(b)]);
    const own = (limit: typeof a, name: string): readonly string[] =>
      Object.hasOwn(limit, name) ? (limit[name] ?? []) : [];
    return Object.fromEntries([...names].map((name) => [name, [...new Set([...own(a, name), ...own(b, name)])]]));
  },
  edges: (limit, sampling) =>
    Object.entries(limit).flatMap(([name, needed]) => {
      const full = withMembers([name, ...needed], sampling);
      const lacking = needed.map((other) => Object.fromEntries(Object.entries(full).filter(([key]) => key !== other)));
      return [full, ...lacking];
    }),
});

/** A schema of objects that have a member; the same object each time, so that proofs meet it again. */
const requirements = new Map<string, Schema>();
function requiring(name: string): Schema {
  const schema = requirements.get(name) ?? { required: [name] };
  requirements.set(name, schema);
  return schema;
}

/** What layers ask of an object beside a member. */
function dependentOn(name: string, known: Known): Schema[] {
  return limitsIn(known, "dependentSchemas").flatMap((own) => (Object.hasOwn(own, name) ? [own[name] as Schema] : []));
}

function withoutDependents(schema: Schema): Schema {
  const { dependentSchemas: _, ...rest } = schema;
  return rest;
}

export const dependentSchemas: Assertion<Readonly<Record<string, Schema>>> = assertion<
  Readonly<Record<string, Schema>>,
  "object"
>({
  of: "object",
  inside: "map",
  applies: "here",
  implied: (limit, known) =>
    Object.entries(limit).every(
      ([name, schema]) =>
        known.isImpossible(schemasOfMember(name, known)) ||
        known.fits(schema, requiring(name), ...dependentOn(name, known)),
    ),
  also: (value, limit) => Object.entries(limit).flatMap(([name, schema]) => (has(value, name) ? [schema] : [])),
  print: (limit, _, value, printer) =>
    Object.entries(limit).flatMap(([name, schema]): Statement[] => {
      const body = printer.block(() => printer.check(schema, value));
      const when = `${memberOf(value.code, name, printer.helper)} !== undefined`;
      return body.length === 0 ? [] : [{ when, body, isSlow: true }];
    }),
  expected: () => "must satisfy what the schema asks beside one of its members",
  both: bothMaps,
  // Without the member nothing is asked.
  edges: (_, { schema, sample }) => [sample(withoutDependents(schema))],
  steps: (limit, { schema: around, merge, sample }) => {
    const rest = withoutDependents(around);
    return [
      ...Object.entries(limit).map(([name, schema]) => ({
        what: "dependent schema",
        value: sample(merge(merge(rest, schema), { type: "object", required: [name] })),
        schema,
      })),
      // What both say of a member shows without the member that asks for it.
      { value: sample(rest), schema: rest },
    ];
  },
});
