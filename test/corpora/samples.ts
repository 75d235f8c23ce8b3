import { toCatalog } from "../../scripts/catalog/catalog.ts";
import { readDocument } from "../../scripts/catalog/document.ts";
import type { Json } from "../../scripts/json/json.ts";
import { isObject } from "../../scripts/json/json.ts";
import { sample } from "../../scripts/vectors/sample.ts";
import { fixTexts } from "../support/fixed.ts";
import type { Files } from "./adapt.ts";
import { eventFile, typeOf } from "./names.ts";

/**
 * Makes a payload for each leaf of which none was recorded, as this tool makes samples of a schema.
 * @param files the schema folder
 * @returns payloads by leaf; none for a leaf whose event cannot be loaded, which lint reports
 */
export function makeSamples(files: Files, leaves: readonly string[]): Map<string, Json> {
  const texts = Object.fromEntries([...files].map(([file, schema]) => [file, JSON.stringify(schema, undefined, 2)]));
  const documents = new Map(
    Object.entries(fixTexts(texts)).map(([file, text]) => [file, readDocument(file, Buffer.from(text))[0]]),
  );
  const { catalog } = toCatalog({ documents, diagnostics: [] });
  const events = new Map(catalog.events.map((event) => [event.document.file, event]));
  return new Map(
    leaves.flatMap((leaf): [string, Json][] => {
      const event = events.get(eventFile(typeOf(leaf)));
      const made = event === undefined ? undefined : sample(event.schema);
      return isObject(made) && made["data"] !== undefined ? [[leaf, made["data"]]] : [];
    }),
  );
}
