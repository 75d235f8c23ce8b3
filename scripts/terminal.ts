import { resolve } from "node:path";
import process from "node:process";
import { exitCodes } from "./commands/outcome.ts";

/**
 * Where the person is: npm runs scripts in the package's folder, and says where it was called.
 * @param root folder of the root package.json
 */
export function callerFolder(root: string): string {
  const isNpmScript = resolve(process.cwd()) === resolve(root) && process.env.npm_lifecycle_event !== undefined;
  return isNpmScript ? (process.env.INIT_CWD ?? process.cwd()) : process.cwd();
}

/** Whether a stream is a terminal that may have colours (https://no-color.org). */
export function hasColor(stream: { readonly isTTY?: boolean }): boolean {
  return stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== "dumb";
}

/** Prints lines on standard output; a final newline is added. */
export function print(text: string): void {
  if (text !== "") process.stdout.write(`${text}\n`);
}

/** Prints lines on standard error; a final newline is added. */
export function complain(text: string): void {
  if (text !== "") process.stderr.write(`${text}\n`);
}

/** Ends the process quietly where nobody reads on, as in `| head`. */
export function endWithReader(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(exitCodes.brokenPipe);
  });
}

/** A signal that Ctrl-C gives. The second Ctrl-C ends the process at once. */
export function listenForInterrupt(): AbortSignal {
  const controller = new AbortController();
  process.once("SIGINT", () => {
    controller.abort();
    // Nothing more comes from a terminal or a pipe that is waited for.
    process.stdin.destroy();
  });
  return controller.signal;
}

/** How often a line of progress is drawn, in milliseconds. */
const interval = 200;

/** Ways to print that get along with a line of progress, which is drawn over and over on a terminal, and nowhere else. */
export interface Screen {
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  /** Draws the line, not too often. */
  readonly progress: (line: string) => void;
}

export function createScreen(): Screen {
  let next = 0;
  let isShown = false;
  const clear = (): void => {
    if (isShown) process.stderr.write("\r\u001B[K");
    isShown = false;
  };
  const cleared = (write: (text: string) => void) => (text: string) => {
    clear();
    write(text);
  };
  return {
    print: cleared(print),
    complain: cleared(complain),
    progress(line) {
      const now = performance.now();
      if (process.stderr.isTTY !== true || now < next) return;
      next = now + interval;
      clear();
      process.stderr.write(line);
      isShown = true;
    },
  };
}
