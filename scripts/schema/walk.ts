import { rows } from "./keywords.ts";
import type { Applies, Inside, Keyword } from "./keywords/keyword.ts";
import { never } from "./never.ts";
import type { Schema } from "./schema.ts";

/** How a keyword's value holds schemas; undefined where it holds none. */
export function insideOf(keyword: string): Inside | undefined {
  const row = rows.get(keyword);
  return row !== undefined && "inside" in row ? row.inside : undefined;
}

/** What the schemas inside a keyword speak of; undefined where there are none, or they apply to nothing by themselves. */
export function appliesOf(keyword: string): Applies | undefined {
  const row = rows.get(keyword);
  return row !== undefined && "applies" in row ? row.applies : undefined;
}

/** The schema objects that mean what booleans mean in their stead (JSON Schema core, section 4.3.2). */
const booleans = { true: {}, false: never } as const;

/**
 * Replaces every schema that stands directly inside a schema. Views of a schema are made of this: change the node,
 * then map its children with the same function. A boolean is visited as the object that means the same, except the one
 * that opens or closes an object.
 * @param schema the node; it is not changed
 * @param visit gives the replacement of a child; its keys lead from the node to the child
 * @returns a new node with the same keywords in the same order
 */
export function mapSchema(schema: Schema, visit: (child: Schema, keys: readonly string[]) => Schema): Schema {
  const child = (value: unknown, keys: readonly string[]): unknown => {
    if (typeof value === "boolean" && keys[0] !== "additionalProperties") return visit(booleans[`${value}`], keys);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? visit(value as Schema, keys) : value;
  };
  const mapped: Readonly<Record<Inside, (name: string, value: unknown) => unknown>> = {
    schema: (name, value) => child(value, [name]),
    list: (name, value) => (Array.isArray(value) ? value.map((item, i) => child(item, [name, String(i)])) : value),
    map: (name, value) =>
      typeof value === "object" && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, child(item, [name, key])]))
        : value,
  };
  return Object.fromEntries(
    Object.entries(schema).map(([name, value]) => {
      const inside = insideOf(name);
      return [name, inside === undefined ? value : mapped[inside](name, value)];
    }),
  );
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
    const inside = insideOf(keys[i] as string);
    if (inside === undefined) return false;
    if (inside !== "schema" && ++i === keys.length) return false;
  }
  return true;
}

/** The schema without the keywords of one role. */
export function without(schema: Schema, role: Keyword<never>["role"]): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => rows.get(name)?.role !== role));
}
