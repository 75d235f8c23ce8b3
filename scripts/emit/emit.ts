import type { Catalog } from "../catalog/catalog.ts";
import { byCodeUnit } from "../catalog/json.ts";
import type { Project } from "../project.ts";
import type { OutputFile } from "./file.ts";
import { emitIndex } from "./index.ts";
import { emitLicense, emitManifest, emitReadme } from "./package.ts";
import { emitRawVectors, emitVectorPage } from "./rawVectors.ts";
import { emitRuntime, type RuntimeSource } from "./runtime.ts";
import { emitSchemas } from "./schemas.ts";
import { emitEventTypes, emitObjectTypes } from "./types.ts";
import { emitValidator } from "./validator.ts";
import { emitVectors } from "./vectors.ts";

/** Everything that files are made of. */
export interface Input {
  readonly catalog: Catalog;
  readonly project: Project;
  readonly runtime: RuntimeSource;
}

type Files = OutputFile[] | Promise<OutputFile[]>;

/** A target: it makes files of values, and touches nothing else. */
type Emitter = (input: Input) => Files;

const each = async <T>(items: readonly T[], toFiles: (item: T) => Files): Promise<OutputFile[]> =>
  (await Promise.all(items.map(async (item) => toFiles(item)))).flat();

/** Every target. A new one is a file beside this and a line here. */
const emitters: readonly Emitter[] = [
  ({ catalog, project }) => each(catalog.events, (event) => emitValidator(event, project)),
  ({ catalog }) => each(catalog.events, emitEventTypes),
  ({ catalog }) => each(catalog.definitions, emitObjectTypes),
  ({ catalog }) => catalog.events.flatMap(emitSchemas),
  ({ catalog }) => [...catalog.events.flatMap((event) => [emitVectors(event), emitRawVectors(event)]), emitVectorPage()],
  ({ catalog, project }) => emitIndex(catalog, project),
  ({ runtime }) => emitRuntime(runtime),
  ({ catalog, project }) => [emitManifest(project), emitLicense(project), emitReadme(catalog, project)],
];

/**
 * Makes every file of the package.
 * @returns sorted by path; a function of the input alone
 */
export async function emit(input: Input): Promise<OutputFile[]> {
  // Async, so that what one throws never leaves the rejection of another unheard.
  const files = await Promise.all(emitters.map(async (emitter) => emitter(input)));
  return files.flat().toSorted((a, b) => byCodeUnit(a.path, b.path));
}
