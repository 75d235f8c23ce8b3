import { spawn } from "node:child_process";
import { once } from "node:events";
import { open } from "node:fs/promises";

/** Where and how a command runs. */
export interface Settings {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** The file of its standard error. */
  readonly log: string;
  /** In milliseconds. */
  readonly timeout: number;
}

/** How a command ended. */
export interface Ended {
  readonly stdout: string;
  /** What was wrong with it, such as "ended with 1"; undefined where it ended with 0. */
  readonly problem?: string;
}

/** Runs a command to its end, or to the end of its time; nothing that it started goes on. */
export async function execute(
  [program = "", ...args]: readonly string[],
  { log, timeout, ...options }: Settings,
): Promise<Ended> {
  const file = await open(log, "w");
  // A process group of its own, for a browser is many processes.
  const child = spawn(program, args, { ...options, detached: true, stdio: ["ignore", "pipe", file.fd] });
  const stop = (): void => killGroup(child.pid);
  process.once("exit", stop);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    stop();
  }, timeout);
  let stdout = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  try {
    const [code, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
    if (isLate) return { stdout, problem: `did not end within ${timeout / 1000} s` };
    return code === 0 ? { stdout } : { stdout, problem: `ended with ${code ?? signal}` };
  } catch (error) {
    return { stdout, problem: `could not be started (${(error as NodeJS.ErrnoException).code})` };
  } finally {
    clearTimeout(timer);
    process.off("exit", stop);
    stop();
    await file.close();
  }
}

function killGroup(id: number | undefined): void {
  if (id === undefined) return;
  try {
    process.kill(-id, "SIGKILL");
  } catch {
    // Every process of it has ended already.
  }
}
