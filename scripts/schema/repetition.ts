import { remembered } from "../remembered.ts";
import { expand } from "./expand.ts";
import { rows } from "./keywords.ts";
import { areDisjoint } from "./keywords/disjoint.ts";
import type { Definition, Schema } from "./schema.ts";
import { appliesOf, mapSchema, subschemas } from "./walk.ts";

/** Stands for every member or every item. */
const any = "*";

/** A part of a value that a definition is held to, by the keys that lead to it. */
type Call = readonly string[];

/** The definitions that a definition's validator calls, directly or through others. */
const called = remembered((definition: Definition): ReadonlySet<Definition> => {
  const found = new Set<Definition>();
  const rest = [definition];
  for (let one = rest.pop(); one !== undefined; one = rest.pop()) {
    for (const [{ ref }] of subschemas(one.composed)) {
      if (ref === undefined || found.has(ref)) continue;
      found.add(ref);
      rest.push(ref);
    }
  }
  return found;
});

/** Whether two ways lead to one part of a value. */
function meet(a: Call, b: Call): boolean {
  return a.length === b.length && a.every((step, i) => step === b[i] || step === any || b[i] === any);
}

/** The calls of those branches of a union that call most; a value that is of one branch only is refused by the others at once. */
function most(branches: readonly (readonly Call[])[]): readonly Call[] {
  return branches.toSorted((a, b) => b.length - a.length)[0] ?? [];
}

/**
 * The calls that a schema leads to of definitions of a circle.
 * @param entered definitions that the value itself is held to already
 */
function callsIn(
  schema: Schema,
  circle: ReadonlySet<Definition>,
  steps: readonly string[],
  entered: Definition[],
): Call[] {
  const { ref } = schema;
  if (ref !== undefined) {
    if (!circle.has(ref)) return [];
    if (steps.length > 0) return [steps];
    return entered.includes(ref) ? [] : callsIn(ref.composed, circle, [], [...entered, ref]);
  }
  const calls: Call[] = [];
  const branches = new Map<string, Call[][]>();
  mapSchema(schema, (child, [keyword = "", name = any]) => {
    const applies = appliesOf(keyword);
    if (applies === "here") {
      const found = callsIn(child, circle, steps, entered);
      branches.set(keyword, [...(branches.get(keyword) ?? []), found]);
    } else if (applies !== undefined && applies !== "names") {
      calls.push(...callsIn(child, circle, [...steps, applies === "key" ? name : any], entered));
    }
    return child;
  });
  for (const [keyword, found] of branches) {
    const row = rows.get(keyword);
    const isUnion = row !== undefined && "isUnion" in row && row.isUnion === true;
    const isApart = isUnion && areDisjoint((schema[keyword] as readonly Schema[]).map(expand));
    calls.push(...(isApart ? most(found) : found.flat()));
  }
  return calls;
}

/**
 * Whether a definition that holds itself is held to one part of its values more than once: by two branches that can both go
 * deep, or by `allOf`. Each level of a value then takes twice the time of the one above it, unless verdicts are remembered.
 */
export const isRepeated: (definition: Definition) => boolean = remembered((definition: Definition): boolean => {
  if (!called(definition).has(definition)) return false;
  const circle = new Set([...called(definition)].filter((one) => called(one).has(definition)));
  return [...circle].some((one) => {
    const calls = callsIn(one.composed, circle, [], [one]);
    return calls.some((call, i) => calls.some((other, j) => i !== j && meet(call, other)));
  });
});
