import { readDocument } from "../catalog/document.ts";
import { type Folder, readFolder } from "../catalog/folder.ts";
import { findLinked, rewriteFiles } from "../catalog/rewrite.ts";
import { type Fixed, fixDocuments } from "../fixes/fix.ts";
import { count } from "../report/count.ts";
import { pathOf } from "../report/path.ts";
import { visible } from "../report/visible.ts";
import { takenNames } from "../rules/names.ts";
import { uninterrupted } from "../world.ts";
import type { Context } from "./context.ts";
import { diffLines } from "./diff.ts";
import { exitCodes, type Outcome } from "./outcome.ts";

/** How `lint --fix` goes about it. */
export interface FixFlags {
  /** Whether the changes are shown, and nothing is written. */
  readonly dryRun: boolean;
  /** Whether standard output belongs to the report. */
  readonly isQuiet: boolean;
}

/** A folder with the texts of a dry run. */
function withTexts({ documents, diagnostics }: Folder, fixed: ReadonlyMap<string, Fixed>): Folder {
  const changed = [...fixed].map(([file, { text }]) => readDocument(file, new TextEncoder().encode(text)));
  const problems = changed.flatMap(([, found]) => found);
  return {
    documents: new Map([...documents, ...changed.map(([document]) => [document.file, document] as const)]),
    diagnostics: [...diagnostics, ...problems],
  };
}

/** Says of a file what was rewritten in it: "3 definitions, 1 nullable". */
function summarize({ counts }: Fixed): string {
  return [...counts].map(([keyword, number]) => `${number} ${keyword}`).join(", ");
}

/**
 * Rewrites what older drafts and OpenAPI 3.0 say, in the files of the schema folder.
 * @returns what was done, and the context for the linting of what is left
 * @throws UnusableInput where the schema folder cannot be read or written; nothing is changed then
 */
export async function fix(context: Context, { dryRun, isQuiet }: FixFlags): Promise<[Outcome, Context]> {
  const { schemas, base, project } = context;
  const folder = await readFolder(schemas);
  const { documents } = folder;
  const broken = new Set(folder.diagnostics.map(({ file }) => file));
  const linked = await findLinked(schemas, [...documents.keys()]);
  const run = (others: ReadonlySet<string>): Map<string, Fixed> =>
    fixDocuments(documents, ({ file }) => !broken.has(file) && !others.has(file), takenNames(project));
  // Of links only those are named in which there is something to rewrite.
  const all = run(new Set());
  const refused = [...all.keys()].filter((file) => linked.has(file));
  const fixed = refused.length === 0 ? all : run(linked);

  const pathTo = (file: string): string => visible(pathOf(base, file));
  const lines: string[] = [];
  for (const [file, one] of fixed) {
    lines.push(`${dryRun ? "would fix" : "fixed"} ${pathTo(file)}: ${summarize(one)}`);
    const before = documents.get(file)?.text ?? "";
    if (dryRun) lines.push(...diffLines([pathTo(file), before], [pathTo(file), one.text]));
  }
  lines.push(`${count(fixed.size, "file")} ${dryRun ? "would be fixed; nothing was written" : "fixed"}`);
  if (!dryRun && fixed.size > 0) {
    const files = [...fixed].map(([file, { text }]) => ({
      file,
      before: documents.get(file)?.text ?? "",
      after: text,
    }));
    const { interrupts } = context;
    await uninterrupted(interrupts, () => rewriteFiles(schemas, files, () => interrupts?.signal.aborted === true));
  }
  const errors = refused.map((file) => `${pathTo(file)} is a symbolic link: not fixed`).join("\n");
  const outcome = { code: exitCodes.done, text: isQuiet ? "" : `${lines.join("\n")}\n`, errors };
  return [outcome, dryRun ? { ...context, folder: withTexts(folder, fixed) } : context];
}
