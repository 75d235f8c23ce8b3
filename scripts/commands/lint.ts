import { hasErrors } from "../report/diagnostic.ts";
import { runPipeline } from "../pipeline.ts";
import type { Format } from "../report/renderers.ts";
import { UnusableInput } from "../unusable.ts";
import type { Context } from "./context.ts";
import { exitCodes, type Outcome } from "./outcome.ts";
import { render } from "./report.ts";

/** What a command line says to `lint`. */
export interface LintFlags {
  readonly format: Format;
  /** Whether what can be rewritten is rewritten first. */
  readonly fix: boolean;
  /** Whether that is shown, and nothing is written. */
  readonly dryRun: boolean;
  /** Whether every finding is reported, also where there are many of one rule. */
  readonly all: boolean;
}

/**
 * Tells what is wrong with the schemas. Writes nothing but what `--fix` rewrites.
 * @param settle gets what `--fix` did, which stands even where the linting of what is left then throws
 * @returns what is wrong; after a dry run, what would be
 * @throws UnusableInput where the schema folder cannot be used or holds no event, or the flags do not go together
 */
export async function lint(
  context: Context,
  { format, dryRun, all, ...flags }: LintFlags,
  settle: (outcome: Outcome) => void,
): Promise<Outcome> {
  if (dryRun && !flags.fix) throw new UnusableInput("--dry-run shows what --fix would write: add --fix.");
  let work = context;
  if (flags.fix) {
    const { fix } = await import("./fix.ts");
    const [outcome, next] = await fix(context, { dryRun, isQuiet: format !== "text" });
    settle(outcome);
    work = next;
  }
  const result = await runPipeline(work, "lint");
  const code = hasErrors(result.diagnostics) ? exitCodes.findings : exitCodes.done;
  return { code, text: render(result, work, format, all), isCommands: format === "github" };
}
