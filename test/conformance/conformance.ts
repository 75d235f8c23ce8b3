// npm run conformance: asks the validators of every language, compares them with the compiled one, writes the matrix.
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadCatalog } from "../../scripts/catalog/catalog.ts";
import { formats } from "../../scripts/formats.ts";
import { everyKeyword } from "../fixtures/everyKeyword.ts";
import { generatePackage, writeSchemas } from "../support/build.ts";
import { canaryQuestions, formatQuestions, pinQuestions, type Question, randomQuestion, vectorQuestion, writeGroup } from "./groups.ts";
import { runExamples } from "./examples.ts";
import { ask, type Group, type Language, languages, type Line } from "./languages.ts";
import { decideFormat, judge, type Row } from "./matrix.ts";
import { type Column, pagePath, renderPage } from "./page.ts";

const { values } = parseArgs({ options: { "require-all": { type: "boolean", default: false } } });
const build = fileURLToPath(new URL(".build/", import.meta.url));

/** At least so many configurations and languages have to count. */
const least = { configurations: 16, languages: 6 };

/** The compiled `is` of every event of a package folder. */
async function compiled(folder: string): Promise<(type: string) => (value: unknown) => boolean> {
  const { GigsEvent } = (await import(`${folder}/index.js`)) as { GigsEvent: { is: (value: unknown) => boolean } };
  return (type) => (value) => (value as { type?: unknown } | null)?.type === type && GigsEvent.is(value);
}

/** Every question, by group id; `own` are asked in JavaScript only. */
async function createQuestions(): Promise<{ questions: Map<string, Question>; own: Map<string, Question>; columns: Column[] }> {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const sources = [
    { schemas: `${root}schemas`, generated: `${root}generated` },
    { schemas: await writeSchemas(everyKeyword), generated: await generatePackage(everyKeyword) },
  ];
  const questions = new Map<string, Question>();
  const own = new Map<string, Question>();
  const columns: Column[] = [];
  for (const [i, { schemas, generated }] of sources.entries()) {
    const accepts = await compiled(generated);
    for (const event of (await loadCatalog(schemas)).catalog.events) {
      const vectors = vectorQuestion(event, accepts(event.type));
      questions.set(`vectors-${event.type}`, vectors);
      columns.push([`vectors-${event.type}`, `${event.type} (${vectors.payloads.length} vectors)`]);
      if (i > 0) {
        // The fixture has what pins need: a text of a format that may be null.
        for (const pin of pinQuestions(vectors)) questions.set(`pin-${pin.subject.replaceAll(" ", "-")}`, pin);
        continue;
      }
      const random = randomQuestion(event, accepts(event.type), 100_000);
      own.set(`random-${event.type}`, random);
      questions.set(`random-${event.type}`, { ...random, payloads: random.payloads.slice(0, 10_000), want: random.want.slice(0, 10_000) });
      columns.push([`random-${event.type}`, "random (10,000; JavaScript 100,000)"]);
    }
  }
  for (const question of formatQuestions()) questions.set(`format-${question.subject}`, question);
  for (const [i, question] of canaryQuestions().entries()) questions.set(`canary-${i}-${question.subject}`, question);
  return { questions, own, columns };
}

const { questions, own, columns } = await createQuestions();
const [main] = questions.keys();
await mkdir(build, { recursive: true });

const rows: Row[] = [];
const lines = new Map<Row, readonly Line[]>();
const missing: string[] = [];
for (const language of languages) {
  const start = performance.now();
  const asked = language === "javascript" ? new Map([...questions, ...own]) : questions;
  const answer = await ask(language, await writeGroups(language, asked), `${build}${language}.json`);
  if ("missing" in answer) {
    missing.push(`${language}: ${answer.missing}`);
    continue;
  }
  for (const row of judge(language, answer.lines, asked, main as string)) {
    rows.push(row);
    lines.set(row, answer.lines.filter((line) => isOf(row, line)));
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

const page = renderPage(rows, columns, decisions, missing);
console.log(page);
// A page from a machine that lacks a language would hide that language.
if (missing.length === 0) await writeFile(pagePath, page);

const examples = await runExamples();
console.log(`Examples of the README: ${examples.map(({ language, outcome }) => `${language} ${outcome}`).join(", ")}.`);

const failures = [...findDisagreements(), ...findPinFailures(), ...findFormatDrift(), ...findExamples(), ...findShortage()];
for (const failure of failures) console.error(`failed: ${failure}`);
process.exitCode = failures.length > 0 ? 1 : 0;

function isOf(row: Row, line: Line): boolean {
  return row.validator === line.validator && row.version === line.version && row.draft === line.draft && row.settings === line.settings;
}

async function writeGroups(language: Language, asked: ReadonlyMap<string, Question>): Promise<Group[]> {
  return Promise.all([...asked].map(([id, question]) => writeGroup(`${build}${language}`, id, question)));
}

function* findDisagreements(): Generator<string> {
  for (const { validator, draft, settings, unsupported, results } of rows) {
    if (unsupported !== undefined) continue;
    for (const [id] of columns) {
      const result = results.get(id);
      if (typeof result === "number" && result > 0) yield `${validator} (${draft}, ${settings}): ${result} disagreements on ${id}`;
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
    if (outcome !== "ok" && outcome !== "missing") yield `the README's example for ${language} ${outcome}`;
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
