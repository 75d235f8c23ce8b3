import { toChecker } from "../payloads/checker.ts";
import { findInputs } from "../payloads/inputs.ts";
import { loadPackage, runPackage } from "../payloads/packages.ts";
import { validateInput } from "../payloads/read.ts";
import { type PayloadFormat, payloadRenderers, renderProgress } from "../payloads/render.ts";
import { createSession } from "../payloads/session.ts";
import { runPipeline } from "../pipeline.ts";
import { painter } from "../report/paint.ts";
import type { Screen } from "../report/screen.ts";
import { visible } from "../report/visible.ts";
import { UnusableInput } from "../unusable.ts";
import type { Interrupts } from "../world.ts";
import type { Context } from "./context.ts";
import { exitCodes, type Outcome } from "./outcome.ts";
import { complaints } from "./report.ts";

/** The arguments and options of `codegen validate`. */
export interface Request {
  /** Files, folders, globs, or `-`. */
  readonly words: readonly string[];
  /** The only type that is expected. */
  readonly type?: string;
  /** Folder of a generated package, absolute; its code is run. */
  readonly package?: string;
  readonly format: PayloadFormat;
  readonly unknown: "warning" | "error";
  readonly showValues: boolean;
  readonly failFast: boolean;
  /** How many findings are reported. */
  readonly maxErrors: number;
}

/** The streams and the folder that the command gets from its caller. */
export interface Terminal extends Screen {
  /** The folder that relative paths are relative to, absolute. */
  readonly here: string;
  readonly stdin: AsyncIterable<Buffer>;
  readonly color: boolean;
  readonly interrupts: Interrupts;
}

/** The validator that payloads are held to; undefined where the schemas have errors. */
async function loadChecker(request: Request, context: Context, complain: Terminal["complain"]) {
  if (request.package !== undefined) return toChecker(await loadPackage(request.package), request.type);
  const result = await runPipeline(context, "code");
  complain(complaints(result, context));
  return result.files === undefined ? undefined : toChecker(runPackage(result.files), request.type);
}

/**
 * Tells which payloads are no valid events. Writes nothing; nothing secret is printed.
 * @throws UnusableInput where the schemas or the package cannot be used; inputs that cannot be read are reported instead
 */
export async function validate(request: Request, context: Context, terminal: Terminal): Promise<Outcome> {
  const { here, stdin, print, complain, progress, drained, interrupts } = terminal;
  const { signal } = interrupts;
  const checker = await loadChecker(request, context, complain);
  if (checker === undefined) return { code: exitCodes.findings, text: "Not validated: the schemas have errors." };

  const renderer = payloadRenderers[request.format](painter(terminal.color));
  const session = createSession({ ...request, signal }, (finding) =>
    print(renderer.finding(finding), request.format === "github"),
  );
  const start = context.now();
  const seconds = (): number => (context.now() - start) / 1000;
  let bytes = 0;
  let isUnusable = false;
  /** Does something with an input; where that cannot be used, the rest can. */
  const attempt = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof UnusableInput)) throw error;
      complain(visible(error.message));
      isUnusable = true;
      return undefined;
    }
  };
  const watch = (count: number): void => progress(renderProgress((bytes += count), session.tally, seconds()));

  // What came of the inputs so far is worth saying. But a document can take seconds: meanwhile Ctrl-C ends the process at once.
  let stop = interrupts.listen();
  const whileBusy = async (work: () => Promise<void>): Promise<void> => {
    stop();
    await work().finally(() => (stop = interrupts.listen()));
  };
  for (const word of request.words) {
    for (const input of (await attempt(() => findInputs(word, here, stdin))) ?? []) {
      if (session.signal.aborted) break;
      const telling = { ...request, file: input.name, checker };
      await attempt(() => validateInput(input, telling, session, { watch, whileBusy, drained }));
    }
  }
  stop();
  const code = session.hasErrors() ? exitCodes.findings : exitCodes.done;
  const text = renderer.end(session.result(seconds()));
  return { code: signal.aborted ? exitCodes.interrupted : isUnusable ? exitCodes.unusable : code, text };
}
