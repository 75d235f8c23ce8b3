import { execFile, spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Schema } from "../../../scripts/schema/schema.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Builds what answers, where that is needed.
 * @returns what the machine lacks for it; undefined where nothing is missing
 * @throws Error where it cannot be built for another reason
 */
export async function setUpOracle(): Promise<string | undefined> {
  try {
    await promisify(execFile)(here("setup"), []);
    return undefined;
  } catch (error) {
    const { code, stderr } = error as { code?: number; stderr?: string };
    if (code === 127) return (stderr ?? "").trim();
    throw new Error(`jsonschema-rs cannot be set up:\n${stderr}`, { cause: error });
  }
}

/**
 * Asks jsonschema-rs, in one process, whether schemas accept all that others do.
 * @param pairs the schema that may accept less, and the other
 * @returns "yes", "no" or "unknown" for each pair
 */
export async function askOracle(pairs: readonly (readonly [inner: Schema, outer: Schema])[]): Promise<string[]> {
  const child = spawn(here("run"), [], { stdio: ["pipe", "pipe", "pipe"] });
  child.stdin.end(pairs.map((pair) => `${JSON.stringify(pair)}\n`).join(""));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const answers = stdout.split("\n").slice(0, -1);
  if (answers.length !== pairs.length) throw new Error(`jsonschema-rs answered ${answers.length} pairs: ${stderr}`);
  return answers;
}
