import type { Catalog, Event } from "../catalog/catalog.ts";
import type { OutputFile } from "../emit/file.ts";
import { pinned, type Vector, vectorPath } from "../emit/vectors.ts";
import type { Json } from "../json/json.ts";
import { evaluate } from "../schema/evaluate.ts";
import { once } from "../remembered.ts";
import type { Definition } from "../schema/schema.ts";
import { findExamples } from "../vectors/examples.ts";
import { put } from "../vectors/put.ts";
import {
  ajvDefinitions,
  ajvValidators,
  ourDefinitions,
  ourValidators,
  toVerdict,
  type Validator,
  type Verdict,
} from "./validators.ts";

/** A value of which three readings of one schema do not say the same. */
export interface Difference {
  /** The type of the event, or the title of a definition. */
  readonly type: string;
  /** The description of the vector that holds the value. */
  readonly description: string;
  readonly verdicts: {
    /** The schema read literally, keyword by keyword; the vectors are written with this verdict. */
    readonly evaluate: Verdict;
    /** Our validators, as they were emitted. */
    readonly ours: Verdict;
    /** Ajv's, as they were emitted. */
    readonly ajv: Verdict;
  };
}

/** The values that a definition is verified by: the emitted vectors, of which the first example is one, and further examples. */
function casesOf({ schema }: Definition, tests: readonly Vector[]): Vector[] {
  const examples = (schema.examples ?? []).slice(1).map((data, i): Vector => {
    return { description: `example ${i + 2}`, data, valid: evaluate(schema, data).length === 0 };
  });
  return [...tests, ...examples];
}

/** Compares three readings of one value. */
const compare = (type: string, { description, data, valid }: Vector, ours: Validator, ajv: Validator): Difference[] => {
  const verdicts = { evaluate: toVerdict(valid), ours: ours(data), ajv: ajv(data) };
  return new Set(Object.values(verdicts)).size === 1 ? [] : [{ type, description, verdicts }];
};

/**
 * Holds emitted validators to what the schemas say, by three readings that share no code: `evaluate`, our printer, Ajv.
 * @param catalog whose definitions are verified
 * @param code what the emitters gave; its CommonJS code is run, from memory
 * @returns a function from a definition and its vectors to the values, examples among them, of which the three differ, or of
 * which one contradicts itself; [] where all is well
 * @throws where the emitted code cannot be run at all
 */
export function createVerifier(
  catalog: Catalog,
  code: readonly OutputFile[],
): (definition: Definition, tests: readonly Vector[]) => Difference[] {
  const [oursOf, ajvOf, ourOwn] = [ourValidators(code), ajvValidators(code), ourDefinitions(code)];
  const ajvOwn = once(() => ajvDefinitions(catalog));
  const byEvent = new Map<Definition, Event>(catalog.events.map((event) => [event, event]));
  const examples = findExamples(catalog.events);

  const ofEvent = (event: Event, cases: readonly Vector[]): Difference[] => {
    const [ours, ajv] = [oursOf(event), ajvOf(event)];
    return cases.flatMap((one) => compare(event.type, one, ours, ajv));
  };

  /** By itself; and as a part of an event, for Ajv's validators are emitted for events only. */
  const ofDefinition = (definition: Definition, cases: readonly Vector[]): Difference[] => {
    const shown = examples.get(definition);
    const event = shown === undefined ? undefined : byEvent.get(shown.root);
    const ours = ourOwn(definition);
    if (shown === undefined || event === undefined) {
      const ajv = ajvOwn()(definition);
      return cases.flatMap((one) => compare(definition.name, one, ours, ajv));
    }
    return cases.flatMap((one) => {
      const data = put(event.schema.examples?.[0] as Json, shown.keys, one.data);
      const lifted = { ...one, data, valid: evaluate(event.schema, data).length === 0 };
      const own = compare(definition.name, one, ours, () => toVerdict(one.valid));
      return [...own, ...compare(event.type, lifted, oursOf(event), ajvOf(event))];
    });
  };

  return (definition, tests) => {
    const [event, cases] = [byEvent.get(definition), casesOf(definition, tests)];
    return event === undefined ? ofDefinition(definition, cases) : ofEvent(event, cases);
  };
}

/** The vectors in the text of a file: what is written is read again. */
function readVectors(text: string): readonly Vector[] {
  return (JSON.parse(text) as [{ tests: Vector[] }])[0].tests;
}

/**
 * Passes files on, and verifies each definition when its vectors come by.
 * @param files code comes before vectors
 * @throws Error with the first differences of a definition, before its file is passed on: a bug of ours, for no schema that
 * passes the rules may lead to one
 */
export async function* verified(catalog: Catalog, files: AsyncIterable<OutputFile>): AsyncGenerator<OutputFile> {
  const code: OutputFile[] = [];
  const verifier = once(() => createVerifier(catalog, code));
  const left = new Map(pinned(catalog).map((definition) => [vectorPath(definition), definition]));
  for await (const file of files) {
    if (file.path.endsWith(".cjs")) code.push(file);
    const definition = left.get(file.path);
    if (definition !== undefined) mustAgree(verifier()(definition, readVectors(file.text)));
    left.delete(file.path);
    yield file;
  }
  if (left.size > 0) throw new Error(`There are no vectors of ${[...left.keys()].join(", ")}.`);
}

/** So many differences are reported; a bug of ours makes hundreds. */
const maxReported = 5;

/** @throws Error with the first differences, where there are any */
function mustAgree(differences: readonly Difference[]): void {
  if (differences.length === 0) return;
  const lines = differences
    .slice(0, maxReported)
    .map(({ type, description, verdicts: { evaluate: read, ours, ajv } }) => {
      return `  ${type}, ${description}\n    the schema says ${read}, our validator ${ours}, Ajv ${ajv}`;
    });
  const more = differences.length > maxReported ? [`  and ${differences.length - maxReported} more`] : [];
  throw new Error(
    ["What was generated is not what the schemas say, so nothing is written:", ...lines, ...more].join("\n"),
  );
}
