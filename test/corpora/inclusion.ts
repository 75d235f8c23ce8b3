import { loadCatalog } from "../../scripts/catalog/catalog.ts";
import { type Answer, createInclusion } from "../../scripts/inclusion/inclusion.ts";
import type { Schema } from "../../scripts/schema/schema.ts";
import { mutateSchema } from "../support/mutateSchema.ts";
import { Random } from "../support/oracles/random.ts";

/** So many changes of one schema are made. */
const changes = 600;

/** How often each verdict was given, and by which keyword it was none. */
export interface Verdicts {
  readonly asked: number;
  readonly counts: ReadonlyMap<string, number>;
}

/**
 * Asks of changes of schemas, each in both orders, whether one side includes the other.
 * @param schemas those that are changed, one at a time and always the same
 */
export function compareChanges(schemas: readonly Schema[]): Verdicts {
  const answers = Array.from({ length: changes }, (_, seed) => {
    const random = new Random(seed);
    const schema = random.pick(schemas);
    const changed = mutateSchema(random, schema);
    const { compare } = createInclusion(true);
    return [compare(schema, changed), compare(changed, schema)];
  }).flat();
  const counts = new Map<string, number>();
  for (const answer of answers.map(nameOf)) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  return { asked: answers.length, counts: new Map([...counts].toSorted(([, a], [, b]) => b - a)) };
}

const nameOf = (answer: Answer): string =>
  answer.verdict === "unknown" ? `unknown, by ${answer.keyword}` : answer.verdict;

/** How many of a hundred answers are neither yes nor no. */
export function shareUnknown({ asked, counts }: Verdicts): number {
  const unknown = [...counts].flatMap(([name, count]) => (name.startsWith("unknown") ? [count] : []));
  return (100 * unknown.reduce((a, b) => a + b, 0)) / asked;
}

/** The schemas of all events and named objects of a folder. */
export async function readDefinitions(folder: string): Promise<Schema[]> {
  const { events, definitions } = (await loadCatalog(folder)).catalog;
  return [...events, ...definitions].map(({ schema }) => schema);
}
