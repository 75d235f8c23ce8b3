import { resolve, relative, sep } from "node:path";
import type { Work } from "../pipeline.ts";
import { readSources } from "../sources.ts";
import type { Screen } from "../report/screen.ts";
import { callerFolder, hasColor, type Output, type World } from "../world.ts";
import { createPhase } from "./phase.ts";

/** The input of a command: the pipeline's, and how to report. */
export interface Context extends Work {
  readonly out: string;
  readonly root: string;
  /** The schema folder from where the person stands, with forward slashes: for reports. */
  readonly base: string;
  /** Whether reports about schemas may have colours. */
  readonly color: boolean;
  /** The command line that would bring the output up to date. */
  readonly fix: string;
  /** A clock, in milliseconds. */
  readonly now: () => number;
}

/** What a command line says about folders, and how much is reported. */
export interface Flags {
  readonly schemas?: string;
  readonly out?: string;
  readonly verbose?: boolean;
}

/** A word of a command line as a POSIX shell reads it. */
function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/**
 * Works out what a command works on.
 * @param flags paths are relative to where the person is
 * @param root folder of the root package.json
 * @param screen where phases are reported
 * @param stream where reports about schemas go
 * @throws UnusableInput where a file of this repository cannot be read
 */
export async function createContext(
  { schemas, out, verbose = false }: Flags,
  root: string,
  world: World,
  screen: Screen,
  stream: Output,
): Promise<Context> {
  const words = [
    ...(schemas === undefined ? [] : ["--schemas", schemas]),
    ...(out === undefined ? [] : ["--out", out]),
  ];
  const here = callerFolder(world, root);
  const folder = schemas === undefined ? resolve(root, "schemas") : resolve(here, schemas);
  return {
    schemas: folder,
    out: out === undefined ? resolve(root, "generated") : resolve(here, out),
    root,
    ...(await readSources(root)),
    phase: createPhase(screen, world.now, verbose),
    base: relative(here, folder).split(sep).join("/"),
    color: hasColor(world, stream),
    fix: words.length === 0 ? "npm run generate" : `npm run codegen -- generate ${words.map(quote).join(" ")}`,
    now: world.now,
    interrupts: world.interrupts,
  };
}
