import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** What one run of a program took. */
export interface Run {
  /** In seconds, on the clock. */
  readonly wall: number;
  /** In seconds, user and system. */
  readonly cpu: number;
  /** The most memory that it had, in megabytes. */
  readonly memory: number;
}

/** A Node program, and its arguments. */
export interface Contestant {
  readonly name: string;
  readonly command: readonly string[];
}

/** Says at the end of a process what it took. */
const watch =
  'data:text/javascript,process.on("exit",()=>{const u=process.resourceUsage();process.stderr.write("\\ntook "+(u.userCPUTime+u.systemCPUTime)+" "+u.maxRSS)})';

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
    const child = execFile(process.execPath, ["--import", watch, ...command], options, (_, stdout, printed) => {
      const wall = (performance.now() - start) / 1000;
      const [said = "", cpu, memory] = /\ntook (\d+) (\d+)$/.exec(printed) ?? [];
      const run = cpu === undefined ? undefined : { wall, cpu: Number(cpu) / 1e6, memory: Number(memory) / 1000 };
      const stderr = printed.slice(0, printed.length - said.length);
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
