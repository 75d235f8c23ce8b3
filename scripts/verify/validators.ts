import type { Catalog, Event } from "../catalog/catalog.ts";
import type { OutputFile } from "../emit/file.ts";
import { createValidators } from "../emit/twin/compile.ts";
import { ajvDocuments, partialNameOf, pointerOf } from "../emit/twin/documents.ts";
import { functionName } from "../emit/validators/draft.ts";
import { isObject, type Json } from "../json/json.ts";
import { findCompanions } from "../payloads/checker.ts";
import { createRunner, runPackage } from "../payloads/packages.ts";
import type { Verbs } from "../runtime/types.d.ts";
import { once } from "../remembered.ts";
import type { Definition } from "../schema/schema.ts";
import type { Issues } from "../vectors/invalid.ts";

/** What is said of a value: "valid", "invalid", or how somebody contradicts himself. */
export type Verdict = string;

/** Gives the verdict on a value, by the validator of one event. */
export type Validator = (value: Json) => Verdict;

/** A verdict in one word. */
export function toVerdict(isValid: boolean): Verdict {
  return isValid ? "valid" : "invalid";
}

/** The same validator, whose verdict where it throws is the name of the error: a message could quote the value. */
function catching(validator: Validator): Validator {
  return (value) => {
    try {
      return validator(value);
    } catch (error) {
      return `throws ${error instanceof Error ? error.name : typeof error}`;
    }
  };
}

/**
 * Runs the validators among emitted files, as `validate --package` runs them.
 * @returns a function from an event to its validator
 * @throws where their code cannot be run
 */
export function ourValidators(files: readonly OutputFile[]): (event: Event) => Validator {
  const { union, events } = findCompanions(runPackage(files));
  return ({ type }) => {
    const companion = events.get(type);
    if (companion === undefined || union === undefined) return () => "missing";
    return catching((value) => {
      const isValid = companion.is(value);
      const result = companion.validate(value);
      if (result.valid !== isValid) return `${toVerdict(isValid)}, but not to validate`;
      if (!result.valid && result.issues.length === 0) return "invalid without an issue";
      // The union goes by the type: of another it says what another event says.
      const isOfUnion = isObject(value) && value["type"] === type;
      return isOfUnion && union.is(value) !== isValid
        ? `${toVerdict(isValid)}, but not to the union`
        : toVerdict(isValid);
    });
  };
}

/**
 * Runs the validators among emitted files, when they are asked for, for what they say of values.
 * @returns a function from an event to one that gives the issues of a value; [] where it is valid, or where there is no validator
 */
export function ourIssues(files: readonly OutputFile[]): (event: Event) => Issues {
  const companions = once(() => findCompanions(runPackage(files)));
  return ({ type }) => {
    const companion = companions().events.get(type);
    return (value) => {
      const result = companion?.validate(value);
      return result === undefined || result.valid ? [] : result.issues;
    };
  };
}

/**
 * Runs the functions of definitions that events call, among emitted files.
 * @returns a function from a definition to its validator
 * @throws where their code cannot be run
 */
export function ourDefinitions(files: readonly OutputFile[]): (definition: Definition) => Validator {
  const run = createRunner(files);
  /** As for an event: what is remembered of a payload is forgotten with the next. */
  const makeCompanion = once(() => {
    const hasRecursion = files.some(({ path }) => path === "recursive.cjs");
    const made = hasRecursion ? run("recursive.cjs")["recursiveCompanion"] : run("runtime.cjs")["companion"];
    return made as (...words: unknown[]) => Verbs<unknown>;
  });
  return (definition) => {
    const functions = run(`objects/${definition.name}.cjs`) as Record<string, (...words: unknown[]) => unknown>;
    const accepts = functions[functionName("accepts", definition)];
    const explain = functions[functionName("explain", definition)];
    if (accepts === undefined || explain === undefined) return () => "missing";
    const explainRoot = (value: unknown, report: unknown): unknown => explain(value, "", report);
    const { is, validate } = makeCompanion()(definition.name, [], accepts, explainRoot, () => ({}));
    return catching((value) => {
      if (is(value)) return "valid";
      const result = validate(value);
      return result.valid || result.issues.length === 0 ? "invalid without an issue" : "invalid";
    });
  };
}

/**
 * Ajv's validators of definitions, compiled from the schemas as people wrote them.
 * @returns a function from a definition to its validator
 */
export function ajvDefinitions(catalog: Catalog): (definition: Definition) => Validator {
  const validatorOf = createValidators(ajvDocuments(catalog));
  return (definition) => {
    const isPart = definition.partialOf !== undefined;
    const validate = validatorOf((isPart ? partialNameOf : pointerOf)(definition));
    return catching((value) => toVerdict(validate(value) === true));
  };
}

/** A validate function of Ajv. */
interface AjvFunction {
  (value: unknown): boolean;
  readonly errors?: readonly unknown[] | null;
}

/**
 * Runs the Ajv twin among emitted files.
 * @returns a function from an event to its validator
 * @throws where its code cannot be run
 */
export function ajvValidators(files: readonly OutputFile[]): (event: Event) => Validator {
  const exported = runPackage(files, "ajv.cjs");
  return ({ name }) => {
    const validate = exported[name] as AjvFunction | undefined;
    if (validate === undefined) return () => "missing";
    return catching((value) => {
      const isValid = validate(value);
      const count = validate.errors?.length ?? 0;
      return isValid === (count === 0) ? toVerdict(isValid) : `${toVerdict(isValid)} with ${count} errors`;
    });
  };
}
