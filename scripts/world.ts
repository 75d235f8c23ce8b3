import { resolve } from "node:path";

/** A stream to print on, of which a terminal says so. */
export interface Output {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean;
  /** Resolves when a slow reader has taken what was written; undefined where nothing is waiting. */
  readonly drained?: () => Promise<void> | undefined;
}

/** The streams, the folder, the environment, the clock and the signals that the program gets from its process, or a test. */
export interface World {
  readonly stdin: AsyncIterable<Buffer>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** The current folder, absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A clock in milliseconds; only differences mean something. */
  readonly now: () => number;
  readonly interrupts: Interrupts;
}

/** Ctrl-C and SIGTERM. They end the process, unless somebody listens. */
export interface Interrupts {
  /** Aborts when one was heard of. */
  readonly signal: AbortSignal;
  /** Begins to listen, where the process must not end at once; what it returns ends that. */
  readonly listen: () => () => void;
}

/** Does work that must not end half way: a signal is heard of, and the work looks for it where it can end. */
export async function uninterrupted<T>(interrupts: Interrupts | undefined, work: () => Promise<T>): Promise<T> {
  const stop = interrupts?.listen();
  try {
    return await work();
  } finally {
    stop?.();
  }
}

/**
 * Where the person is: npm runs scripts in the package's folder, and says where it was called.
 * @param root folder of the root package.json
 */
export function callerFolder({ cwd, env }: World, root: string): string {
  const isNpmScript = resolve(cwd) === resolve(root) && env["npm_lifecycle_event"] !== undefined;
  return isNpmScript ? (env["INIT_CWD"] ?? cwd) : cwd;
}

/** Whether a stream is a terminal that may have colours (https://no-color.org). */
export function hasColor({ env }: World, stream: Output): boolean {
  return stream.isTTY === true && !env["NO_COLOR"] && env["TERM"] !== "dumb";
}
