import type { Json } from "../json/json.ts";
import { evaluate } from "../schema/evaluate.ts";
import { areNever, type Known } from "../schema/keywords/known.ts";
import { layersOf } from "../schema/keywords/layers.ts";
import type { Schema } from "../schema/schema.ts";
import { casesOf } from "./cases.ts";
import { createMemory } from "./memory.ts";
import { allow, demandsOn, type Type, types, valuesOf } from "./types.ts";

/** A step from a value to a part of it. */
export interface Step {
  readonly key: string | number;
  /** What is known of the value that holds the part: all of them accept it. */
  readonly layers: readonly Schema[];
}

/** A keyword that values may break: that they do not is not proven. */
export interface Gap {
  /** From the root to the value. */
  readonly steps: readonly Step[];
  readonly keyword: string;
  /** What is known of the value: all of them accept it. */
  readonly layers: readonly Schema[];
  /** The schema that has the keyword. */
  readonly schema: Schema;
}

/** So many gaps are given at most, of each value. */
const maxGaps = 100;

/** So many questions stand one inside the other at most: the stack has an end. */
const maxDepth = 300;

/** So many questions are asked at most for one answer: what is nested in itself could ask millions. */
const maxQuestions = 100_000;

/** So many cases of unions inside unions are tried at most, for one value. */
const maxCases = 100;

/** Proves that schemas accept no more than others. What was proven once is remembered. */
export interface Prover {
  /** The keywords of a schema that a value may break which all layers accept; [] where it breaks none for certain. */
  readonly gaps: (layers: readonly Schema[], schema: Schema) => readonly Gap[];
}

/**
 * Makes a prover. Whatever it proves holds; what it does not prove may hold all the same.
 * @param assumesAbsent whether members that no schema describes count as absent
 */
export function createProver(assumesAbsent: boolean): Prover {
  const unproven: Gap = { steps: [], keyword: "depth", layers: [], schema: {} };
  const { recall, inside } = createMemory<Gap>(unproven);
  let [depth, questions] = [0, 0];

  const ask = (about: readonly object[], work: () => readonly Gap[]): readonly Gap[] => {
    questions = depth === 0 ? 0 : questions + 1;
    if (depth > maxDepth || questions > maxQuestions) return [unproven];
    depth++;
    const gaps = recall(about, work);
    depth--;
    return gaps;
  };

  const gaps: Prover["gaps"] = (given, schema) => {
    const layers = layersOf(given);
    return ask([...layers, marks.any, schema], () =>
      types.flatMap((type) => gapsOfType(type, layers, schema)).slice(0, maxGaps),
    );
  };

  const gapsOfType = (type: Type, layers: readonly Schema[], schema: Schema): readonly Gap[] =>
    ask([...layers, marks[type], schema], () =>
      isEmpty(type, layers) ? [] : gapsOfCases(type, layers, schema, { left: maxCases }),
    );

  /** The gaps of what all layers accept; where there are any, case by case. */
  const gapsOfCases = (
    type: Type,
    layers: readonly Schema[],
    schema: Schema,
    budget: { left: number },
  ): readonly Gap[] => {
    const direct = gapsAtOnce(type, layers, schema);
    const split = direct.length === 0 ? undefined : casesOf(layers);
    if (split === undefined || budget.left <= 0) return direct;
    budget.left -= split.cases.length;
    return split.cases.flatMap((one) => {
      const inCase = layersOf([...split.rest, one]);
      return isEmpty(type, inCase) ? [] : gapsOfCases(type, inCase, schema, budget);
    });
  };

  const gapsAtOnce = (type: Type, layers: readonly Schema[], node: Schema): readonly Gap[] => {
    const values = valuesOf(type, layers);
    const inType = [...layers, typed[type]];
    if (values !== undefined) return gapsOfValues(values, inType, node);
    const found: Gap[] = [];
    for (const schema of layersOf([node])) {
      for (const [keyword, row, limit] of demandsOn(type, schema)) {
        const before = found.length;
        const isImplied = row.implied?.(limit, knownOf(type, layers, found), schema) === true;
        if (!isImplied && found.length === before) found.push({ steps: [], keyword, layers: inType, schema });
      }
    }
    return found;
  };

  /** Whether no value of a type is accepted by all layers, for certain. */
  const isEmpty = (type: Type, layers: readonly Schema[]): boolean => {
    if (!allow(layers, type) || areNever(layers)) return true;
    const values = valuesOf(type, layers);
    if (values !== undefined) return values.length === 0;
    const found = ask([...layers, marks[type], marks.any], () => {
      const known = knownOf(type, layers, []);
      const isBroken = layers.some((layer) =>
        demandsOn(type, layer).some(([, row, limit]) => row.excluded?.(limit, known, layer) === true),
      );
      return isBroken ? [] : [unproven];
    });
    return found.length === 0;
  };

  /** What rows are given. The gaps of parts are added to a list. */
  const knownOf = (type: Type, layers: readonly Schema[], found: Gap[]): Known => ({
    type,
    layers,
    assumesAbsent,
    fits: (schema, ...more) => gapsOfType(type, layersOf([...layers, ...more]), schema).length === 0,
    misfits: (schema) => isEmpty(type, layersOf([...layers, schema])),
    partFits: (key, parts, schema) => {
      const inner = inside(() => gaps(parts, schema));
      found.push(...inner.map((gap) => ({ ...gap, steps: [{ key, layers }, ...gap.steps] })));
      return inner.length === 0;
    },
    isImpossible: (parts) => inside(() => types.every((one) => isEmpty(one, layersOf(parts)))),
  });

  return { gaps };
}

/** The gap of values that are all there are: which keyword breaks the first that is refused. */
function gapsOfValues(values: readonly Json[], layers: readonly Schema[], node: Schema): readonly Gap[] {
  for (const value of values) {
    const [broken] = evaluate(node, value);
    if (broken !== undefined) return [{ steps: [], keyword: broken.keyword, layers, schema: node }];
  }
  return [];
}

/** A schema of all values of each type. */
const typed = Object.fromEntries(types.map((type) => [type, { type }])) as Readonly<Record<Type, Schema>>;

/** Stand for a type, or for any, among the objects that a question is about. */
const marks = Object.fromEntries(["any", ...types].map((type) => [type, {}])) as Readonly<Record<Type | "any", object>>;
