import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Json, JsonObject } from "../../scripts/json/json.ts";
import { adapt, type Files, withExamples } from "./adapt.ts";
import type { Corpus } from "./github.ts";
import { isLeaf } from "./names.ts";
import { makeSamples } from "./samples.ts";

/** A schema folder with an example in each event, and what was done to get it, counted. */
export interface Catalogue {
  readonly files: Files;
  readonly counts: ReadonlyMap<string, number>;
}

/**
 * Makes the schema folder of a corpus. The example of an event is the first recorded payload that the original accepts,
 * or a sample.
 * @param accepts whether the original accepts a payload of a leaf
 */
export function createCatalogue(
  { source, deliveries }: Corpus,
  accepts: (leaf: string, payload: Json) => boolean,
): Catalogue {
  const { files, counts } = adapt(source);
  const recorded = new Map<string, Json>();
  for (const { leaf, payload } of deliveries)
    if (!recorded.has(leaf) && accepts(leaf, payload)) recorded.set(leaf, payload);
  const others = Object.keys(source.definitions).filter((name) => isLeaf(name) && !recorded.has(name));
  const samples = makeSamples(files, others);
  const refused = [...samples].filter(([leaf, payload]) => !accepts(leaf, payload));
  return {
    files: withExamples(files, new Map([...recorded, ...samples])),
    counts: new Map([
      ...counts,
      ["events with a recorded payload as their example", recorded.size],
      ["events with a sample of ours, for no valid payload is recorded", samples.size],
      ["samples of ours that the original refuses", refused.length],
      ["events without an example", others.length - samples.size],
    ]),
  };
}

/** Writes schemas into a folder that is emptied first. */
export async function writeSchemas(files: Files, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const [path, schema] of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${JSON.stringify(schema, undefined, 2)}\n`);
  }
}

/** Reads the schemas of a folder. */
export async function readSchemas(folder: string): Promise<Files> {
  const paths = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith(".json")).toSorted();
  const read = async (path: string): Promise<[string, JsonObject]> => [
    path.replaceAll("\\", "/"),
    JSON.parse(await readFile(join(folder, path), "utf8")) as JsonObject,
  ];
  return new Map(await Promise.all(paths.map(read)));
}
