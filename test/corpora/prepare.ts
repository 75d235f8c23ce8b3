import { readSchemas, writeSchemas } from "./catalogue.ts";
import { type Finding, findUnfit, summarize } from "./findings.ts";
import { leaveOut } from "./leftOut.ts";
import type { Measured } from "./limits.ts";
import { eventFile, isLeaf, objectFile, typeOf } from "./names.ts";
import { renderBroken, renderEnded } from "./page.ts";
import { repair, repairs } from "./repairs.ts";
import { lint, type Linted, warmUp } from "./tool.ts";

/** Where an error of a definition can stand. */
const filesOf = (name: string): string[] => [objectFile(name), ...(isLeaf(name) ? [eventFile(typeOf(name))] : [])];

const renderFindings = (findings: readonly Finding[] | undefined): string =>
  findings === undefined ? "" : `\n\n${renderBroken(summarize(findings))}`;

/**
 * Rewrites a schema folder by `lint --fix`, tells what is left, and makes what remains pass: by the repairs that are
 * known, and else by leaving definitions out with all that refer to them.
 * @returns what was measured
 */
export async function prepare(schemas: string, definitions: readonly string[]): Promise<Measured> {
  await warmUp(schemas);
  const fixed = await lint(schemas, ["--fix"]);
  console.log(`## lint\n\n${renderEnded("lint --fix", fixed)}\n`);
  const first = await tell(schemas);
  const unfit = findUnfit(first.findings ?? [], definitions);
  const known = repairs.filter(({ definition }) => unfit.includes(definition));
  for (const { definition, rule, why } of known) console.log(`switched off by hand: ${definition}: ${rule}: ${why}`);
  const files = repair(await readSchemas(schemas), known);
  await writeSchemas(files, schemas);
  const last = known.length === 0 ? first : await tell(schemas);

  const rest = findUnfit(last.findings ?? [], definitions);
  const left = leaveOut(files, rest.flatMap(filesOf));
  await writeSchemas(left, schemas);
  const events = [...left.keys()].filter((file) => file.startsWith("events/")).length;
  console.log(`${unfit.length} of ${definitions.length} definitions need more than the adapter and --fix`);
  console.log(`left out: ${files.size - left.size} files, for ${rest.length} definitions; ${events} events remain\n`);
  return {
    ...(first.findings === undefined ? {} : { unfit: (100 * unfit.length) / definitions.length }),
    ...(last.run === undefined ? {} : { lintCpu: last.run.cpu, lintMemory: last.run.memory }),
  };
}

async function tell(schemas: string): Promise<Linted> {
  const linted = await lint(schemas);
  const why = linted.findings === undefined ? `\n\n${linted.stderr}` : "";
  console.log(`${renderEnded("lint", linted)}${renderFindings(linted.findings)}${why}\n`);
  return linted;
}
