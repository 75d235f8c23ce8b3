import type { Json } from "../../json/json.ts";
import type { Statement } from "../../print/code.ts";
import { remembered } from "../../remembered.ts";
import { expand } from "../expand.ts";
import type { Schema } from "../schema.ts";
import { discriminatorOf } from "./discriminator.ts";
import { areDisjoint } from "./disjoint.ts";
import { apart, type Assertion, assertion } from "./keyword.ts";
import { isRequired, schemasOfMember } from "./members.ts";
import { type Known, limitsIn, negated } from "./known.ts";
import type { Sampling, Step } from "./sampling.ts";
import type { Printer, Value } from "./printer.ts";
import { enumeration, noun, orList } from "./words.ts";

type Branches = readonly Schema[];
type Union = Assertion<Branches>;

/** The values that a branch lists; [] where it says what it wants in another way. */
const listedBy = (branch: Schema): readonly Json[] => {
  const { const: value, enum: values = [] } = expand(branch);
  return value === undefined ? values : [value];
};

/** What the branches want, a noun each; the values that several list are reported together. */
function nouns(branches: Branches): string[] {
  const all = branches.flatMap(listedBy);
  return [...new Set(branches.map((branch) => (listedBy(branch).length > 0 ? enumeration(all) : noun(branch))))];
}

const choices = (branches: Branches): string => orList(nouns(branches));

/** The sentence for a value of which exactly one of several branches has to accept it. */
function exactly(branches: Branches): string {
  const [only = "", ...rest] = nouns(branches);
  return rest.length === 0
    ? `must be ${only} of exactly one of ${branches.length} kinds`
    : `must be exactly one of ${choices(branches)}`;
}

/** Each branch is tried with a value of its own. */
const steps = (branches: Branches, { sample }: Sampling): Step[] =>
  branches.map((schema) => ({ what: "branch", value: sample(schema), schema }));

const refusesUndefined: Union["refusesUndefined"] = (branches, refuses) => branches.every(refuses);

/** Statements for a value that no branch accepts. */
function printNone(keyword: string, branches: Branches, schema: Schema, value: Value, printer: Printer): Statement[] {
  return printer.isExplaining
    ? printer.nearest(branches, value, printer.fail(value, keyword, schema), schema)
    : printer.fail(value, keyword, schema);
}

function printAny(keyword: string, branches: Branches, schema: Schema, value: Value, printer: Printer): Statement[] {
  const when = branches.map((branch) => printer.fits(branch, value)[1]).join(" && ");
  return [{ when, body: printNone(keyword, branches, schema, value, printer), isSlow: true }];
}

export const anyOf: Union = assertion<Branches, "any">({
  of: "any",
  topic: "branches",
  inside: "list",
  applies: "here",
  isUnion: true,
  refusesUndefined,
  holds: (value, branches, _, accepts) => branches.some((branch) => accepts(branch, value)),
  implied: (branches, known) => branches.some((branch) => known.fits(branch)) || fitsByMember(branches, known),
  excluded: (branches, known) => branches.every((branch) => known.misfits(branch)),
  cases: (branches) => branches,
  print: (branches, schema, value, printer) => printAny("anyOf", branches, schema, value, printer),
  expected: (branches) => `must be ${choices(branches)}`,
  both: () => apart,
  edges: () => [],
  steps,
});

/** What a member that leads to the branches of a union says of an object, the same objects each time. */
const leadsOf = remembered((branches: Branches) => {
  const discriminator = discriminatorOf(branches.map(expand));
  if (discriminator === undefined) return undefined;
  const { name, cases } = discriminator;
  return {
    name,
    all: { enum: cases.flatMap(({ values }) => values) } satisfies Schema,
    cases: cases.map(({ schema, values }) => ({ schema, lead: { properties: { [name]: { enum: values } } } })),
  };
});

/** Whether an object fits the branch that a member of it leads to, whatever the member's value is. */
function fitsByMember(branches: Branches, known: Known): boolean {
  const leads = known.type === "object" ? leadsOf(branches) : undefined;
  return (
    leads !== undefined &&
    isRequired(leads.name, known) &&
    known.isImpossible([...schemasOfMember(leads.name, known), negated(leads.all)]) &&
    leads.cases.every(({ schema, lead }) => known.fits(schema, lead))
  );
}

/** Whether each of several schemas has a partner that accepts the same. */
function areAlike(all: Branches, others: Branches, known: Known): boolean {
  if (all.length !== others.length) return false;
  const isIn = (a: Schema, b: Schema): boolean => known.isImpossible([a, negated(b)]);
  const left = [...others];
  return all.every((one) => {
    const at = left.findIndex((other) => isIn(one, other) && isIn(other, one));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

export const oneOf: Union = assertion<Branches, "any">({
  of: "any",
  topic: "branches",
  inside: "list",
  applies: "here",
  isUnion: true,
  refusesUndefined,
  holds: (value, branches, _, accepts) => branches.filter((branch) => accepts(branch, value)).length === 1,
  implied: (branches, known) => {
    if (limitsIn(known, "oneOf").some((own) => areAlike(own, branches, known))) return true;
    if (areDisjoint(branches.map(expand)))
      return branches.some((branch) => known.fits(branch)) || fitsByMember(branches, known);
    const fitting = branches.filter((branch) => known.fits(branch));
    return fitting.length === 1 && branches.every((branch) => branch === fitting[0] || known.misfits(branch));
  },
  excluded: (branches, known) => branches.every((branch) => known.misfits(branch)),
  cases: (branches) =>
    areDisjoint(branches.map(expand))
      ? branches
      : branches.map((branch) => ({ allOf: [branch], not: { anyOf: branches.filter((other) => other !== branch) } })),
  print: (branches, schema, value, printer) => {
    // No value fits two of these: the first that accepts is the only one.
    if (areDisjoint(branches.map(expand))) return printAny("oneOf", branches, schema, value, printer);
    const sum = branches.map((branch) => `Number(${printer.fits(branch, value)[0]})`).join(" + ");
    if (!printer.isExplaining) return [{ when: `${sum} !== 1`, body: printer.fail(value, "oneOf", schema) }];
    const count = printer.local("count");
    const many: Statement = { when: `${count} > 1`, body: printer.fail(value, "oneOf", schema) };
    return [
      `const ${count} = ${sum};`,
      { ...many, otherwise: [{ when: `${count} === 0`, body: printNone("oneOf", branches, schema, value, printer) }] },
    ];
  },
  expected: (branches) => (areDisjoint(branches.map(expand)) ? `must be ${choices(branches)}` : exactly(branches)),
  both: () => apart,
  edges: () => [],
  steps,
});
