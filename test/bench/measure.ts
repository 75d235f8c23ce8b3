import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { splitUsage, tellUsage, type Usage } from "../support/usage.ts";

/** What one run of a program took. */
export interface Run extends Usage {
  /** In seconds, on the clock. */
  readonly wall: number;
}

/** A Node program, and its arguments. */
export interface Contestant {
  readonly name: string;
  readonly command: readonly string[];
}

/** Runs a Node program; gives what it printed. */
export async function runNode(args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1 << 26 });
  return stdout;
}

/** How a Node program ended. */
export interface Ended {
  /** The exit code; the signal where one ended it. */
  readonly code: number | string;
  readonly stdout: string;
  readonly stderr: string;
  /** Undefined where it was ended before it could say. */
  readonly run: Run | undefined;
}

/**
 * Runs a Node program to its end, whatever its exit code is.
 * @param settings its folder, and the milliseconds after which it is ended
 */
export function measureNode(
  command: readonly string[],
  settings: { readonly cwd?: string; readonly timeout?: number } = {},
): Promise<Ended> {
  const start = performance.now();
  const options = { ...settings, maxBuffer: 1 << 28, killSignal: "SIGKILL" } as const;
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [...tellUsage, ...command], options, (_, stdout, printed) => {
      const wall = (performance.now() - start) / 1000;
      const { stderr, usage } = splitUsage(printed);
      const run = usage === undefined ? undefined : { wall, ...usage };
      resolve({ code: child.exitCode ?? child.signalCode ?? "nothing", stdout, stderr, run });
    });
  });
}

async function runOnce({ name, command }: Contestant): Promise<Run> {
  const { code, run } = await measureNode(command);
  if (code !== 0) throw new Error(`${name} ended with ${code}`);
  if (run === undefined) throw new Error(`${name} did not say what it took`);
  return run;
}

/**
 * Runs contestants one after the other, round by round, so that a slow minute of the machine hits all alike.
 * @returns the runs of each, in the order of the contestants
 */
export async function race(contestants: readonly Contestant[], rounds: number): Promise<Run[][]> {
  const runs: Run[][] = contestants.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, contestant] of contestants.entries()) runs[i]?.push(await runOnce(contestant));
  }
  return runs;
}

/** The middle of several numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}
