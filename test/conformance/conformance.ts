// npm run conformance: asks the validators of every language, compares them with the compiled one, writes the matrix.
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { formats } from "../../scripts/formats/formats.ts";
import { type Question, writeGroup } from "./groups.ts";
import { runExamples } from "./examples.ts";
import { ask, type Group, type Language, languages, type Line } from "./languages.ts";
import { decideFormat, judge, type Row } from "./matrix.ts";
import { digest, pagePath, renderPage } from "./page.ts";
import { createQuestions } from "./questions.ts";

const { values } = parseArgs({ options: { "require-all": { type: "boolean", default: false } } });
const build = fileURLToPath(new URL(".build/", import.meta.url));

/** At least so many configurations and languages have to count. */
const least = { configurations: 16, languages: 6 };

const { all: questions, longer, columns, held } = await createQuestions();
const [main] = questions.keys();
await mkdir(build, { recursive: true });

const rows: Row[] = [];
const lines = new Map<Row, readonly Line[]>();
const missing: string[] = [];
for (const language of languages) {
  const start = performance.now();
  const asked = language === "javascript" ? new Map([...questions, ...longer]) : questions;
  const answer = await ask(language, await writeGroups(language, asked), `${build}${language}.json`);
  if ("missing" in answer) {
    missing.push(`${language}: ${answer.missing}`);
    continue;
  }
  for (const row of judge(language, answer.lines, asked, main as string)) {
    rows.push(row);
    lines.set(
      row,
      answer.lines.filter((line) => isOf(row, line)),
    );
  }
  console.error(`${language}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

const decisions = [...formats.keys()].map((name) => {
  const id = `format-${name}`;
  const answers = rows.map((row) => {
    const line = lines.get(row)?.find(({ group }) => group === id);
    return { row, verdicts: line?.verdicts, error: line?.error };
  });
  return decideFormat(name, questions.get(id) as Question, answers);
});

const page = renderPage(await digest(), rows, columns, decisions, missing);
console.log(page);
// A page from a machine that lacks a language would hide that language.
if (missing.length === 0) await writeFile(pagePath, page);

const examples = await runExamples();
console.log(
  `Examples of docs/languages.md: ${examples.map(({ language, outcome }) => `${language} ${outcome}`).join(", ")}.`,
);

const failures = [
  ...findDisagreements(),
  ...findPinFailures(),
  ...findFormatDrift(),
  ...findExamples(),
  ...findShortage(),
];
for (const failure of failures) console.error(`failed: ${failure}`);
process.exitCode = failures.length > 0 ? 1 : 0;

function isOf(row: Row, line: Line): boolean {
  return (
    row.validator === line.validator &&
    row.version === line.version &&
    row.draft === line.draft &&
    row.settings === line.settings
  );
}

async function writeGroups(language: Language, asked: ReadonlyMap<string, Question>): Promise<Group[]> {
  return Promise.all([...asked].map(([id, question]) => writeGroup(`${build}${language}`, id, question)));
}

function* findDisagreements(): Generator<string> {
  for (const { validator, draft, settings, unsupported, results } of rows) {
    if (unsupported !== undefined) continue;
    for (const id of held) {
      const result = results.get(id);
      if (typeof result === "number" && result > 0)
        yield `${validator} (${draft}, ${settings}): ${result} disagreements on ${id}`;
    }
  }
}

/** The `not` beside patterns and its `type` have to matter in some engine that counts, or they could go. */
function* findPinFailures(): Generator<string> {
  for (const [id, { kind, subject }] of questions) {
    if (kind !== "pin") continue;
    const proof = rows.find(({ unsupported, results }) => unsupported === undefined && Number(results.get(id)) > 0);
    if (proof === undefined) yield `no counted validator needs "${subject}"`;
    else console.log(`"${subject}" is pinned by ${proof.validator} ${proof.version} (${proof.language}).`);
  }
}

/** A missing language is told with the matrix. */
function* findExamples(): Generator<string> {
  for (const { language, outcome } of examples) {
    if (outcome !== "ok" && outcome !== "missing") yield `the example of docs/languages.md for ${language} ${outcome}`;
  }
}

function* findFormatDrift(): Generator<string> {
  for (const { format, keeps, decidedBy } of decisions) {
    if (formats.get(format)?.keepsFormat !== keeps) yield `keepsFormat of ${format} has to be ${keeps} ${decidedBy}`;
  }
}

function* findShortage(): Generator<string> {
  if (values["require-all"]) yield* missing.map((line) => `missing: ${line}`);
  const counted = rows.filter(({ unsupported }) => unsupported === undefined);
  const count = new Set(counted.map(({ language }) => language)).size;
  if (values["require-all"] && (counted.length < least.configurations || count < least.languages)) {
    yield `only ${counted.length} configurations in ${count} languages count`;
  }
}
