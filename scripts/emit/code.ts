import type { Catalog } from "../catalog/catalog.ts";
import type { Project } from "../project.ts";
import { isRepeated } from "../schema/repetition.ts";
import { emitEnvelope } from "./envelope.ts";
import type { OutputFile } from "./file.ts";
import { emitIndex } from "./index.ts";
import { emitPatterns } from "./patterns.ts";
import { emitRedact } from "./redact.ts";
import { emitRuntime, emitSide, emitWebhook, type RuntimeSource } from "./runtime.ts";
import { differsInDraft07, emitDefinition, emitValidator, findCommon, holdsRecursion } from "./validator.ts";

/** Everything that files are made of. */
export interface Input {
  readonly catalog: Catalog;
  readonly project: Project;
  readonly runtime: RuntimeSource;
}

/** A target: it makes files of values, one after the other, and touches nothing else. */
export type Emitter = (input: Input) => Iterable<OutputFile> | AsyncIterable<OutputFile>;

/** The targets that a package needs to run; what makes types is slow to load. */
const codeEmitters: readonly ((input: Input) => OutputFile[] | Promise<OutputFile[]>)[] = [
  ({ catalog, project }) => {
    const common = findCommon(catalog);
    return [
      ...catalog.events.flatMap((event) => emitValidator(event, common)),
      ...[...catalog.definitions, ...catalog.bases].flatMap((definition) => emitDefinition(definition, common)),
      ...emitPatterns(common.patterns),
      ...emitEnvelope(catalog, project, common),
    ];
  },
  ({ catalog, project }) => emitIndex(catalog, project),
  ({ runtime, project }) => emitRuntime(runtime, project),
  ({ runtime, project }) => emitWebhook(runtime, project),
  ({ catalog, project, runtime }) => emitRedact(catalog, project, runtime),
  ({ catalog, runtime }) => (catalog.events.some(differsInDraft07) ? emitSide("draft07", runtime) : []),
  ({ catalog, runtime }) => (needsRecursion(catalog) ? emitSide("recursive", runtime) : []),
];

/** Whether a module of a package takes something of the one for definitions that hold themselves. */
function needsRecursion({ events, definitions, bases }: Catalog): boolean {
  return events.some(holdsRecursion) || [...definitions, ...bases].some(isRepeated);
}

/** Makes the files that a package needs to run, the very same that `emit` makes. */
export async function emitCode(input: Input): Promise<OutputFile[]> {
  return (await Promise.all(codeEmitters.map((emitter) => emitter(input)))).flat();
}
