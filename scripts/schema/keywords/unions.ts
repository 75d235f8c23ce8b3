import type { Json } from "../../json/json.ts";
import type { Statement } from "../../print/code.ts";
import { expand } from "../expand.ts";
import type { Schema } from "../schema.ts";
import { areDisjoint } from "./disjoint.ts";
import { apart, type Assertion, assertion } from "./keyword.ts";
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
  inside: "list",
  applies: "here",
  isUnion: true,
  refusesUndefined,
  holds: (value, branches, _, accepts) => branches.some((branch) => accepts(branch, value)),
  print: (branches, schema, value, printer) => printAny("anyOf", branches, schema, value, printer),
  expected: (branches) => `must be ${choices(branches)}`,
  both: () => apart,
  edges: () => [],
  steps,
});

export const oneOf: Union = assertion<Branches, "any">({
  of: "any",
  inside: "list",
  applies: "here",
  isUnion: true,
  refusesUndefined,
  holds: (value, branches, _, accepts) => branches.filter((branch) => accepts(branch, value)).length === 1,
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
