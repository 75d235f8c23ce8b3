import { cpSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { readlinkSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Context } from "../../scripts/commands/context.ts";
import type { JsonObject } from "../../scripts/json/json.ts";
import { type OpenFolder } from "../../scripts/disk/openFolder.ts";
import { compare } from "../../scripts/output/compare.ts";
import { reading, writing } from "../../scripts/output/open.ts";
import type { Plan } from "../../scripts/output/plan.ts";
import { stage } from "../../scripts/output/staging.ts";
import { type Result, runPipeline } from "../../scripts/pipeline.ts";
import { readSources } from "../../scripts/sources.ts";
import { example } from "./example.ts";
import { ownSchemas } from "./source.ts";

/** The folder of the root package.json. */
export const root: string = fileURLToPath(new URL("../../", import.meta.url));

const sources = await readSources(root);

/** A new empty folder; it is removed when the tests are done. */
export function createFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), "folder-")));
}

/** A copy of a folder, named `copy`, in a folder of its own. */
export function copyFolder(folder: string): string {
  const copy = join(createFolder(), "copy");
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** Writes files below a folder, in the order given; undefined removes one. Objects become indented JSON. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | JsonObject | undefined>>): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    if (content === undefined) rmSync(file);
    else writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content, null, 2));
  }
}

/** A folder with the schemas of our own first event, and files added, replaced or, by undefined, removed. */
export function createSchemas(changes: Readonly<Record<string, string | JsonObject | undefined>> = {}): string {
  const folder = createFolder();
  writeFiles(folder, { ...ownSchemas, ...changes });
  return folder;
}

export const draft = "https://json-schema.org/draft/2020-12/schema";

/** A second event, and the object that it holds. */
export const secondEvent: Readonly<Record<string, JsonObject>> = {
  "events/com.gigs.sim.activated.schema.json": {
    $schema: draft,
    title: "SimActivatedEvent",
    description: "Sent when a card can be used.",
    type: "object",
    allOf: [{ $ref: "../event.schema.json" }],
    properties: {
      type: { description: "Names this event.", const: "com.gigs.sim.activated" },
      data: { description: "The card.", $ref: "../objects/sim.schema.json" },
    },
    examples: [{ ...example(), type: "com.gigs.sim.activated", data: { id: "sim_1" } }],
  },
  "objects/sim.schema.json": {
    $schema: draft,
    title: "Sim",
    description: "A card.",
    type: "object",
    properties: { id: { type: "string", description: "Identifies the card." } },
  },
};

/** What the commands work on, for calls in this process. */
export function createContext(schemas: string, out: string): Context {
  return {
    schemas,
    out,
    root,
    ...sources,
    base: "schemas",
    color: false,
    fix: "the fix",
    now: () => performance.now(),
  };
}

const made = new Map<string, Promise<Result>>();

/** What has to be done to an output folder. */
export interface Prepared extends Plan {
  /** Does it. */
  readonly carryOut: () => Promise<void>;
  /** Does it in an opened folder. */
  readonly carryOutIn: (folder: OpenFolder, mayGoOn: () => void) => Promise<void>;
}

/** Finds out what has to be done to an output folder. The files of each schema folder are made once. */
export async function prepare(schemas: string, out: string): Promise<Prepared> {
  const result = made.get(schemas) ?? runPipeline(createContext(schemas, out), "files");
  made.set(schemas, result);
  const { files = [] } = await result;
  const { disk, steps } = await reading(out, (folder) => compare(folder, files, () => {}));
  const carryOutIn: Prepared["carryOutIn"] = async (folder, mayGoOn) => {
    const staging = stage(folder);
    await compare(folder, files, staging.add);
    await staging.commit(steps, disk, mayGoOn).finally(staging.discard);
  };
  return { ...steps, carryOutIn, carryOut: () => writing(out, carryOutIn) };
}

/** Everything below a folder, sorted: the text of files, the target of links, "folder" of folders (as `name/`). */
export function listTree(folder: string): Record<string, string> {
  return Object.fromEntries(
    walk(folder).map((path) => {
      const file = join(folder, path);
      if (path.endsWith("/")) return [path, "folder"];
      return [path, lstatSync(file).isSymbolicLink() ? `link to ${readlinkSync(file)}` : readFileSync(file, "utf8")];
    }),
  );
}

/** The files below a folder, sorted, with forward slashes. */
export function listFiles(folder: string): string[] {
  return walk(folder).filter((path) => !path.endsWith("/"));
}

/** The paths that the inventory of an output folder lists. */
export function readInventory(out: string): string[] {
  return Object.keys((JSON.parse(readFileSync(join(out, "inventory.json"), "utf8")) as { files: object }).files);
}

/** When everything below a folder was changed last, in nanoseconds; folders as `name/`, the folder itself as `./`. */
export function listTimes(folder: string): Record<string, bigint> {
  const time = (path: string): bigint => lstatSync(join(folder, path), { bigint: true }).mtimeNs;
  return Object.fromEntries(["./", ...walk(folder)].map((path) => [path, time(path)]));
}

function walk(folder: string, below = ""): string[] {
  const entries = readdirSync(join(folder, below), { withFileTypes: true });
  return entries
    .flatMap((entry) => {
      const path = below + entry.name;
      return entry.isDirectory() ? [`${path}/`, ...walk(folder, `${path}/`)] : [path];
    })
    .toSorted();
}
