import type { JsonObject } from "../../scripts/json/json.ts";
import { mapSchema, subschemas } from "../../scripts/schema/walk.ts";
import type { Schema } from "../../scripts/schema/schema.ts";

/** A shared schema with one constraint taken away or loosened. */
export interface Loosened {
  /** What was done, with the JSON Pointer of the schema. */
  readonly what: string;
  readonly schema: Schema;
  /** Why no payload can tell in ECMAScript; absent where one has to. */
  readonly exempt?: Exemption;
}

/** Keywords that no payload can tell apart in ECMAScript, by rule. */
export const exemptions = {
  "not beside pattern": "there `$` matches at the very end only; elsewhere also before a line break",
  "type inside not": "the member's own type lets only texts reach it; where null may reach it, a null tells",
  "type beside const": "the const has that type; the type is for readers",
  "type beside enum": "every value has one of the types; the type is for readers",
  "format beside pattern": "every counted validator gives the pattern's verdict",
} as const;

export type Exemption = keyof typeof exemptions;

type Change = [what: string, keyword: string, value: unknown];

const without = (list: readonly unknown[], i: number): unknown[] => list.filter((_, at) => at !== i);

/** Whether a schema is words only: without it nothing changes. */
const asksNothing = (schema: Schema): boolean => Object.keys(schema).every((name) => name === "description");

/** Every way to loosen a node by one step. `undefined` drops the keyword. */
function changes(node: Schema): Change[] {
  return Object.entries(node).flatMap(([keyword, value]): Change[] => {
    switch (keyword) {
      case "title":
      case "description":
      case "examples":
      case "$schema":
      case "$comment":
      case "$defs":
        return [];
      case "required":
        return (value as string[]).map((name, i) => [
          `drop ${name} from required`,
          keyword,
          without(value as string[], i),
        ]);
      case "type":
        return [
          ["drop type", keyword, undefined],
          ...(Array.isArray(value)
            ? value.map((type, i): Change => [`narrow type by ${type}`, keyword, without(value, i)])
            : []),
        ];
      case "not": {
        const { type: _, ...untyped } = value as Schema;
        return [
          ["drop not", keyword, undefined],
          ["drop type inside not", keyword, untyped],
        ];
      }
      case "enum":
      case "allOf":
      case "anyOf":
      case "oneOf":
        return [
          [`drop ${keyword}`, keyword, undefined],
          ...(value as unknown[]).map((_, i): Change => [
            `drop ${keyword} ${i}`,
            keyword,
            without(value as unknown[], i),
          ]),
        ];
      case "prefixItems":
        return (value as Schema[]).flatMap((item, i): Change[] =>
          asksNothing(item)
            ? []
            : [[`drop item ${i}`, keyword, (value as unknown[]).map((one, at) => (at === i ? {} : one))]],
        );
      case "patternProperties":
      case "properties":
        return Object.entries(value as Record<string, Schema>).flatMap(([name, property]): Change[] => {
          const { [name]: _, ...rest } = value as JsonObject;
          return asksNothing(property) ? [] : [[`drop property ${name}`, keyword, rest]];
        });
      default:
        return [[`drop ${keyword}`, keyword, undefined]];
    }
  });
}

function exemption(node: Schema, keys: readonly string[], what: string, keyword: string): Exemption | undefined {
  if (what === "drop type inside not" || (keyword === "type" && keys.at(-1) === "not")) return "type inside not";
  if (keyword === "not" && node.pattern !== undefined) return "not beside pattern";
  if (keyword === "type" && node.enum !== undefined) return "type beside enum";
  if (keyword === "type" && node.const !== undefined) return "type beside const";
  return keyword === "format" && node.pattern !== undefined ? "format beside pattern" : undefined;
}

/** The schema with the node at some keys replaced. */
function replaced(schema: Schema, keys: readonly string[], node: Schema): Schema {
  if (keys.length === 0) return node;
  return mapSchema(schema, (child, below) =>
    below.every((key, i) => keys[i] === key) ? replaced(child, keys.slice(below.length), node) : child,
  );
}

/** Every schema that is one step looser (or, for a type and a value of an enum, narrower) than the given one. */
export function loosened(root: Schema): Loosened[] {
  // What is referred to has vectors of its own.
  const nodes = [...subschemas(root)].filter(([, keys]) => keys[0] !== "$defs");
  return nodes.flatMap(([node, keys]) =>
    changes(node).map(([what, keyword, value]) => {
      const { [keyword]: _, ...rest } = node;
      const changed = (value === undefined ? rest : { ...node, [keyword]: value }) as Schema;
      const exempt = exemption(node, keys, what, keyword);
      const schema = replaced(root, keys, changed);
      return { what: `${what} at /${keys.join("/")}`, schema, ...(exempt === undefined ? {} : { exempt }) };
    }),
  );
}
