import type { Event } from "../catalog/catalog.ts";
import type { OutputFile } from "../emit/file.ts";
import { isObject, type Json } from "../json/json.ts";
import { findCompanions } from "../payloads/checker.ts";
import { runPackage } from "../payloads/packages.ts";

/** What is said of a value: "valid", "invalid", or how somebody contradicts himself. */
export type Verdict = string;

/** Judges the values of one event. */
export type Judge = (value: Json) => Verdict;

/** A verdict in one word. */
export function toVerdict(isValid: boolean): Verdict {
  return isValid ? "valid" : "invalid";
}

/** The judge, whose verdict on what it cannot bear is the name of the error: a message could quote the value. */
function bear(judge: Judge): Judge {
  return (value) => {
    try {
      return judge(value);
    } catch (error) {
      return `throws ${error instanceof Error ? error.name : typeof error}`;
    }
  };
}

/**
 * Runs the validators among emitted files, as `validate --package` runs them.
 * @returns gives the judge of each event
 * @throws where their code cannot be run
 */
export function ourJudges(files: readonly OutputFile[]): (event: Event) => Judge {
  const { union, events } = findCompanions(runPackage(files));
  return ({ type }) => {
    const companion = events.get(type);
    if (companion === undefined || union === undefined) return () => "missing";
    return bear((value) => {
      const isValid = companion.is(value);
      const result = companion.validate(value);
      if (result.valid !== isValid) return `${toVerdict(isValid)}, but not to validate`;
      if (!result.valid && result.issues.length === 0) return "invalid without an issue";
      // The union goes by the type: of another it says what another event says.
      const isOfUnion = isObject(value) && value["type"] === type;
      return isOfUnion && union.is(value) !== isValid ? `${toVerdict(isValid)}, but not to the union` : toVerdict(isValid);
    });
  };
}

/** A validate function of Ajv. */
interface AjvFunction {
  (value: unknown): boolean;
  readonly errors?: readonly unknown[] | null;
}

/**
 * Runs the Ajv twin among emitted files.
 * @returns gives the judge of each event
 * @throws where its code cannot be run
 */
export function ajvJudges(files: readonly OutputFile[]): (event: Event) => Judge {
  const exported = runPackage(files, "ajv.cjs");
  return ({ name }) => {
    const validate = exported[name] as AjvFunction | undefined;
    if (validate === undefined) return () => "missing";
    return bear((value) => {
      const isValid = validate(value);
      const count = validate.errors?.length ?? 0;
      return isValid === (count === 0) ? toVerdict(isValid) : `${toVerdict(isValid)} with ${count} errors`;
    });
  };
}
