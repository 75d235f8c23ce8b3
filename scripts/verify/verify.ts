import type { Catalog, Event } from "../catalog/catalog.ts";
import type { OutputFile } from "../emit/file.ts";
import { type Vector, vectorPath, vectorsOf } from "../emit/vectors.ts";
import { inline } from "../emit/view.ts";
import { evaluate } from "../schema/evaluate.ts";
import { ajvValidators, ourValidators, toVerdict, type Verdict } from "./validators.ts";

/** A value of which three readings of one schema do not say the same. */
export interface Difference {
  /** Of the event. */
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

/** The values that an event is verified by: the emitted vectors, of which the first example is one, and further examples. */
function casesOf(event: Event, texts: ReadonlyMap<string, string>): Vector[] {
  const flat = inline(event.schema);
  // What is written is read again: kept in memory, the vectors of thousands of events would take more than all else.
  const text = texts.get(vectorPath(event));
  const tests = text === undefined ? vectorsOf(event) : (JSON.parse(text) as [{ tests: Vector[] }])[0].tests;
  const examples = (flat.examples ?? []).slice(1).map((data, i): Vector => {
    return { description: `example ${i + 2}`, data, valid: evaluate(flat, data).length === 0 };
  });
  return [...tests, ...examples];
}

/**
 * Holds emitted validators to what the schemas say, by three readings that share no code: `evaluate`, our printer, Ajv.
 * @param catalog whose vectors and examples are validated
 * @param files what the emitters gave; their CommonJS code is run, from memory
 * @returns the values of which the three differ, or of which one contradicts itself; [] where all is well
 * @throws where the emitted code cannot be run at all
 */
export function verify({ events }: Catalog, files: readonly OutputFile[]): Difference[] {
  const [oursOf, ajvOf] = [ourValidators(files), ajvValidators(files)];
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return events.flatMap((event) => {
    const [ours, ajv] = [oursOf(event), ajvOf(event)];
    return casesOf(event, texts).flatMap(({ description, data, valid }): Difference[] => {
      const verdicts = { evaluate: toVerdict(valid), ours: ours(data), ajv: ajv(data) };
      return new Set(Object.values(verdicts)).size === 1 ? [] : [{ type: event.type, description, verdicts }];
    });
  });
}

/** So many differences are reported; a bug of ours makes hundreds. */
const maxReported = 5;

/**
 * Holds emitted validators to what the schemas say.
 * @throws Error with the first differences: a bug of ours, for no schema that passes the rules may lead to one
 */
export function mustAgree(catalog: Catalog, files: readonly OutputFile[]): void {
  const differences = verify(catalog, files);
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
