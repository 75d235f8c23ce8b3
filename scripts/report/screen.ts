import type { World } from "../world.ts";
import { visible, visibleColored, visibleCommands } from "./visible.ts";

/** How often a line of progress is drawn, in milliseconds. */
const interval = 200;

/** Ways to print that get along with a line of progress, which is drawn over and over on a terminal, and nowhere else. */
export interface Screen {
  /**
   * Prints lines on standard output, with a final newline; nothing for "".
   * @param isCommands whether they are workflow commands; no other line is let through that looks like one
   */
  readonly print: (text: string, isCommands?: boolean) => void;
  /** Prints lines on standard error, with a final newline; nothing for "". */
  readonly complain: (text: string) => void;
  /** Waits for a slow reader of standard output: what it has not taken is held in memory. */
  readonly drained: () => Promise<void> | undefined;
  /** Draws the line, not too often. */
  readonly progress: (line: string) => void;
}

/** Makes the ways to print on the streams of a world. */
export function createScreen({ stdout, stderr, now }: Pick<World, "stdout" | "stderr" | "now">): Screen {
  let next = 0;
  let isShown = false;
  const clear = (): void => {
    if (isShown) stderr.write("\r\u001B[K");
    isShown = false;
  };
  const printer =
    (stream: World["stdout"]) =>
    (text: string, isCommands = false): void => {
      clear();
      if (text !== "") stream.write(`${isCommands ? visibleCommands(text) : visibleColored(text)}\n`);
    };
  return {
    print: printer(stdout),
    complain: printer(stderr),
    drained: () => stdout.drained?.(),
    progress(line) {
      const time = now();
      if (stderr.isTTY !== true || time < next) return;
      next = time + interval;
      clear();
      stderr.write(visible(line));
      isShown = true;
    },
  };
}
