import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { JsonObject } from "../../scripts/json/json.ts";
import type { Source } from "./adapt.ts";
import { leafOf } from "./names.ts";

/** A recorded delivery, and the definition of its kind. */
export interface Delivery {
  readonly leaf: string;
  readonly payload: JsonObject;
}

/** GitHub's schemas, and deliveries of api.github.com. */
export interface Corpus {
  readonly source: Source;
  readonly deliveries: readonly Delivery[];
}

/** What `@octokit/webhooks-examples` has of an event. */
interface Recorded {
  readonly name: string;
  readonly examples: readonly JsonObject[];
}

/** Reads the packages of GitHub's events from where npm installed them. */
export async function readGithub(installed: string): Promise<Corpus> {
  const read = async (path: string): Promise<unknown> =>
    JSON.parse(await readFile(join(installed, "node_modules/@octokit", path), "utf8"));
  const source = (await read("webhooks-schemas/schema.json")) as Source;
  const recorded = (await read("webhooks-examples/api.github.com/index.json")) as readonly Recorded[];
  const names = new Set(Object.keys(source.definitions));
  const deliveries = recorded.flatMap(({ name, examples }) =>
    examples.map((payload) => ({ leaf: leafOf(name, payload["action"], names), payload })),
  );
  const lost = deliveries.find(({ leaf }) => !names.has(leaf));
  if (lost !== undefined) throw new Error(`There is no definition ${lost.leaf}.`);
  return { source, deliveries };
}
