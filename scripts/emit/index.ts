import type { Catalog } from "../catalog/catalog.ts";
import { toJson } from "../json/text.ts";
import { type Project, unionNames } from "../project.ts";
import { runtimeTypes, runtimeValues } from "../runtime/exports.ts";
import { envelopeOf } from "./envelope.ts";
import type { OutputFile } from "./file.ts";
import { renderDeclarations, renderModule } from "./module.ts";

const source = "schemas/";

/** The package's entry: every event, and the union of all. */
export function emitIndex(catalog: Catalog, project: Project): OutputFile[] {
  const { events, definitions } = catalog;
  const [union, map, types] = unionNames(project);
  const names = events.map(({ name }) => name);
  const envelope = envelopeOf(catalog, project)?.name;
  const envelopes = envelope === undefined ? [] : [envelope];
  const code = renderModule({
    path: "index",
    source,
    imports: [
      ...events.map(({ name, type }) => ({ names: [name], from: `./events/${type}` })),
      ...envelopes.map((name) => ({ names: [name], from: "./envelope" })),
      { names: [...runtimeValues, "union"], from: "./runtime" },
    ],
    body: [
      `const ${union} = /* @__PURE__ */ union(${toJson(union)}, [`,
      ...names.map((name) => `  ${name},`),
      "]);\n",
    ].join("\n"),
    exports: [union, ...names, ...envelopes, ...runtimeValues],
  });
  const declarations = renderDeclarations("index", source, (extension) =>
    [
      ...events.map(({ name, type }) => `import type { ${name} } from "./events/${type}${extension}";`),
      `import type { UnionCompanion } from "./runtime${extension}";`,
      "",
      ...events.map(({ name, type }) => `export { ${name} } from "./events/${type}${extension}";`),
      ...envelopes.map((name) => `export { ${name} } from "./envelope${extension}";`),
      ...definitions.map(({ name }) => `export type { ${name} } from "./objects/${name}${extension}";`),
      `export { ${runtimeValues.join(", ")} } from "./runtime${extension}";`,
      `export type {\n${runtimeTypes.map((name) => `  ${name},\n`).join("")}} from "./runtime${extension}";`,
      "",
      "/** Each event's interface, by its `type`. */",
      `export interface ${map} {`,
      ...events.map(({ name, type }) => `  "${type}": ${name};`),
      "}",
      "",
      "/** The `type` of every event. */",
      `export type ${types} = keyof ${map};`,
      "",
      "/** Any event; `type` tells which. */",
      `export type ${union} = ${names.length === 1 ? names[0] : names.map((name) => `\n  | ${name}`).join("")};`.replace(
        "= \n",
        "=\n",
      ),
      "",
      "/** Checks and reads events of every type. */",
      `export declare const ${union}: UnionCompanion<${union}, ${types}>;`,
      "",
    ].join("\n"),
  );
  return [...code, ...declarations];
}
