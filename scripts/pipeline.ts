import { type Catalog, loadCatalog, toCatalog } from "./catalog/catalog.ts";
import type { Folder } from "./catalog/folder.ts";
import { type Diagnostic, hasErrors } from "./report/diagnostic.ts";
import type { OutputFile } from "./emit/file.ts";
import { readDisk, write } from "./output/disk.ts";
import { withLock } from "./output/lock.ts";
import { checkFolder } from "./output/checkFolder.ts";
import { type Disk, type Plan, plan } from "./output/plan.ts";
import { runRules } from "./rules/run.ts";
import { rules } from "./rules/rules.ts";
import type { Sources } from "./sources.ts";
import { Interrupted, UnusableInput } from "./unusable.ts";

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
  /** Asks to hear of Ctrl-C; a run that does not write leaves Ctrl-C alone. */
  readonly signal?: () => AbortSignal;
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
  readonly files?: readonly OutputFile[];
  readonly disk?: Disk;
  /** The changes of the output folder that were made (`write`) or would be (`compare`). */
  readonly steps?: Plan;
}

/** How long to wait for another run that writes, in milliseconds: longer than the lock of one that was killed stands. */
const patience = 40_000;

/**
 * Turns schemas into a package, phase by phase, up to a goal.
 * @throws UnusableInput where input or output cannot be used; nothing is changed then
 * @throws Interrupted where Ctrl-C came while the output folder was written; the next run completes what it left
 * @throws Error where what was emitted is not what the schemas say: a bug of ours
 */
export async function runPipeline(work: Work, goal: Goal): Promise<Result> {
  const { schemas, out = "", root = "", project, runtime, phase = async (_, run) => run() } = work;
  if (goal === "compare" || goal === "write") checkFolder(out, schemas, root);

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
  if (goal === "code")
    return { ...linted, files: await phase("emit", async () => (await import("./emit/code.ts")).emitCode(input)) };
  const files = await phase("emit", async () => (await import("./emit/emit.ts")).emit(input));
  await phase("verify", async () => (await import("./verify/verify.ts")).mustAgree(catalog, files));
  if (goal === "files") return { ...linted, files };

  const compare = async (): Promise<{ disk: Disk; steps: Plan }> => {
    const disk = await readDisk(out, new Set(files.map(({ path }) => path)));
    return { disk, steps: plan(files, disk) };
  };
  if (goal === "compare") return { ...linted, files, ...(await phase("plan", compare)) };
  return withLock(out, patience, async (mustOwn) => {
    const signal = work.signal?.();
    const mayChange = async (): Promise<void> => {
      if (signal?.aborted === true) throw new Interrupted();
      await mustOwn();
    };
    const { disk, steps } = await phase("plan", compare);
    await phase("write", () => write(out, steps, disk, mayChange));
    return { ...linted, files, disk, steps };
  });
}
