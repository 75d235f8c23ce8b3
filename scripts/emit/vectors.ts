import type { Event } from "../catalog/catalog.ts";
import { evaluate } from "../schema/evaluate.ts";
import type { Json } from "../json/json.ts";
import { candidates } from "../vectors/candidates.ts";
import { notice, type OutputFile, schemaPath } from "./file.ts";
import { sample } from "../vectors/sample.ts";
import { sharedSchema } from "./schemas.ts";
import { sharedText } from "./shared.ts";
import { link } from "../schema/link.ts";
import { inline } from "./view.ts";

/** One payload with its verdict, in the shape of the JSON-Schema-Test-Suite. */
export interface Vector {
  readonly description: string;
  readonly data: Json;
  readonly valid: boolean;
}

/**
 * The payloads that pin an event's schema: the example, and the smallest changes of it on both sides of every keyword.
 * @returns each payload once; an invalid one names every pointer and keyword that it breaks
 */
export function vectorsOf({ schema }: Pick<Event, "schema">): readonly Vector[] {
  const flat = inline(schema);
  const shared = link(sharedText(schema));
  const seen = new Set<string>();
  return [...candidates(flat, flat.examples?.[0] ?? sample(flat))].flatMap(({ what, data }) => {
    const text = JSON.stringify(data);
    if (seen.has(text)) return [];
    seen.add(text);
    const broken = evaluate(shared, data).map(({ pointer, keyword }) => `${pointer || "(root)"} ${keyword}`);
    const description = broken.length === 0 ? `${what}: valid` : `${what}: breaks ${broken.join(", ")}`;
    return [{ description, data, valid: broken.length === 0 }];
  });
}

/** Path of an event's vectors in the package. */
export function vectorPath({ type }: Pick<Event, "type">): string {
  return `vectors/${type}.json`;
}

/** The vectors of one event as a file: a test a line. */
export function emitVectors(event: Event): OutputFile {
  const { type, document } = event;
  const tests = vectorsOf(event).map((vector) => `      ${JSON.stringify(vector)}`);
  const text = [
    "[",
    "  {",
    `    "comment": ${JSON.stringify(notice(schemaPath(document.file)))},`,
    `    "description": ${JSON.stringify(type)},`,
    `    "schema": ${JSON.stringify(sharedSchema(event, "2020-12"))},`,
    `    "tests": [\n${tests.join(",\n")}\n    ]`,
    "  }",
    "]\n",
  ].join("\n");
  return { path: vectorPath(event), text };
}
