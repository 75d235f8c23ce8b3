import type { Schema } from "./schema.ts";

/** What a keyword is: a rule for instances, words for people, or a means to compose schemas. */
export type Role = "assertion" | "annotation" | "composition";

interface Keyword {
  readonly role: Role;
  /** How the keyword's value holds schemas, if it does. */
  readonly holds?: "schema" | "list" | "map";
}

const assertion: Keyword = { role: "assertion" };
const annotation: Keyword = { role: "annotation" };
const composition: Keyword = { role: "composition" };

/**
 * Every keyword that a schema may use: those of JSON Schema 2020-12 that validators of all languages read alike
 * (https://json-schema.org/draft/2020-12/json-schema-validation), and our own annotations `x-sensitive` and `x-lint-off`.
 */
export const keywords: ReadonlyMap<string, Keyword> = new Map(
  Object.entries({
    $schema: composition,
    $id: composition,
    $comment: annotation,
    $ref: composition,
    $defs: { role: "composition", holds: "map" },
    allOf: { role: "composition", holds: "list" },

    title: annotation,
    description: annotation,
    default: annotation,
    examples: annotation,
    deprecated: annotation,
    readOnly: annotation,
    writeOnly: annotation,
    "x-sensitive": annotation,
    // Speaks to the rules about the text around it. It goes with the composition, so that no flat schema has it: it is
    // merged into no other branch, and types, validators and shared schemas never see it.
    "x-lint-off": composition,

    type: assertion,
    const: assertion,
    enum: assertion,
    anyOf: { role: "assertion", holds: "list" },
    oneOf: { role: "assertion", holds: "list" },

    format: assertion,
    pattern: assertion,
    minLength: assertion,
    maxLength: assertion,

    minimum: assertion,
    maximum: assertion,
    exclusiveMinimum: assertion,
    exclusiveMaximum: assertion,
    multipleOf: assertion,

    items: { role: "assertion", holds: "schema" },
    minItems: assertion,
    maxItems: assertion,
    uniqueItems: assertion,

    required: assertion,
    properties: { role: "assertion", holds: "map" },
    additionalProperties: { role: "assertion", holds: "schema" },
    minProperties: assertion,
    maxProperties: assertion,
  } satisfies Record<string, Keyword>),
);

/** Keywords of our own that schemas may carry and other languages' validators do not know. */
export const ownKeywords: readonly string[] = [...keywords.keys()].filter((name) => name.startsWith("x-"));

/**
 * Replaces every schema that stands directly inside a schema. Views of a schema are made of this: change the node,
 * then map its children with the same function.
 * @param schema the node; it is not changed
 * @param visit gives the replacement of a child; its keys lead from the node to the child
 * @returns a new node with the same keywords in the same order
 */
export function mapSchema(schema: Schema, visit: (child: Schema, keys: readonly string[]) => Schema): Schema {
  const child = (value: unknown, keys: readonly string[]): unknown =>
    typeof value === "object" && value !== null && !Array.isArray(value) ? visit(value as Schema, keys) : value;
  const mapped = (name: string, value: unknown): unknown => {
    switch (keywords.get(name)?.holds) {
      case "schema":
        return child(value, [name]);
      case "list":
        return Array.isArray(value) ? value.map((item, i) => child(item, [name, String(i)])) : value;
      case "map":
        return typeof value === "object" && value !== null
          ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, child(item, [name, key])]))
          : value;
      default:
        return value;
    }
  };
  return Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, mapped(name, value)]));
}

/**
 * Lists a schema and all schemas inside it, each after the one that holds it.
 * @param schema the root
 * @param keys the root's own keys; none where it is a document
 * @returns each node with the keys that lead to it
 */
export function* subschemas(schema: Schema, keys: readonly string[] = []): Generator<[Schema, readonly string[]]> {
  yield [schema, keys];
  const children: [Schema, readonly string[]][] = [];
  mapSchema(schema, (child, below) => {
    children.push([child, [...keys, ...below]]);
    return child;
  });
  for (const [child, below] of children) yield* subschemas(child, below);
}

/** Whether keys lead from a schema to a schema, and not into an example or a list of schemas. */
export function leadsToSchema(keys: readonly string[]): boolean {
  for (let i = 0; i < keys.length; i++) {
    const holds = keywords.get(keys[i] as string)?.holds;
    if (holds === undefined) return false;
    if (holds !== "schema" && ++i === keys.length) return false;
  }
  return true;
}

/** The schema without the keywords of one role. */
export function without(schema: Schema, role: Role): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => keywords.get(name)?.role !== role));
}
