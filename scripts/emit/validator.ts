import type { Catalog, Event } from "../catalog/catalog.ts";
import { isEqual } from "../json/equality.ts";
import type { Json } from "../json/json.ts";
import { toJson } from "../json/text.ts";
import { remembered } from "../remembered.ts";
import { inDraft07 } from "../runtime/draft07.js";
import { basesAmong } from "../schema/keywords/calls.ts";
import { isRecursive, namedIn } from "../schema/recursion.ts";
import type { Definition } from "../schema/schema.ts";
import { type OutputFile, schemaPath } from "./file.ts";
import { renderModule } from "./module.ts";
import { findPatterns } from "./patterns.ts";
import { createDraft, functionName, type Shared } from "./validators/draft.ts";
import { eventNaming, printFunctions, sharedNaming } from "./validators/functions.ts";
import { findParts, type Parts } from "./validators/parts.ts";
import { schemaFunction } from "./validators/schemaCode.ts";
import { sharedText } from "./sharedText.ts";
import { sensitivePointers } from "./view.ts";

/** What is worked out once for the modules of all definitions. */
export interface Common extends Shared {
  readonly parts: Parts;
}

/** Finds what the modules of a catalog share. */
export function findCommon(catalog: Catalog): Common {
  const all = [...catalog.events, ...catalog.definitions, ...catalog.bases];
  return { patterns: findPatterns(all), bases: basesAmong(all), parts: findParts(all) };
}

const paragraphs = (parts: readonly string[]): string => parts.filter((part) => part !== "").join("\n\n");

/**
 * The module of a definition that events call: its two functions and its JSON Schema. Not in the package's `exports`.
 * @returns the ESM and the CommonJS file
 */
export function emitDefinition(definition: Definition, common: Common): OutputFile[] {
  const naming = sharedNaming(definition);
  const schemaName = functionName("schemaOf", definition);
  const draft = createDraft(common, new Map(), [naming.accepts, naming.explain, schemaName]);
  const functions = printFunctions(definition, draft, naming);
  const schema = schemaFunction(definition, draft, schemaName, common.parts);
  return renderModule({
    path: `objects/${definition.name}`,
    source: schemaPath(definition.document.file),
    imports: draft.imports("../").map(({ names, from }) => ({ names, from: from.replace("../objects/", "./") })),
    body: paragraphs([draft.declarations().join("\n"), ...functions, schema]),
    exports: [naming.accepts, naming.explain, schemaName],
    isCircular: isRecursive(definition),
  });
}

/** Whether draft-07 says an event's schema in another way. */
export const differsInDraft07 = remembered((event: Event): boolean => {
  const shared = sharedText(event) as unknown as Json;
  return !isEqual(shared, inDraft07(shared) as Json);
});

/** Whether an event holds definitions that hold themselves. */
export function holdsRecursion({ schema }: Event): boolean {
  return [...namedIn(schema)].some(isRecursive);
}

/**
 * The module of one event: its two functions, its JSON Schema and its companion object.
 * @returns the ESM and the CommonJS file
 */
export function emitValidator(event: Event, common: Common): OutputFile[] {
  const { name, type, document } = event;
  const draft = createDraft(common, new Map([[type, "type"]]), [name]);
  const functions = printFunctions(event, draft, eventNaming);
  const schema = schemaFunction(event, draft, "schema", common.parts);
  const sensitive = sensitivePointers(event).map((pointer) => toJson(pointer));
  const isOwnInDraft07 = differsInDraft07(event);
  const made = isOwnInDraft07 ? `(target) => (target === "draft-07" ? inDraft07(schema()) : schema())` : "schema";
  const maker = holdsRecursion(event) ? "recursiveCompanion" : "companion";
  const companion = `const ${name} = /* @__PURE__ */ ${draft.helper(maker)}(type, [${sensitive.join(", ")}], accepts, explain, ${made});`;
  return renderModule({
    path: `events/${type}`,
    source: schemaPath(document.file),
    imports: [...draft.imports("../"), ...(isOwnInDraft07 ? [{ names: ["inDraft07"], from: "../draft07" }] : [])],
    body: paragraphs([
      [`const type = ${toJson(type)};`, ...draft.declarations()].join("\n"),
      ...functions,
      schema,
      companion,
    ]),
    exports: [name],
  });
}
