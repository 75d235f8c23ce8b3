// The program: connects the process to `main`.
import process from "node:process";
import { main } from "./cli.ts";
import { exitCodes } from "./commands/outcome.ts";
import { UnusableInput } from "./unusable.ts";

/** Ends the process where a stream takes no more: quietly where nobody reads on, as in `| head`. */
function endWith(stream: NodeJS.WriteStream, name: string): void {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(exitCodes.brokenPipe);
    const { message } = UnusableInput.fromSystem(`${name} cannot be written`, error);
    if (stream !== process.stderr) process.stderr.write(`${message}\n`);
    process.exit(exitCodes.unusable);
  });
}

/** A signal that Ctrl-C gives. The second Ctrl-C ends the process at once. */
function listenForInterrupt(): AbortSignal {
  const controller = new AbortController();
  process.once("SIGINT", () => {
    controller.abort();
    // Nothing more comes from a terminal or a pipe that is waited for.
    process.stdin.destroy();
  });
  return controller.signal;
}

endWith(process.stdout, "Standard output");
endWith(process.stderr, "Standard error");
process.exitCode = await main(process.argv.slice(2), {
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
