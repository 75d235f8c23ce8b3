import type { Event } from "../catalog/catalog.ts";
import { readDocument } from "../catalog/document.ts";
import { createValidators } from "../emit/twin/compile.ts";
import { isObject } from "../json/json.ts";
import type { Document } from "../schema/document.ts";
import type { Schema } from "../schema/schema.ts";
import { UnusableInput } from "../unusable.ts";
import { toFlat } from "./flat.ts";
import type { Confirms } from "./proofs.ts";

/** What a generated package says of its events. */
export interface Packaged {
  readonly documents: ReadonlyMap<string, Document>;
  readonly events: readonly Event[];
  /** JSON Pointers of the members that are masked, by the event's type. */
  readonly sensitive: ReadonlyMap<string, readonly string[]>;
  readonly confirms: Confirms;
}

const schemaFile = /^schemas\/([^/]+)\.schema\.json$/;

/** What stands in front of the list of sensitive members in the module of an event: from 0.2.0 on, and in 0.1.0. */
const leads = ["companion(type, ", "recursiveCompanion(type, ", "sensitive: "];

/** The JSON array that begins at an index of a text; undefined where none does. */
function arrayAt(text: string, start: number): unknown {
  for (let end = text.indexOf("]", start); end >= 0; end = text.indexOf("]", end + 1)) {
    try {
      return JSON.parse(text.slice(start, end + 1));
    } catch {
      // A name holds the bracket: it ends further on.
    }
  }
  return undefined;
}

/** The sensitive members that the module of an event lists; [] where it is another's. */
function sensitiveIn(code: string): string[] {
  const lead = leads.find((one) => code.includes(`${one}[`));
  const list = lead === undefined ? undefined : arrayAt(code, code.indexOf(`${lead}[`) + lead.length);
  return Array.isArray(list) ? list.map(String) : [];
}

/**
 * Reads what a package says of its events.
 * @param name what messages call it
 * @param files texts by path inside the package
 * @throws UnusableInput where a schema of it is no JSON object
 */
export function readPackaged(name: string, files: ReadonlyMap<string, string>): Packaged {
  const documents = new Map<string, Document>();
  const events: Event[] = [];
  const sensitive = new Map<string, readonly string[]>();
  for (const [file, text] of files) {
    const type = schemaFile.exec(file)?.[1];
    if (type === undefined) continue;
    const [document] = readDocument(file, Buffer.from(text));
    if (!isObject(document.value)) throw new UnusableInput(`${file} of ${name} is no JSON object; pack it again.`);
    const shared = document.value as Schema;
    const schema = toFlat(shared);
    documents.set(file, document);
    events.push({
      type,
      name: shared.title ?? "",
      document,
      keys: [],
      schema,
      composed: schema,
      isReferred: false,
      isLong: false,
    });
    sensitive.set(type, sensitiveIn(files.get(`events/${type}.js`) ?? ""));
  }
  const validators = new Map<string, (value: unknown) => unknown>();
  const confirms: Confirms = ({ document }, value) => {
    const { file } = document;
    const known = validators.get(file) ?? createValidators(new Map([[file, document.value as Schema]]))(file);
    validators.set(file, known);
    return known(value) === true;
  };
  return { documents, events, sensitive, confirms };
}
