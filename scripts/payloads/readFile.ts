import { closeSync, constants, createReadStream, openSync, type ReadStream, statSync } from "node:fs";

/** How often it is tried to leave a pipe, in milliseconds: it may not have begun to wait. */
const interval = 20;

/**
 * Reads a file. A pipe that nobody writes is waited for in the kernel, and the process could not end: where the work is
 * ended meanwhile, the pipe is opened for writing and closed at once, so that the wait is over.
 */
export function readFile(path: string, signal: AbortSignal): ReadStream {
  const stream = createReadStream(path, { signal });
  const leave = (): void => {
    const timer = setInterval(() => leavePipe(path), interval);
    stream.once("close", () => clearInterval(timer));
    leavePipe(path);
  };
  stream.once("open", () => signal.removeEventListener("abort", leave));
  signal.addEventListener("abort", leave, { once: true });
  return stream;
}

/** Opens a pipe for writing, where somebody waits for that; what is no pipe is not touched. */
function leavePipe(path: string): void {
  try {
    if (statSync(path).isFIFO()) closeSync(openSync(path, constants.O_WRONLY | constants.O_NONBLOCK));
  } catch {
    // Nobody waits yet, or the file is gone.
  }
}
