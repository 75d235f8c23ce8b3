import type { Catalog } from "../catalog/catalog.ts";
import type { Project } from "../project.ts";
import type { OutputFile } from "./file.ts";
import { emitIndex } from "./index.ts";
import { emitPatterns } from "./patterns.ts";
import { emitDraft07, emitRuntime, type RuntimeSource } from "./runtime.ts";
import { differsInDraft07, emitDefinition, emitValidator, findCommon } from "./validator.ts";

/** Everything that files are made of. */
export interface Input {
  readonly catalog: Catalog;
  readonly project: Project;
  readonly runtime: RuntimeSource;
}

/** A target: it makes files of values, and touches nothing else. */
export type Emitter = (input: Input) => OutputFile[] | Promise<OutputFile[]>;

/** Makes files of each of several things. */
export async function each<T>(
  items: readonly T[],
  toFiles: (item: T) => OutputFile[] | Promise<OutputFile[]>,
): Promise<OutputFile[]> {
  return (await Promise.all(items.map(async (item) => toFiles(item)))).flat();
}

/** The targets that a package needs to run; what makes types is slow to load. */
export const codeEmitters: readonly Emitter[] = [
  ({ catalog }) => {
    const common = findCommon(catalog);
    return [
      ...catalog.events.flatMap((event) => emitValidator(event, common)),
      ...[...catalog.definitions, ...catalog.bases].flatMap((definition) => emitDefinition(definition, common)),
      ...emitPatterns(common.patterns),
    ];
  },
  ({ catalog, project }) => emitIndex(catalog, project),
  ({ runtime, project }) => emitRuntime(runtime, project),
  ({ catalog, runtime }) => (catalog.events.some(differsInDraft07) ? emitDraft07(runtime) : []),
];

/** Makes the files that a package needs to run, the very same that `emit` makes. */
export function emitCode(input: Input): Promise<OutputFile[]> {
  return each(codeEmitters, (emitter) => emitter(input));
}
