import type { Json } from "../json/json.ts";
import { rows } from "../schema/keywords.ts";
import type { Schema } from "../schema/schema.ts";
import { below, nodes } from "./nodes.ts";
import type { Rule } from "./rule.ts";

const forbidden = "__proto__";

/** The values that a schema gives, with the keywords that give them. */
function given(schema: Schema): [keyword: string, value: Json][] {
  return Object.entries(schema).flatMap(([keyword, value]): [string, Json][] => {
    const row = rows.get(keyword);
    return row !== undefined && "shows" in row && row.shows !== undefined ? [[keyword, value as Json]] : [];
  });
}

/** Whether a value, or one inside it, has a member of the forbidden name. */
function hasForbidden(root: Json): boolean {
  const rest: Json[] = [root];
  for (let value = rest.pop(); value !== undefined; value = rest.pop()) {
    if (typeof value !== "object" || value === null) continue;
    if (Object.hasOwn(value, forbidden)) return true;
    for (const item of Object.values(value)) rest.push(item as Json);
  }
  return false;
}

/** The rule about the one name that is no member like any other. */
export const prototypeRules: readonly Rule[] = [
  {
    id: "prototype",
    purpose:
      "Assigning a member `__proto__` changes an object in JavaScript instead of adding to it: many libraries lose it, or worse.",
    locked: true,
    reads: "documents",
    *check(catalog) {
      const fix = "leave it out of the schema";
      for (const [schema, address] of nodes(catalog)) {
        if (Object.hasOwn(schema.properties ?? {}, forbidden)) {
          yield { address: below(address, "properties", forbidden), message: 'has a property named "__proto__"', fix };
        }
        if (Array.isArray(schema.required) && schema.required.includes(forbidden)) {
          yield { address: below(address, "required"), message: 'requires a member named "__proto__"', fix };
        }
        for (const [keyword, value] of given(schema)) {
          if (hasForbidden(value))
            yield {
              address: below(address, keyword),
              message: `gives a value under "${keyword}" with a member named "__proto__"`,
              fix,
            };
        }
      }
    },
  },
];
