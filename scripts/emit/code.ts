import type { Catalog } from "../catalog/catalog.ts";
import type { Project } from "../project.ts";
import type { OutputFile } from "./file.ts";
import { emitIndex } from "./index.ts";
import { emitRuntime, type RuntimeSource } from "./runtime.ts";
import { emitValidator } from "./validator.ts";

/** Everything that files are made of. */
export interface Input {
  readonly catalog: Catalog;
  readonly project: Project;
  readonly runtime: RuntimeSource;
}

/** A target: it makes files of values, and touches nothing else. */
export type Emitter = (input: Input) => OutputFile[] | Promise<OutputFile[]>;

/** Makes files of each of several things. */
export async function each<T>(items: readonly T[], toFiles: (item: T) => OutputFile[] | Promise<OutputFile[]>): Promise<OutputFile[]> {
  return (await Promise.all(items.map(async (item) => toFiles(item)))).flat();
}

/** The targets that a package needs to run; what makes types is slow to load. */
export const codeEmitters: readonly Emitter[] = [
  ({ catalog, project }) => each(catalog.events, (event) => emitValidator(event, project)),
  ({ catalog, project }) => emitIndex(catalog, project),
  ({ runtime }) => emitRuntime(runtime),
];

/** Makes the files that a package needs to run, the very same that `emit` makes. */
export function emitCode(input: Input): Promise<OutputFile[]> {
  return each(codeEmitters, (emitter) => emitter(input));
}
