import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Ended, measureNode } from "../bench/measure.ts";
import type { Finding } from "./findings.ts";

const program = fileURLToPath(new URL("../../scripts/run.mjs", import.meta.url));

/** Ten times what `generate` may take, in milliseconds: it ends what hangs. */
const patience = 15 * 60_000;

/** Runs a command line of the tool on a schema folder, in which it stands: paths in reports begin there. */
const runTool = (schemas: string, [command = "", ...rest]: readonly string[]): Promise<Ended> =>
  measureNode([program, command, "--schemas", schemas, ...rest], { cwd: schemas, timeout: patience });

/** Compiles the command line, as its first run does. */
export async function warmUp(schemas: string): Promise<void> {
  await runTool(schemas, ["lint", "--help"]);
}

/** How `lint` ended, and what it found; undefined where it did not get that far. */
export interface Linted extends Ended {
  readonly findings: readonly Finding[] | undefined;
}

/**
 * Lints a schema folder, and rewrites it first where asked to.
 * @param flags `--fix` or nothing
 */
export async function lint(schemas: string, flags: readonly string[] = []): Promise<Linted> {
  const ended = await runTool(schemas, ["lint", "--format", "json", ...flags]);
  return { ...ended, findings: readFindings(ended.stdout) };
}

function readFindings(text: string): readonly Finding[] | undefined {
  try {
    return (JSON.parse(text) as { diagnostics: Finding[] }).diagnostics;
  } catch {
    return undefined;
  }
}

/** Generates a package into an empty folder. */
export async function generate(schemas: string, out: string): Promise<Ended> {
  await rm(out, { recursive: true, force: true });
  return runTool(schemas, ["generate", "--out", out, "--verbose"]);
}
