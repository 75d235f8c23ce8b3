import type { Catalog } from "../catalog/catalog.ts";
import type { Json } from "../json/json.ts";
import { toJson } from "../json/text.ts";
import { envelopeName, type Project } from "../project.ts";
import type { Definition } from "../schema/schema.ts";
import { type OutputFile, schemaPath } from "./file.ts";
import { renderModule } from "./module.ts";
import type { Common } from "./validator.ts";
import { createDraft } from "./validators/draft.ts";
import { eventNaming, printFunctions } from "./validators/functions.ts";
import { schemaFunction } from "./validators/schemaCode.ts";
import { sensitivePointers } from "./view.ts";

/** What all events share, as a definition of its own name; undefined where no event is made of the envelope. */
export function envelopeOf({ envelope, bases }: Catalog, project: Project): Definition | undefined {
  const base = bases.find(({ document, keys }) => document === envelope && keys.length === 0);
  if (base === undefined) return undefined;
  const name = envelopeName(project);
  return {
    ...base,
    name,
    schema: { ...base.schema, title: name },
    composed: { type: "object", allOf: [{ ref: base }] },
  };
}

/** The versions of events that the package is made of: those of package.json, else the one that the envelope names. */
function versionsOf({ schema }: Definition, { versions }: Project): Json[] {
  const { default: own } = schema.properties?.["version"] ?? {};
  return versions.length > 0 || own === undefined ? [...versions] : [own];
}

/**
 * The module of what all events share, for events that are newer than the package.
 * @returns the ESM and the CommonJS file; none where there is no envelope
 */
export function emitEnvelope(catalog: Catalog, project: Project, common: Common): OutputFile[] {
  const envelope = envelopeOf(catalog, project);
  if (envelope === undefined) return [];
  const { name, document } = envelope;
  const draft = createDraft(common, new Map(), [name]);
  const functions = printFunctions(envelope, draft, eventNaming);
  const schema = schemaFunction(envelope, draft, "schema", common.parts);
  const [sensitive, versions] = [sensitivePointers(envelope), versionsOf(envelope, project)].map((all) => toJson(all));
  const companion = `const ${name} = /* @__PURE__ */ ${draft.helper("envelopeCompanion")}(${toJson(name)}, ${sensitive}, ${versions}, accepts, explain, schema);`;
  return renderModule({
    path: "envelope",
    source: schemaPath(document.file),
    imports: draft.imports("./"),
    body: [draft.declarations().join("\n"), ...functions, schema, companion].filter((part) => part !== "").join("\n\n"),
    exports: [name],
  });
}
