import type { Catalog, Event } from "../catalog/catalog.ts";
import { evaluate } from "../schema/evaluate.ts";
import type { Json } from "../json/json.ts";
import { toJson } from "../json/text.ts";
import { link } from "../schema/link.ts";
import type { Definition } from "../schema/schema.ts";
import { subschemas } from "../schema/walk.ts";
import { candidates } from "../vectors/candidates.ts";
import { notice, type OutputFile, schemaPath } from "./file.ts";
import { exampleOf, findExamples } from "../vectors/examples.ts";
import { emitVectorPage } from "./rawVectors.ts";
import { sharedSchema } from "./schemas.ts";
import { sharedText } from "./sharedText.ts";

/** One value with its verdict, in the shape of the JSON-Schema-Test-Suite. */
export interface Vector {
  readonly description: string;
  readonly data: Json;
  readonly valid: boolean;
}

/** The vectors of a definition. */
export interface Vectors {
  readonly tests: readonly Vector[];
  /** How many candidates more there were, repeats among them, when the vectors were as long as a file may be. */
  readonly leftOut: number;
}

/** Characters of the vectors of a file: what editors and other languages' parsers still take at once. */
const maxText = 1_000_000;

/**
 * Makes the values that pin a schema: the example, and the smallest changes of it on both sides of every keyword.
 * @param example a valid value of it
 * @returns each value once; an invalid one names every pointer and keyword that it breaks
 */
export function makeVectors(
  definition: Pick<Definition, "schema" | "isLong">,
  example: Json = exampleOf(definition, undefined),
): Vectors {
  const { schema } = definition;
  const shared = link(sharedText(definition));
  const seen = new Set<string>();
  const tests: Vector[] = [];
  let [length, leftOut] = [0, 0];
  for (const { what, data } of candidates(schema, example)) {
    if (length > maxText) {
      leftOut++;
      continue;
    }
    const text = JSON.stringify(data);
    if (seen.has(text)) continue;
    seen.add(text);
    const broken = evaluate(shared, data).map(({ pointer, keyword }) => `${pointer || "(root)"} ${keyword}`);
    const description = broken.length === 0 ? `${what}: valid` : `${what}: breaks ${broken.join(", ")}`;
    tests.push({ description, data, valid: broken.length === 0 });
    length += text.length + description.length;
  }
  return { tests, leftOut };
}

type Definitions = Pick<Catalog, "events" | "definitions" | "bases">;

/** The definitions that have vectors of their own: every event, and what events hold. */
export function pinned(catalog: Definitions): readonly Definition[] {
  return [...catalog.events, ...held(catalog)];
}

/** The definitions that events hold, those without what they require among them. */
export function held({ events, definitions, bases }: Definitions): readonly Definition[] {
  const named = new Set(
    [...events, ...definitions].flatMap(({ schema }) => [...subschemas(schema)].map(([{ ref }]) => ref)),
  );
  return [...definitions, ...bases.filter((one) => one.partialOf !== undefined && named.has(one))];
}

/** Path of a definition's vectors in the package. */
export function vectorPath(definition: Definition | Event): string {
  return `vectors/${"type" in definition ? definition.type : `objects/${definition.name}`}.json`;
}

/** The vectors of a catalogue, a file a definition, and the page that says what they are. */
export function* emitAllVectors(catalog: Catalog): Generator<OutputFile> {
  const leftOut = new Map<string, number>();
  const examples = findExamples(catalog.events);
  for (const definition of pinned(catalog)) {
    const { tests, leftOut: more } = makeVectors(definition, exampleOf(definition, examples.get(definition)));
    if (more > 0) leftOut.set(vectorPath(definition), more);
    yield emitVectors(definition, tests);
  }
  yield emitVectorPage(leftOut);
}

/** The vectors of one definition as a file: a test a line. */
export function emitVectors(definition: Definition | Event, tests: readonly Vector[]): OutputFile {
  const { document, name } = definition;
  const lines = tests.map((vector) => `      ${toJson(vector as unknown as Json)}`);
  const text = [
    "[",
    "  {",
    `    "comment": ${toJson(notice(schemaPath(document.file)))},`,
    `    "description": ${toJson("type" in definition ? definition.type : name)},`,
    `    "schema": ${toJson(sharedSchema(definition, "2020-12") as unknown as Json)},`,
    `    "tests": [\n${lines.join(",\n")}\n    ]`,
    "  }",
    "]\n",
  ].join("\n");
  return { path: vectorPath(definition), text };
}
