import { byCodeUnit } from "../json/json.ts";
import { codeEmitters, each, type Emitter, type Input } from "./code.ts";
import type { OutputFile } from "./file.ts";
import { emitChangelog, emitLicense, emitPackageJson, emitReadme } from "./package.ts";
import { exampleOf, findExamples } from "../vectors/examples.ts";
import { emitAllRawVectors, emitVectorPage } from "./rawVectors.ts";
import { emitSchemas } from "./schemas.ts";
import { emitTwin } from "./twin/twin.ts";
import { emitEventTypes, emitObjectTypes } from "./types.ts";
import { emitVectors, makeVectors, pinned, vectorPath } from "./vectors.ts";

/** Every target. A new one is a file beside this and a line here. */
const emitters: readonly Emitter[] = [
  emitTwin,
  ...codeEmitters,
  ({ catalog }) => each(catalog.events, emitEventTypes),
  ({ catalog }) => each(catalog.definitions, emitObjectTypes),
  ({ catalog }) => catalog.events.flatMap(emitSchemas),
  ({ catalog }) => {
    const leftOut = new Map<string, number>();
    const examples = findExamples(catalog.events);
    const files = pinned(catalog).map((definition) => {
      const { tests, leftOut: more } = makeVectors(definition, exampleOf(definition, examples.get(definition)));
      if (more > 0) leftOut.set(vectorPath(definition), more);
      return emitVectors(definition, tests);
    });
    return [...files, ...emitAllRawVectors(catalog.events), emitVectorPage(leftOut)];
  },
  ({ catalog, project }) => [
    emitPackageJson(project),
    emitLicense(project),
    emitChangelog(project),
    emitReadme(catalog, project),
  ],
];

/**
 * Makes every file of the package.
 * @returns sorted by path; a function of the input alone
 */
export async function emit(input: Input): Promise<OutputFile[]> {
  const files: OutputFile[] = [];
  // One after the other: what Ajv needs for thousands of events is free again before the vectors are made.
  for (const emitter of emitters) files.push(...(await emitter(input)));
  return files.toSorted((a, b) => byCodeUnit(a.path, b.path));
}
