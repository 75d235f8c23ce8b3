import type { Emitter, Input } from "./code.ts";
import { envelopeOf } from "./envelope.ts";
import type { OutputFile } from "./file.ts";
import { emitChangelog, emitLicense, emitPackageJson } from "./package.ts";
import { emitAllRawVectors } from "./rawVectors.ts";
import { emitReadme } from "./readme.ts";
import { emitSchemas } from "./schemas.ts";
import { emitTesting, type IssuesOf } from "./testing.ts";
import { emitEnvelopeTypes, emitEventTypes, emitObjectTypes } from "./types.ts";
import { emitAllVectors } from "./vectors.ts";

export { emitTwin } from "./twin/twin.ts";

/** Every target beside code. A new one is a file beside this and a line here. */
const emitters: readonly Emitter[] = [
  ({ catalog }) => eachOf(catalog.events, emitEventTypes),
  ({ catalog }) => eachOf(catalog.definitions, emitObjectTypes),
  ({ catalog, project }) => eachOf([envelopeOf(catalog, project) ?? []].flat(), emitEnvelopeTypes),
  ({ catalog }) => eachOf(catalog.events, emitSchemas),
  ({ catalog }) => emitAllVectors(catalog),
  ({ catalog }) => emitAllRawVectors(catalog.events),
  ({ catalog, project }) => [
    emitPackageJson(project),
    emitLicense(project),
    emitChangelog(project),
    emitReadme(catalog, project),
  ],
];

/** Makes files of each of several things, when they are asked for. */
async function* eachOf<T>(
  items: readonly T[],
  toFiles: (item: T) => OutputFile[] | Promise<OutputFile[]>,
): AsyncGenerator<OutputFile> {
  for (const item of items) yield* await toFiles(item);
}

/**
 * Makes every file of the package, one after the other: all of them together may be more than memory holds.
 * @param code what `emitCode` and `emitTwin` made of the input: what is run when files are verified
 * @param issuesOf what that code says of a value, as an event
 * @returns a function of the input alone; code comes before vectors
 */
export async function* emit(input: Input, code: readonly OutputFile[], issuesOf: IssuesOf): AsyncGenerator<OutputFile> {
  yield* code;
  for (const emitter of emitters) yield* emitter(input);
  yield* emitTesting(input, issuesOf);
}
