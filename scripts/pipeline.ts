import { type Catalog, loadCatalog, toCatalog } from "./catalog/catalog.ts";
import type { Folder } from "./catalog/folder.ts";
import { type Diagnostic, hasErrors } from "./report/diagnostic.ts";
import type { OutputFile } from "./emit/file.ts";
import { byCodeUnit } from "./json/json.ts";
import { checkFolder } from "./output/checkFolder.ts";
import { compare, type Listener } from "./output/compare.ts";
import { reading, writing } from "./output/open.ts";
import type { Plan } from "./output/plan.ts";
import { stage } from "./output/staging.ts";
import { runRules } from "./rules/run.ts";
import { rules } from "./rules/rules.ts";
import type { Sources } from "./sources.ts";
import { Interrupted, UnusableInput } from "./unusable.ts";
import { type Interrupts, uninterrupted } from "./world.ts";

/** The input of a run: folders, sources, and ways to report and to be stopped. */
export interface Work extends Sources {
  /** Schema folder, absolute. */
  readonly schemas: string;
  /** What takes the folder's part where its files are not as they will be. */
  readonly folder?: Folder;
  /** Output folder, absolute; only runs that compare or write need it. */
  readonly out?: string;
  /** Folder of the root package.json; an output folder must not hold it. */
  readonly root?: string;
  /** What asks a run to end; one that does not write leaves them alone. */
  readonly interrupts?: Interrupts;
  /** Hears of each file that a run that compares finds different. */
  readonly onDifference?: Listener;
  /** Runs a phase, and may tell how long it took. */
  readonly phase?: Phase;
}

/** Runs the work of a phase. */
export type Phase = <T>(name: string, work: () => T | Promise<T>) => Promise<T>;

/**
 * How far a run goes: `lint` tells what is wrong with the schemas; `code` makes the files that a package needs to run,
 * unverified; `files` makes all and verifies them; `compare` holds them against the output folder; `write` writes them.
 */
export type Goal = "lint" | "code" | "files" | "compare" | "write";

/** The output of a run; which members there are depends on its goal. */
export interface Result {
  readonly catalog: Catalog;
  /** Sorted by file and location. With an error among them there is nothing else. */
  readonly diagnostics: readonly Diagnostic[];
  /** Of `code` and `files`: runs that compare or write hold no more than one of them. */
  readonly files?: readonly OutputFile[];
  /** The changes of the output folder that were made (`write`) or would be (`compare`). */
  readonly steps?: Plan;
}

/**
 * Turns schemas into a package, phase by phase, up to a goal. Files are verified, compared and staged as they are made.
 * @throws UnusableInput where input or output cannot be used; nothing is changed then
 * @throws Interrupted where Ctrl-C came while the output folder was written; the next run completes what it left
 * @throws Error where what was emitted is not what the schemas say: a bug of ours
 */
export async function runPipeline(work: Work, goal: Goal): Promise<Result> {
  const { schemas, root = "", project, runtime, phase = async (_, run) => run() } = work;
  const out = goal === "compare" || goal === "write" ? checkFolder(work.out ?? "", schemas, root) : "";

  const loaded = await phase("load", () => (work.folder ? toCatalog(work.folder) : loadCatalog(schemas)));
  const { catalog } = loaded;
  const diagnostics = await phase("lint", () => runRules(rules, loaded, project));
  if (diagnostics.length === 0 && catalog.events.length === 0) {
    throw new UnusableInput(`There is no events/<type>.schema.json in ${schemas}.`);
  }
  const linted = { catalog, diagnostics };
  if (goal === "lint" || hasErrors(diagnostics)) return linted;

  // What brings json-schema-to-typescript, Ajv and esbuild along is loaded only when there is something to emit.
  const input = { catalog, project, runtime };
  const { emitCode } = await import("./emit/code.ts");
  if (goal === "code") return { ...linted, files: await phase("emit", () => emitCode(input)) };
  const { emit, emitTwin } = await import("./emit/emit.ts");
  const { verified } = await import("./verify/verify.ts");
  const { ourIssues } = await import("./verify/validators.ts");
  const code = await phase("emit", async () => [...(await emitCode(input)), ...(await emitTwin(input))]);
  const emitted = (): AsyncIterable<OutputFile> => verified(catalog, emit(input, code, ourIssues(code)));
  if (goal === "files") return { ...linted, files: await phase("files", () => collect(emitted())) };

  if (goal === "compare") {
    const { onDifference = () => {} } = work;
    const { steps } = await phase("files", () => reading(out, (folder) => compare(folder, emitted(), onDifference)));
    return { ...linted, steps };
  }
  return uninterrupted(work.interrupts, () =>
    writing(out, async (folder, mustOwn) => {
      const mayGoOn = (): void => {
        if (work.interrupts?.signal.aborted === true) throw new Interrupted();
        mustOwn();
      };
      const staging = stage(folder);
      try {
        const { disk, steps } = await phase("files", () => compare(folder, emitted(), staging.add, mayGoOn));
        if (steps.obstacles.length > 0)
          throw new UnusableInput(`In the way of the output, remove: ${steps.obstacles.join(", ")} (in ${out}).`);
        await phase("write", () => staging.commit(steps, disk, mayGoOn));
        return { ...linted, steps };
      } finally {
        staging.discard();
      }
    }),
  );
}

/** All of several files, sorted by path. */
async function collect(files: AsyncIterable<OutputFile>): Promise<OutputFile[]> {
  const all: OutputFile[] = [];
  for await (const file of files) all.push(file);
  return all.toSorted((a, b) => byCodeUnit(a.path, b.path));
}
