// Fixing in memory, and what lint says of a folder.
import { readDocument } from "../../scripts/catalog/document.ts";
import { fixDocuments } from "../../scripts/fixes/fix.ts";
import type { JsonObject } from "../../scripts/json/json.ts";
import { run } from "./run.ts";

export type Texts = Readonly<Record<string, string>>;

export const draft07 = "http://json-schema.org/draft-07/schema#";

/** Fixes files in memory. */
export function fixTexts(texts: Texts, taken: readonly string[] = []): Texts {
  const documents = Object.entries(texts).map(([file, text]) => readDocument(file, Buffer.from(text))[0]);
  const byFile = new Map(documents.map((document) => [document.file, document]));
  const changed = fixDocuments(byFile, () => true, new Set(taken));
  return { ...texts, ...Object.fromEntries([...changed].map(([file, { text }]) => [file, text])) };
}

/** Fixes the text of a file. */
export const fixText = (text: string): string => fixTexts({ "a.schema.json": text })["a.schema.json"] as string;

/** A schema in a file that lacks nothing else. */
export const inFile = (schema: JsonObject, $schema = draft07): JsonObject => ({ $schema, title: "A", ...schema });
/** Fixes a schema that stands in a file alone. */
export const fixSchema = (schema: JsonObject): JsonObject => JSON.parse(fixText(JSON.stringify(schema))) as JsonObject;

/** What lint finds in a folder. */
export async function diagnose(schemas: string): Promise<Record<string, string>[]> {
  const { stdout } = await run(["lint", "--schemas", schemas, "--format", "json"]);
  return (JSON.parse(stdout) as { diagnostics: Record<string, string>[] }).diagnostics;
}
