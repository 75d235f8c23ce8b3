import { keywordsOf, type Question } from "./groups.ts";
import type { Language, Line } from "./languages.ts";

/** One row of the matrix: a validator in one setting and one draft. */
export interface Row {
  readonly language: Language;
  readonly validator: string;
  readonly version: string;
  readonly draft: string;
  readonly settings: string;
  readonly asserts: boolean;
  /** Why it does not count at all; absent where it does. */
  readonly unsupported?: string;
  /** Per question id: how many payloads got another verdict, or why the question was not put. */
  readonly results: ReadonlyMap<string, number | string>;
}

const labelOf = ({ validator, version, draft, settings }: Line): string =>
  JSON.stringify([validator, version, draft, settings]);

/** `Map.groupBy`, which Node 20 lacks. */
function groupBy(lines: readonly Line[], keyOf: (line: Line) => string): Map<string, Line[]> {
  const groups = new Map<string, Line[]>();
  for (const line of lines) groups.set(keyOf(line), [...(groups.get(keyOf(line)) ?? []), line]);
  return groups;
}

/** The payloads that got another verdict. */
function disagreements(verdicts: string, want: string): number[] {
  return [...want].flatMap((verdict, i) => (verdicts[i] === verdict ? [] : [i]));
}

/**
 * Judges what one language's runner printed.
 * @param questions by group id
 * @param main id of the question that a validator has to support to count
 */
export function judge(
  language: Language,
  lines: readonly Line[],
  questions: ReadonlyMap<string, Question>,
  main: string,
): Row[] {
  return [...groupBy(lines, labelOf).values()].map((own) => {
    const [{ validator, version, draft, settings, asserts, error }] = own as [Line];
    const byGroup = new Map(own.map((line) => [line.group, line]));
    const label = { language, validator, version, draft, settings, asserts };
    if (own[0]?.group === null) return { ...label, unsupported: error ?? "does not start", results: new Map() };
    const failed = new Set(
      [...questions].flatMap(([id, { kind, subject, want }]) =>
        kind === "canary" && byGroup.get(id)?.verdicts !== want ? [subject] : [],
      ),
    );
    const results = new Map(
      [...questions].map(([id, question]): [string, number | string] => {
        const line = byGroup.get(id);
        const lacks = [...keywordsOf(question.schema)].filter((keyword) => failed.has(keyword));
        if (line?.verdicts === undefined) return [id, line?.error ?? "not judged"];
        if (question.kind === "vectors" || question.kind === "random") {
          if (lacks.length > 0) return [id, `wrong on ${lacks.map((keyword) => `\`${keyword}\``).join(", ")}`];
        }
        return [id, disagreements(line.verdicts, question.want).length];
      }),
    );
    const first = results.get(main);
    return { ...label, results, ...(typeof first === "string" ? { unsupported: first } : {}) };
  });
}

const cell = (value: string | number): string => String(value).replaceAll("|", "\\|").replace(/\s+/g, " ");

/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.map(cell).join(" | ")} |`).join("\n");
}

/** A disagreement by what was asked, as evidence that a row of the format table is right. */
export interface FormatDecision {
  readonly format: string;
  readonly keeps: boolean;
  /** The first validator that disagrees, and on which sample; "" where all agree. */
  readonly decidedBy: string;
}

/** Whether `format` can stay beside `pattern`, by what validators that assert it say of the samples. */
export function decideFormat(
  format: string,
  question: Question,
  answers: readonly { readonly row: Row; readonly verdicts: string | undefined; readonly error: string | undefined }[],
): FormatDecision {
  for (const { row, verdicts, error } of answers) {
    if (row.unsupported !== undefined || !row.asserts) continue;
    const name = `${row.validator} ${row.version} (${row.draft}, ${row.settings})`;
    if (verdicts === undefined) return { format, keeps: false, decidedBy: `${name} refuses the schema: ${error}` };
    const [i] = disagreements(verdicts, question.want);
    if (i === undefined) continue;
    const verb = verdicts[i] === "1" ? "accepts" : "refuses";
    return { format, keeps: false, decidedBy: `${name} ${verb} \`${JSON.stringify(question.payloads[i])}\`` };
  }
  return { format, keeps: true, decidedBy: "" };
}
