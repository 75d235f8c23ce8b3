import { posix } from "node:path";
import type { Json, JsonObject } from "../../scripts/json/json.ts";
import { olderSchemas } from "../../scripts/fixes/walk.ts";
import { eventFile, eventTitle, isLeaf, objectFile, pascalCase, typeOf } from "./names.ts";

/** A file whose `definitions` are all that matters, such as GitHub's. */
export interface Source {
  readonly $schema: string;
  readonly definitions: { readonly [name: string]: JsonObject };
}

/** Schemas by their path in the schema folder. */
export type Files = ReadonlyMap<string, JsonObject>;

/** The files, and what was done to the source, counted. */
export interface Adapted {
  readonly files: Files;
  readonly counts: ReadonlyMap<string, number>;
}

const pointer = "#/definitions/";

/**
 * Makes a schema folder of one file: each definition becomes a file, and each leaf is wrapped as an event. Beyond that
 * `$ref` becomes a path, and a file gets a `$schema` where the definition has none, and a title: nothing else changes.
 * @throws Error where a `$ref` leads elsewhere than to a definition, or two files would have one title
 */
export function adapt({ $schema, definitions }: Source): Adapted {
  const files = new Map<string, JsonObject>();
  const counts = new Map<string, number>();
  const count = (what: string): unknown => counts.set(what, (counts.get(what) ?? 0) + 1);
  const titles = new Set<string>();
  const add = (file: string, schema: JsonObject): void => {
    const title = String(schema["title"]);
    if (titles.has(title.toLowerCase())) throw new Error(`the title ${title} would be there twice`);
    titles.add(title.toLowerCase());
    files.set(file, schema);
  };
  const toPath = (ref: string): string => {
    const name = ref.startsWith(pointer) ? ref.slice(pointer.length) : "";
    if (!Object.hasOwn(definitions, name)) throw new Error(`$ref ${ref} leads to no definition`);
    return posix.basename(objectFile(name));
  };
  for (const [name, definition] of Object.entries(definitions)) {
    count("definitions in files of their own");
    const { $schema: own = $schema, title, ...rest } = structuredClone(definition);
    count(title === undefined ? "titles added" : "titles replaced by a name in PascalCase");
    for (const [schema] of olderSchemas(rest)) {
      if (typeof schema["$ref"] !== "string") continue;
      schema["$ref"] = toPath(schema["$ref"]);
      count("$ref made paths");
    }
    add(objectFile(name), { $schema: own, title: pascalCase(name), ...rest });
  }
  for (const name of Object.keys(definitions).filter(isLeaf)) {
    count("leaves wrapped as events, with a type");
    add(eventFile(typeOf(name)), wrap($schema, name));
  }
  return { files, counts };
}

/** The event around a leaf. */
function wrap($schema: string, leaf: string): JsonObject {
  const type = typeOf(leaf);
  return {
    $schema,
    title: eventTitle(type),
    description: `What GitHub delivers as ${type.replace("github.", "")}.`,
    type: "object",
    required: ["type", "data"],
    properties: {
      type: { description: "Names this event.", const: type },
      data: { description: "The payload as GitHub sends it.", $ref: `../${objectFile(leaf)}` },
    },
  };
}

/** A payload of a leaf as an event. */
export function toEvent(leaf: string, payload: Json): JsonObject {
  return { type: typeOf(leaf), data: payload };
}

/** The files with an example in each event that has one, by leaf. */
export function withExamples(files: Files, examples: ReadonlyMap<string, Json>): Files {
  const added = [...examples].map(([leaf, payload]): [string, JsonObject] => {
    const file = eventFile(typeOf(leaf));
    return [file, { ...files.get(file), examples: [toEvent(leaf, payload)] }];
  });
  return new Map([...files, ...added]);
}
