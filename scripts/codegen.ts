// The program: connects the process to `main`.
import process from "node:process";
import { main } from "./cli.ts";
import { exitCodes, type ExitCode } from "./commands/outcome.ts";
import { UnusableInput } from "./unusable.ts";

/** How long work may take to end after it was asked to, in milliseconds. */
const patience = 1000;

/** Runs the command line of the process, and sets its exit code. */
async function start(): Promise<void> {
  /** Ends what is going on, once somebody has asked to hear of Ctrl-C. */
  let controller: AbortController | undefined;
  /** The exit code of a process that cannot print any more. */
  let broken: ExitCode | undefined;

  /** Ends the work between two changes, or the process where nobody listens. */
  const stop = (code: ExitCode): void => {
    if (controller === undefined) process.exit(code);
    controller.abort();
    // Nothing more comes from a terminal or a pipe that is waited for; a pipe that is being opened cannot be left.
    process.stdin.destroy();
    setTimeout(() => process.exit(code), patience).unref();
  };
  /** Ends where a stream takes no more: quietly where nobody reads on, as in `| head`. */
  const watch = (stream: NodeJS.WriteStream, name: string): void => {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (broken !== undefined) return;
      broken = error.code === "EPIPE" ? exitCodes.brokenPipe : exitCodes.unusable;
      // The work may have ended already: what it printed last fails later.
      process.exitCode = broken;
      const { message } = UnusableInput.fromSystem(`${name} cannot be written`, error);
      if (broken === exitCodes.unusable && stream !== process.stderr) process.stderr.write(`${message}\n`);
      stop(broken);
    });
  };
  /** The second Ctrl-C ends the process at once. */
  const listenForInterrupt = (): AbortSignal => {
    controller = new AbortController();
    process.once("SIGINT", () => stop(exitCodes.interrupted));
    return controller.signal;
  };

  watch(process.stdout, "Standard output");
  watch(process.stderr, "Standard error");
  const code = await main(process.argv.slice(2), {
    // Standard input is opened when it is read: a run that does not read it does not wait for it.
    get stdin() {
      return process.stdin;
    },
    stdout: process.stdout,
    stderr: process.stderr,
    cwd: process.cwd(),
    env: process.env,
    now: () => performance.now(),
    signal: listenForInterrupt,
  });
  process.exitCode = broken ?? code;
  // What was waited for, such as a pipe that nobody writes, would keep the process alive.
  if (broken !== undefined || code === exitCodes.interrupted) process.stdout.write("", () => process.exit());
}

await start();
