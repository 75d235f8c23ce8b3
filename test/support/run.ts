// The ways to run the command line: as a call, as a process, as several calls in a process.
import { spawn, type SpawnOptions } from "node:child_process";
import { join } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { main } from "../../scripts/cli.ts";
import type { World } from "../../scripts/world.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** How a run ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a call gets of the world, where it is not the usual. */
export interface Surroundings extends Partial<Omit<World, "stdin" | "stdout" | "stderr">> {
  readonly stdin?: string | Uint8Array;
  /** Whether both outputs are a terminal. */
  readonly isTTY?: boolean;
}

/** Runs the command line in this process, in the root unless told otherwise. */
export async function run(
  args: readonly string[],
  { stdin = "", isTTY = false, ...rest }: Surroundings = {},
): Promise<Ended> {
  const texts = { stdout: "", stderr: "" };
  const stream = (name: "stdout" | "stderr"): World["stdout"] => ({ isTTY, write: (text) => (texts[name] += text) });
  const interrupts = { signal: new AbortController().signal, listen: () => () => {} };
  const defaults = { cwd: root, env: {}, now: () => performance.now(), interrupts };
  const code = await main(args, {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout: stream("stdout"),
    stderr: stream("stderr"),
    ...defaults,
    ...rest,
  });
  return { code, ...texts };
}

/** Runs a shell command to its end. `"$@"` in it stands for the arguments. */
export function runShell(command: string, args: readonly string[] = [], options: SpawnOptions = {}): Promise<Ended> {
  const { INIT_CWD: _, ...inherited } = process.env;
  const env = { ...inherited, npm_config_update_notifier: "false", ...options.env };
  const child = spawn("sh", ["-c", command, "sh", ...args], { ...options, env });
  const texts = { stdout: "", stderr: "" };
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (texts.stdout += text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (texts.stderr += text));
  return new Promise((resolve, reject) => {
    child.on("error", reject).on("close", (code) => resolve({ code, ...texts }));
  });
}

/** Where and how a process runs: `before` is a shell command such as `umask 077`, `home` has the `scripts/`. */
type ProcessOptions = SpawnOptions & { readonly before?: string; readonly home?: string };

/** Runs the command line as a process of its own, in the root unless told otherwise. */
export function runProcess(args: readonly string[], options: ProcessOptions = {}): Promise<Ended> {
  const { before = "true", home = root, ...rest } = options;
  const words = [process.execPath, join(home, "scripts/run.mjs"), ...args];
  return runShell(`${before} && exec "$@"`, words, { cwd: root, ...rest });
}

/** How several runs in one process ended, and how much memory the process had at most, in bytes. */
export interface AllEnded {
  readonly runs: readonly Ended[];
  readonly memory: number;
}

/** Runs several command lines one after the other, in one process of their own: as another user, or under watch. */
export async function runAll(lines: readonly (readonly string[])[], options: SpawnOptions = {}): Promise<AllEnded> {
  const words = [
    process.execPath,
    "--import",
    join(root, "scripts/typescript.mjs"),
    join(root, "test/support/runAll.ts"),
  ];
  const { stdout, stderr } = await runShell('exec "$@"', [...words, JSON.stringify(lines)], { cwd: root, ...options });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as AllEnded;
}
