import { fileURLToPath } from "node:url";
import { type Event, loadCatalog } from "../../scripts/catalog/catalog.ts";
import { pinned } from "../../scripts/emit/vectors.ts";
import type { Definition } from "../../scripts/schema/schema.ts";
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

/** What the definitions that the page shows are called there; the others are asked as well. */
const headings: Readonly<Record<string, string>> = {
  CommonKeywordsEvent: "common keywords",
  Everything: "every keyword",
  CountedItemsEvent: "numbers of `contains`",
  FormatsEvent: "every format",
  ThreadComment: "a definition that holds itself",
};

/** A definition, with the compiled validator of it. */
type Asked = readonly [definition: Definition | Event, is: (value: unknown) => boolean];

/** The definitions of a schema folder that have vectors, each with its validator in the generated package. */
async function readDefinitions(schemas: string, generated: string): Promise<Asked[]> {
  const { GigsEvent } = (await import(`${generated}/index.js`)) as { GigsEvent: { is: (value: unknown) => boolean } };
  const { catalog } = await loadCatalog(schemas);
  return Promise.all(
    pinned(catalog).map(async (definition): Promise<Asked> => {
      const { name } = definition;
      if ("type" in definition) {
        const { type } = definition;
        return [definition, (value) => (value as { type?: unknown } | null)?.type === type && GigsEvent.is(value)];
      }
      const module = (await import(`${generated}/objects/${name}.js`)) as Record<string, (value: unknown) => boolean>;
      return [definition, module[`accepts${name}`] as (value: unknown) => boolean];
    }),
  );
}

/** Makes every question: of the fixtures' events, of the catalogue's, of formats and of canaries. */
export async function createQuestions(): Promise<Questions> {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const [common, every, further] = await Promise.all(
    fixtures.map(async (fixture) => readDefinitions(await writeSchemas(fixture), await generatePackage(fixture))),
  );
  const catalogue = await readDefinitions(`${root}schemas`, `${root}generated`);
  const all = new Map<string, Question>();
  const longer = new Map<string, Question>();
  const columns: Column[] = [];
  const held: string[] = [];
  const ask = (id: string, question: Question, heading?: string): void => {
    all.set(id, question);
    held.push(id);
    if (heading !== undefined) columns.push([id, heading]);
  };

  for (const [definition, is] of [...(common ?? []), ...(every ?? []), ...(further ?? [])]) {
    const vectors = vectorQuestion(definition, is);
    const heading = headings[definition.name];
    const shown = heading === undefined ? [] : [`${heading} (${vectors.payloads.length} vectors)`];
    ask(`vectors-${definition.name}`, vectors, ...shown);
    // This one has what pins need: a text of a format that may be null.
    if (definition.name !== "Everything") continue;
    for (const pin of pinQuestions(vectors)) all.set(`pin-${pin.subject.replaceAll(" ", "-")}`, pin);
  }
  for (const [event, is] of common ?? []) {
    if (!("type" in event)) continue;
    const random = randomQuestion(event, is, randomCount * 10);
    longer.set(`random-${event.type}`, random);
    ask(`random-${event.type}`, first(random, randomCount), "the common ones at random (10,000; JavaScript 100,000)");
  }
  for (const [definition, is] of catalogue) {
    ask(`catalogue-${definition.name}`, vectorQuestion(definition, is));
    if (!("type" in definition)) continue;
    const random = randomQuestion(definition, is, Math.ceil(randomCount / catalogue.length));
    ask(`catalogue-random-${definition.type}`, random);
  }
  for (const question of formatQuestions()) all.set(`format-${question.subject}`, question);
  for (const [i, question] of canaryQuestions().entries()) all.set(`canary-${i}-${question.subject}`, question);
  return { all, longer, columns, held };
}

/** The first payloads of a question, with their verdicts. */
function first(question: Question, count: number): Question {
  return { ...question, payloads: question.payloads.slice(0, count), want: question.want.slice(0, count) };
}
