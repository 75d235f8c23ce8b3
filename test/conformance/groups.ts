import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import fc from "fast-check";
import type { Event } from "../../scripts/catalog/catalog.ts";
import type { Json } from "../../scripts/json/json.ts";
import { mapSchema, subschemas } from "../../scripts/schema/walk.ts";
import type { Definition, Schema } from "../../scripts/schema/schema.ts";
import { lineBreaks } from "../../scripts/emit/shared.ts";
import { type Draft, drafts, sharedSchema } from "../../scripts/emit/schemas.ts";
import { makeVectors } from "../../scripts/emit/vectors.ts";
import { formats } from "../../scripts/formats/formats.ts";
import { mutated } from "../support/payloads.ts";
import { inDraft07 } from "../../scripts/runtime/draft07.js";
import { canaries } from "./canaries.ts";
import type { Group } from "./languages.ts";

/** What a group proves. */
export type Kind = "vectors" | "random" | "canary" | "format" | "pin";

/** A group with the verdicts that are right. */
export interface Question {
  readonly kind: Kind;
  /** The event's type, the keyword, the format, or the pin. */
  readonly subject: string;
  readonly schema: Schema;
  readonly payloads: readonly Json[];
  /** As a runner prints them. */
  readonly want: string;
}

const bits = (verdicts: readonly boolean[]): string => verdicts.map((valid) => (valid ? "1" : "0")).join("");

/** What patterns with characters beyond ASCII are called among the keywords. */
const beyondAscii = "pattern beyond ASCII";

/** The keywords that a schema uses, words left out. */
export function keywordsOf(schema: Schema): Set<string> {
  const words = new Set(["$schema", "$comment", "title", "description", "examples"]);
  const names = [...subschemas(schema)].flatMap(([node]) => [
    ...Object.keys(node),
    ...Object.keys((node.not as object) ?? {}),
  ]);
  const texts = [...subschemas(schema)].map(([{ pattern }]) => pattern).filter((text) => text !== lineBreaks);
  // Some engines read bytes, and pass all that is asked of them in ASCII.
  const isBeyond = texts.some((text) => text !== undefined && /[^\0-\x7f]/.test(text));
  return new Set([...names.filter((name) => !words.has(name)), ...(isBeyond ? [beyondAscii] : [])]);
}

/** The vectors of a definition; the verdict is the compiled validator's, which has to be the vectors'. */
export function vectorQuestion(definition: Definition, is: (value: unknown) => boolean): Question {
  const { tests } = makeVectors(definition);
  const wrong = tests.filter(({ data, valid }) => is(data) !== valid);
  if (wrong.length > 0) throw new Error(`The compiled validator breaks its own vectors: ${wrong[0]?.description}`);
  const payloads = tests.map(({ data }) => data);
  return {
    kind: "vectors",
    subject: definition.name,
    schema: sharedSchema(definition, "2020-12"),
    payloads,
    want: bits(payloads.map(is)),
  };
}

/** Payloads mutated at random from an event's example, the same in every run. */
export function randomQuestion(event: Event, is: (value: unknown) => boolean, count: number): Question {
  const examples = makeVectors(event).tests.flatMap(({ data, valid }) => (valid ? [data] : []));
  // Through JSON text: what other languages read is what is judged here.
  const payloads = fc
    .sample(mutated(examples), { numRuns: count, seed: 20261123 })
    .map((value) => JSON.parse(JSON.stringify(value)) as Json);
  const want = bits(payloads.map(is));
  const valid = want.replaceAll("0", "").length;
  if (valid < count / 3) throw new Error(`Only ${valid} of ${count} random payloads are valid.`);
  return { kind: "random", subject: event.type, schema: sharedSchema(event, "2020-12"), payloads, want };
}

/** One question per row of the canary table. */
export function canaryQuestions(): Question[] {
  return canaries.map(({ keyword, schema, valid, invalid }) => ({
    kind: "canary",
    subject: keyword,
    schema,
    payloads: [...valid, ...invalid],
    want: bits([...valid.map(() => true), ...invalid.map(() => false)]),
  }));
}

/** What `format` alone says to each validator, over the samples of its row. */
export function formatQuestions(): Question[] {
  return [...formats.values()].map(({ name, valid, invalid }) => ({
    kind: "format",
    subject: name,
    schema: { type: "string", format: name },
    payloads: [...valid, ...invalid],
    want: bits([...valid.map(() => true), ...invalid.map(() => false)]),
  }));
}

/** The schema of an event without the `not` beside patterns, and with a `not` that has lost its type. */
export function pinQuestions(question: Question): Question[] {
  const change = (schema: Schema, edit: (node: Schema) => Schema): Schema =>
    mapSchema(edit(schema), (child) => change(child, edit));
  const withoutNot = change(question.schema, (node) =>
    Object.fromEntries(Object.entries(node).filter(([name]) => name !== "not")),
  );
  const untyped = change(question.schema, (node) =>
    node.not === undefined ? node : { ...node, not: { pattern: (node.not as Schema).pattern } as Schema },
  );
  return [
    { ...question, kind: "pin", subject: "not beside pattern", schema: withoutNot },
    { ...question, kind: "pin", subject: "type inside not", schema: untyped },
  ];
}

/** Writes a question's files into a folder. */
export async function writeGroup(folder: string, id: string, { schema, payloads }: Question): Promise<Group> {
  const write = async (path: string, text: string): Promise<string> => {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    return file;
  };
  const text = (draft: Draft): string => {
    const said = draft === "draft-07" ? (inDraft07(schema) as Schema) : schema;
    return JSON.stringify({ ...said, $schema: drafts[draft].$schema });
  };
  return {
    id,
    schemas: {
      "2020-12": await write(`${id}/2020-12.json`, text("2020-12")),
      "draft-07": await write(`${id}/draft-07.json`, text("draft-07")),
    },
    payloads: await write(`${id}/payloads.ndjson`, payloads.map((payload) => `${JSON.stringify(payload)}\n`).join("")),
  };
}
