import { isObject } from "../json/json.ts";
import { below, nodes } from "./nodes.ts";
import type { Rule } from "./rule.ts";

/** Properties per object: TypeScript and Ajv stay fast, and the JVM's limit of 64 KB per method is far away. */
export const maxProperties = 1000;

/** Values per enum: a union type of more makes editors slow, and a list that long belongs into data. */
export const maxEnumValues = 1000;

const table: readonly [keyword: string, max: number, what: string, size: (value: unknown) => number][] = [
  ["properties", maxProperties, "properties", (value) => (isObject(value) ? Object.keys(value).length : 0)],
  ["enum", maxEnumValues, "values", (value) => (Array.isArray(value) ? value.length : 0)],
];

/** Rules about sizes. */
export const limitRules: readonly Rule[] = [
  {
    id: "limits",
    purpose: "Schemas of any size would make the tool, compilers and validators slow, or stop them.",
    locked: true,
    reads: "documents",
    *check(catalog) {
      for (const [schema, address] of nodes(catalog)) {
        for (const [keyword, max, what, size] of table) {
          const count = size(schema[keyword]);
          if (count <= max) continue;
          const message = `has ${count} ${what} under "${keyword}"; at most ${max} are allowed`;
          yield {
            address: below(address, keyword),
            message,
            fix: "split the schema, or describe the values by a pattern",
          };
        }
      }
    },
  },
];
