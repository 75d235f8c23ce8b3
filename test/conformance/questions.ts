import { fileURLToPath } from "node:url";
import { type Event, loadCatalog } from "../../scripts/catalog/catalog.ts";
import { generatePackage, writeSchemas } from "../support/build.ts";
import {
  canaryQuestions,
  formatQuestions,
  pinQuestions,
  type Question,
  randomQuestion,
  vectorQuestion,
} from "./groups.ts";
import { type Column, fixtures } from "./page.ts";

/** How many random payloads each validator of another language judges; those of JavaScript judge ten times as many. */
const randomCount = 10_000;

/** All that validators are asked, by the id of the group. */
export interface Questions {
  readonly all: ReadonlyMap<string, Question>;
  /** These are asked in JavaScript in place of those with the same id. */
  readonly longer: ReadonlyMap<string, Question>;
  /** What the page shows. */
  readonly columns: readonly Column[];
  /** What no validator that knows the keywords may answer otherwise: the columns, and the events of the catalogue. */
  readonly held: readonly string[];
}

/** What the events of the last fixture are called on the page. */
const headings: Readonly<Record<string, string>> = {
  "test.countedItems": "numbers of `contains`",
  "test.formats": "every format",
  "test.thread": "a definition that holds itself",
};

/** The events of a schema folder, each with the compiled `is` of its package. */
async function readEvents(schemas: string, generated: string): Promise<[Event, (value: unknown) => boolean][]> {
  const { GigsEvent } = (await import(`${generated}/index.js`)) as { GigsEvent: { is: (value: unknown) => boolean } };
  const { catalog } = await loadCatalog(schemas);
  return catalog.events.map((event) => {
    return [event, (value) => (value as { type?: unknown } | null)?.type === event.type && GigsEvent.is(value)];
  });
}

/** Makes every question: of the fixtures' events, of the catalogue's, of formats and of canaries. */
export async function createQuestions(): Promise<Questions> {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const [common, every, further] = await Promise.all(
    fixtures.map(async (fixture) => readEvents(await writeSchemas(fixture), await generatePackage(fixture))),
  );
  const catalogue = await readEvents(`${root}schemas`, `${root}generated`);
  const all = new Map<string, Question>();
  const longer = new Map<string, Question>();
  const columns: Column[] = [];
  const held: string[] = [];
  const ask = (id: string, question: Question, heading?: string): void => {
    all.set(id, question);
    held.push(id);
    if (heading !== undefined) columns.push([id, heading]);
  };

  for (const [event, is] of common ?? []) {
    const vectors = vectorQuestion(event, is);
    ask(`vectors-${event.type}`, vectors, `common keywords (${vectors.payloads.length} vectors)`);
    const random = randomQuestion(event, is, randomCount * 10);
    longer.set(`random-${event.type}`, random);
    ask(`random-${event.type}`, first(random, randomCount), "the same at random (10,000; JavaScript 100,000)");
  }
  for (const [event, is] of every ?? []) {
    const vectors = vectorQuestion(event, is);
    ask(`vectors-${event.type}`, vectors, `every keyword (${vectors.payloads.length} vectors)`);
    // This fixture has what pins need: a text of a format that may be null.
    for (const pin of pinQuestions(vectors)) all.set(`pin-${pin.subject.replaceAll(" ", "-")}`, pin);
  }
  for (const [event, is] of further ?? []) {
    const vectors = vectorQuestion(event, is);
    ask(`vectors-${event.type}`, vectors, `${headings[event.type] ?? event.type} (${vectors.payloads.length} vectors)`);
  }
  for (const [event, is] of catalogue) {
    ask(`catalogue-${event.type}`, vectorQuestion(event, is));
    ask(`catalogue-random-${event.type}`, randomQuestion(event, is, Math.ceil(randomCount / catalogue.length)));
  }
  for (const question of formatQuestions()) all.set(`format-${question.subject}`, question);
  for (const [i, question] of canaryQuestions().entries()) all.set(`canary-${i}-${question.subject}`, question);
  return { all, longer, columns, held };
}

/** The first payloads of a question, with their verdicts. */
function first(question: Question, count: number): Question {
  return { ...question, payloads: question.payloads.slice(0, count), want: question.want.slice(0, count) };
}
