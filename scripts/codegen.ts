// The program: connects the process to `main`.
import { once } from "node:events";
import process from "node:process";
import { main } from "./cli.ts";
import { exitCodes, type ExitCode } from "./commands/outcome.ts";
import { UnusableInput } from "./unusable.ts";

/** How long work may take to end after it was asked to, in milliseconds. */
const patience = 1000;

/** Waits until a stream takes more, or never will. */
async function waitFor(stream: NodeJS.WriteStream): Promise<void> {
  const done = new AbortController();
  const events = ["drain", "error", "close"].map((event) => once(stream, event, { signal: done.signal }));
  await Promise.race(events).catch(() => {});
  done.abort();
  await Promise.allSettled(events);
}

/** The signals that ask the program to end, and the exit code of each. */
const signals = [
  ["SIGINT", exitCodes.interrupted],
  ["SIGTERM", exitCodes.terminated],
] as const;

/** Runs the command line of the process, and sets its exit code. */
async function start(): Promise<void> {
  /** Ends what is going on, as long as somebody listens. */
  const controller = new AbortController();
  let listeners = 0;
  /** The exit code of a process that was asked to end. */
  let heard: ExitCode | undefined;
  /** The exit code of a process that cannot print any more. */
  let broken: ExitCode | undefined;

  /** Ends the work between two changes, or the process where nobody listens. */
  const stop = (code: ExitCode): void => {
    if (listeners === 0) process.exit(code);
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
  /** Of each signal the second one ends the process at once. */
  const listen = (): (() => void) => {
    listeners++;
    const added = signals.map(([name, code]) => {
      const hear = (): void => stop((heard = code));
      process.once(name, hear);
      return () => process.off(name, hear);
    });
    return () => {
      listeners--;
      for (const remove of added) remove();
    };
  };

  watch(process.stdout, "Standard output");
  watch(process.stderr, "Standard error");
  const code = await main(process.argv.slice(2), {
    // Standard input is opened when it is read: a run that does not read it does not wait for it.
    get stdin() {
      return process.stdin;
    },
    stdout: {
      write: (text) => process.stdout.write(text),
      isTTY: process.stdout.isTTY,
      drained: () => (process.stdout.writableNeedDrain && broken === undefined ? waitFor(process.stdout) : undefined),
    },
    stderr: process.stderr,
    cwd: process.cwd(),
    env: process.env,
    now: () => performance.now(),
    interrupts: { signal: controller.signal, listen },
  });
  process.exitCode = broken ?? (code === exitCodes.interrupted ? (heard ?? code) : code);
  // What was waited for, such as a pipe that nobody writes, would keep the process alive.
  if (broken !== undefined || code === exitCodes.interrupted) process.stdout.write("", () => process.exit());
}

await start();
