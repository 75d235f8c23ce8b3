import { requireVersions } from "../breaking/bump.ts";
import { compareSides } from "../breaking/compareSides.ts";
import { concludeFrom, isAtLeast } from "../breaking/comparison.ts";
import type { ComparisonFormat } from "../breaking/names.ts";
import { comparisonRenderers } from "../breaking/renderers.ts";
import { warningOf } from "../breaking/notCompared.ts";
import type { Level } from "../breaking/rule.ts";
import { hasErrors } from "../report/diagnostic.ts";
import { runPipeline } from "../pipeline.ts";
import { readSide } from "../sides/readSide.ts";
import { nearestVersion } from "../sides/version.ts";
import type { Context } from "./context.ts";
import { exitCodes, type Outcome } from "./outcome.ts";
import { complaints } from "./report.ts";

/** What a command line says to `breaking`. */
export interface BreakingFlags {
  /** A git ref, a schema folder or a package. */
  readonly against: string;
  /** The least level that is a finding. */
  readonly failOn: Level;
  readonly format: ComparisonFormat;
  /** Whether a version number that has not grown enough is a finding. */
  readonly requireBump: boolean;
}

/**
 * Tells what changed in the schemas, and whom it breaks.
 * @param here the caller's folder, absolute
 * @throws UnusableInput where a side cannot be read, or has no version where one is required
 */
export async function breaking(
  { against, failOn, format, requireBump }: BreakingFlags,
  context: Context,
  here: string,
): Promise<Outcome> {
  const { schemas, base, color, project } = context;
  const side = await readSide(against, { here, schemas });
  // The schemas may be those of another project than the tool's.
  const versions = { before: side.version, after: await nearestVersion(schemas) };
  if (requireBump) requireVersions(side.name, schemas, versions);
  const result = await runPipeline(context, "lint");
  const errors = complaints(result, context);
  if (hasErrors(result.diagnostics)) return refuse(format, errors);
  const compared = compareSides(side, result.catalog);
  const { refused, notCompared } = compared;
  const comparison = concludeFrom(compared, versions);
  const isFinding = isAtLeast(comparison.level, failOn) || (requireBump && comparison.enough === false);
  const warning = warningOf(side.name, refused, notCompared);
  return {
    code: isFinding ? exitCodes.findings : exitCodes.done,
    text: comparisonRenderers[format]({
      ...comparison,
      name: side.name,
      kind: side.kind,
      otherBase: side.base,
      base,
      color,
      failOn,
      version: project.version,
    }),
    isCommands: format === "github",
    errors: [errors, warning].filter((one) => one !== "").join("\n"),
  };
}

/** Formats that a person reads; what a program reads holds nothing but that format. */
const sentences: ReadonlySet<ComparisonFormat> = new Set(["text", "markdown"]);

/** What is said where the schemas themselves have errors. */
function refuse(format: ComparisonFormat, errors: string): Outcome {
  const sentence = "Not compared: the schemas have errors.";
  const code = exitCodes.findings;
  return sentences.has(format)
    ? { code, text: sentence, errors }
    : { code, text: "", errors: `${errors}\n${sentence}` };
}
