import type { Catalog } from "../catalog/catalog.ts";
import { toJson } from "../json/text.ts";
import { type Project, unionNames } from "../project.ts";
import { envelopeOf } from "./envelope.ts";
import type { OutputFile } from "./file.ts";
import { renderDeclarations, renderModule } from "./module.ts";
import { bare, type RuntimeSource } from "./runtime.ts";
import { sensitivePointers } from "./view.ts";

const source = "schemas/";

/** The module that copies events without what is secret, and without what no schema describes. */
export function emitRedact(catalog: Catalog, project: Project, { redact }: RuntimeSource): OutputFile[] {
  const events = catalog.events.map(({ name }) => name);
  const newer = envelopeOf(catalog, project)?.name;
  const envelopes = newer === undefined ? [] : [newer];
  const made = [`[${events.join(", ")}]`, ...envelopes].join(", ");
  const code = renderModule({
    path: "redact",
    source,
    imports: [{ names: [...events, ...envelopes], from: "./index" }],
    body: [...redact.code.map(bare), `const redact = /* @__PURE__ */ createRedact(${made});\n`].join("\n\n"),
    exports: ["redact"],
  });
  return [...code, ...emitRedactTypes(catalog, project, redact.types)];
}

/** The declarations: of each event the members that are hidden in it. */
function emitRedactTypes(catalog: Catalog, project: Project, helpers: string): OutputFile[] {
  const [union, , types] = unionNames(project);
  const newer = envelopeOf(catalog, project)?.name;
  const names = [union, types, `${union}Map`, ...(newer === undefined ? [] : [newer])];
  const hidden = catalog.events.map((event) => {
    const pointers = sensitivePointers(event).map((pointer) => toJson(pointer));
    return `  ${toJson(event.type)}: ${pointers.length === 0 ? "never" : pointers.join(" | ")};`;
  });
  const taken = newer === undefined ? union : `${union} | ${newer}`;
  const otherwise = newer === undefined ? "never" : `Omit<${newer}, "data">`;
  return renderDeclarations("redact", source, (extension) =>
    [
      `import type { ${names.join(", ")} } from "./index${extension}";\n`,
      helpers,
      `/** JSON Pointers of the members that are hidden, by type. */\nexport interface HiddenMembers {\n${hidden.join("\n")}\n}\n`,
      `/** An event as it can be logged, by its type. */\nexport type Redacted${union}<Type extends ${types} = ${types}> = {\n  [Each in Type]: Redacted<${union}Map[Each], HiddenMembers[Each]>;\n}[Type];\n`,
      [
        "/**",
        ' * Copies an event for a log: what is marked as a credential is "[redacted]", and null where it was null; members that no',
        ' * schema describes are left out. A text in lieu of an object with credentials is "[redacted]" too, and what is 200 levels',
        " * deep. Of an event whose type is not known only what all events share is left, without `data`.",
        ` * @example console.log(redact(event));`,
        " */",
        `export declare function redact<Event extends ${taken}>(`,
        "  event: Event,",
        `): Event extends ${union} ? Redacted${union}<Event["type"]> : ${otherwise};`,
        "",
      ].join("\n"),
    ].join("\n"),
  );
}
