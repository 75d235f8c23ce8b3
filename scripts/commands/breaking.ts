import { compareCatalogs } from "../breaking/compareCatalogs.ts";
import { concludeFrom, isAtLeast } from "../breaking/outcome.ts";
import type { Confirms } from "../breaking/proofs.ts";
import type { ComparisonFormat } from "../breaking/names.ts";
import { comparisonRenderers } from "../breaking/renderers.ts";
import type { Level } from "../breaking/rule.ts";
import { type Catalog, toCatalog } from "../catalog/catalog.ts";
import { once } from "../remembered.ts";
import { count } from "../report/count.ts";
import { hasErrors } from "../report/diagnostic.ts";
import { runPipeline } from "../pipeline.ts";
import { readSide } from "../sides/readSide.ts";
import { UnusableInput } from "../unusable.ts";
import { ajvDefinitions } from "../verify/validators.ts";
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

/** A second reader of payloads: Ajv, by the schemas of a catalog as people wrote them. */
export function toReader(catalog: Catalog): Confirms {
  const validators = once(() => ajvDefinitions(catalog));
  return (event, value) => validators()(event)(value) === "valid";
}

/**
 * Tells what changed in the schemas, and whom it breaks.
 * @param here the caller's folder, absolute
 * @throws UnusableInput where a side cannot be read
 */
export async function breaking(
  { against, failOn, format, requireBump }: BreakingFlags,
  context: Context,
  here: string,
): Promise<Outcome> {
  const { schemas, root, base, color, project } = context;
  const side = await readSide(against, { here, schemas, root });
  if (side.kind === "package")
    throw new UnusableInput(
      `${side.name} is a generated package; compare with the schemas that it was made of: a git ref or a schema folder.`,
    );
  const result = await runPipeline(context, "lint");
  const errors = complaints(result, context);
  if (hasErrors(result.diagnostics))
    return { code: exitCodes.findings, text: "Not compared: the schemas have errors.", errors };
  const before = toCatalog(side.folder);
  const catalogs = { before: before.catalog, after: result.catalog };
  const readers = { before: toReader(catalogs.before), after: toReader(catalogs.after) };
  const changes = compareCatalogs(catalogs, readers);
  const comparison = concludeFrom(changes, { before: side.version, after: project.version });
  const isFinding = isAtLeast(comparison.level, failOn) || (requireBump && comparison.enough === false);
  const refused = before.diagnostics.filter(({ severity }) => severity === "error").length;
  const warning =
    refused === 0
      ? ""
      : `${side.name} has ${count(refused, "error")} by today's rules; what can be read of it is compared.`;
  return {
    code: isFinding ? exitCodes.findings : exitCodes.done,
    text: comparisonRenderers[format]({
      ...comparison,
      name: side.name,
      base,
      color,
      failOn,
      version: project.version,
    }),
    isCommands: format === "github",
    errors: [errors, warning].filter((one) => one !== "").join("\n"),
  };
}
