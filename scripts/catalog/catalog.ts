import type { Diagnostic } from "../report/diagnostic.ts";
import type { Document } from "../schema/document.ts";
import { createFlattener } from "./flatten.ts";
import { type Folder, readFolder } from "./folder.ts";
import { byCodeUnit, isObject, toPointer } from "../json/json.ts";
import { subschemas } from "../schema/walk.ts";
import { checkMetaschema } from "./metaschema.ts";
import type { Definition, Schema } from "../schema/schema.ts";
import { flatLength, maxFlat } from "../schema/flatLength.ts";
import { isRecursive } from "../schema/recursion.ts";
import { maxSchemas, sizeOf } from "../schema/size.ts";
import { createCompleteness } from "./completeness.ts";

/** One event: a file of `events/`. */
export interface Event extends Definition {
  /** The `type` attribute that marks the event on the wire. */
  readonly type: string;
}

/** Everything that a schema folder says. */
export interface Catalog {
  /** By file, sorted. */
  readonly documents: ReadonlyMap<string, Document>;
  /** Whether a document passed the metaschema: only then do its keywords have values of the right types. */
  readonly isSound: (document: Document) => boolean;
  /** Whether a document and all that it refers to are sound, are there, and contradict nothing: only then does its flat form prove anything. */
  readonly isComplete: (document: Document) => boolean;
  /** The flat form of a schema object as it is written in a sound document. */
  readonly flatOf: (schema: Schema) => Schema | undefined;
  /** The document that all events share, where there is one. */
  readonly envelope: Document | undefined;
  /** Sorted by type. Only those that are sound, with all that they refer to. */
  readonly events: readonly Event[];
  /** The named objects that these events hold, sorted by name. */
  readonly definitions: readonly Definition[];
  /** The other named schemas that these are made of, such as the envelope, and partial ones, sorted by name. */
  readonly bases: readonly Definition[];
}

/** A catalog, and what was wrong with the files that it was made from. */
export interface Loaded {
  readonly catalog: Catalog;
  readonly diagnostics: readonly Diagnostic[];
}

const envelopeFile = "event.schema.json";
const eventFile = /^events\/(.+)\.schema\.json$/;

/** The type of the event that a file of a schema folder describes; undefined where it describes none. */
export function eventTypeOf(file: string): string | undefined {
  return eventFile.exec(file)?.[1];
}

/**
 * Reads a schema folder.
 * @param root the schema folder
 * @throws UnusableInput where the folder or a file cannot be read
 */
export async function loadCatalog(root: string): Promise<Loaded> {
  return toCatalog(await readFolder(root));
}

/** Makes a catalog of a folder that was read. It goes on behind a mistake, so that one run tells all of them. */
export function toCatalog({ documents, diagnostics }: Folder): Loaded {
  const unsound = new Map([...documents.values()].map((document) => [document, checkMetaschema(document)]));
  const isSound = (document: Document): boolean => isObject(document.value) && unsound.get(document)?.length === 0;
  const flattener = createFlattener(documents, isSound);
  const defined = [...documents.values()]
    .filter(isSound)
    .map((document) => [document, flattener.define(document)] as const);
  const broken = new Set(flattener.diagnostics().map(({ file }) => file));
  const isComplete = createCompleteness(documents, (document) => isSound(document) && !broken.has(document.file));
  const events: Event[] = [];
  // What has no title is a part of what refers to it.
  const large = flattener
    .definitions()
    .filter(({ schema, name, keys }) => (name !== "" || keys.length === 0) && sizeOf(schema) > maxSchemas);
  const tooLarge = large.map(refuseSize);
  const isSmall = createCompleteness(documents, (document) => !large.some((one) => one.document === document));
  for (const [document, definition] of defined) {
    const type = eventTypeOf(document.file);
    if (type !== undefined && isComplete(document) && isSmall(document)) events.push({ ...definition, type });
  }
  const isLong = events.some(({ schema }) => flatLength(schema) > maxFlat);
  for (const definition of flattener.definitions().filter(({ partialOf }) => partialOf === undefined)) {
    const isSmallEnough = sizeOf(definition.schema) <= maxSchemas;
    Object.assign(definition, { isLong, isReferred: isSmallEnough && (isLong || isRecursive(definition)) });
  }
  for (const event of events) Object.assign(event, { isLong });
  const sorted = events.toSorted((a, b) => byCodeUnit(a.type, b.type));
  const definitions = used(events, ({ schema }) => [schema]).filter(({ partialOf }) => partialOf === undefined);
  const bases = definitionsOf(events).filter((one) => !definitions.includes(one));
  return {
    catalog: {
      documents,
      isSound,
      isComplete,
      flatOf: flattener.flatOf,
      envelope: documents.get(envelopeFile),
      events: sorted,
      definitions,
      bases,
    },
    diagnostics: [...diagnostics, ...[...unsound.values()].flat(), ...flattener.diagnostics(), ...tooLarge],
  };
}

function refuseSize({ document, keys }: Definition): Diagnostic {
  const message = `is made of more than ${maxSchemas} schemas, with those without a title that it refers to`;
  const fix = "give parts of it a title, or describe members that have one shape by additionalProperties";
  const pointer = toPointer(keys);
  const location = { file: document.file, pointer, ...document.locate(pointer) };
  return { rule: "schema-size", severity: "error", ...location, message, fix };
}

/**
 * The definitions that events are composed of or hold, directly or through others.
 * @returns sorted by name
 */
export function definitionsOf(events: readonly Event[]): Definition[] {
  return used(events, ({ schema, composed }) => [schema, composed]);
}

/** The definitions that schemas refer to, directly or through others. */
function used(roots: readonly Definition[], schemasOf: (definition: Definition) => readonly Schema[]): Definition[] {
  const found = new Set<Definition>();
  const visit = (definition: Definition): void => {
    const nodes = schemasOf(definition).flatMap((schema) => [...subschemas(schema)].map(([node]) => node));
    // The type of a partial definition is written with the name of the other.
    for (const ref of [definition.partialOf, ...nodes.map((node) => node.ref)]) {
      if (ref === undefined || found.has(ref)) continue;
      found.add(ref);
      visit(ref);
    }
  };
  roots.forEach(visit);
  return [...found].toSorted((a, b) => byCodeUnit(a.name, b.name));
}
