import { keywords, subschemas } from "../catalog/keywords.ts";
import type { Schema } from "../catalog/schema.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { Place } from "../catalog/ref.ts";
import { isObject } from "../catalog/json.ts";
import { formats } from "../formats.ts";
import type { Rule } from "./rule.ts";

/** Every schema node of every file. */
function* nodes(catalog: Catalog): Generator<[Schema, Place]> {
  for (const document of catalog.documents.values()) {
    if (!isObject(document.value)) continue;
    for (const [schema, keys] of subschemas(document.value as Schema)) yield [schema, { document, keys }];
  }
}

const below = (place: Place, ...keys: string[]): Place => ({ ...place, keys: [...place.keys, ...keys] });

function isRegExp(pattern: string): boolean {
  try {
    return new RegExp(pattern, "u").source !== "";
  } catch {
    return false;
  }
}

/** Where a boolean stands for a schema; `additionalProperties` is the one keyword that may have it. */
function* booleans(schema: Schema): Generator<string[]> {
  for (const [name, value] of Object.entries(schema)) {
    const holds = keywords.get(name)?.holds;
    if (holds === "schema" && typeof value === "boolean" && name !== "additionalProperties") yield [name];
    if (holds !== "list" && holds !== "map") continue;
    for (const [key, child] of Object.entries(value as object)) if (typeof child === "boolean") yield [name, key];
  }
}

/** Rules about single keywords. */
export const keywordRules: readonly Rule[] = [
  {
    id: "keyword",
    purpose: "A keyword that is not in the table would be ignored by some validators and refused by others.",
    *check(catalog) {
      for (const [schema, place] of nodes(catalog)) {
        for (const name of Object.keys(schema)) {
          if (!keywords.has(name)) yield { place: below(place, name), message: `has the unknown keyword "${name}"` };
        }
      }
    },
  },
  {
    id: "format",
    purpose: "A format means something only where a row of the format table says what.",
    *check(catalog) {
      for (const [{ format }, place] of nodes(catalog)) {
        if (typeof format !== "string" || formats.has(format)) continue;
        const fix = `use one of ${[...formats.keys()].join(", ")}`;
        yield { place: below(place, "format"), message: `has the unknown format "${format}"`, fix };
      }
    },
  },
  {
    id: "required",
    purpose: "A required member that no property describes is a typing mistake, or a member without a type.",
    *check(catalog) {
      for (const { document, keys: root, schema: flat } of [...catalog.events, ...catalog.definitions]) {
        for (const [schema, keys] of subschemas(flat)) {
          for (const name of schema.required ?? []) {
            if (Object.hasOwn(schema.properties ?? {}, name)) continue;
            const place = { document, keys: [...root, ...keys, "required"] };
            yield { place, message: `requires "${name}", which no property describes`, fix: "add it to properties" };
          }
        }
      }
    },
  },
  {
    id: "schema-boolean",
    purpose: "A schema that is only true or false says nothing that a person, a type or a message could use.",
    *check(catalog) {
      for (const [schema, place] of nodes(catalog)) {
        for (const keys of booleans(schema)) {
          yield { place: below(place, ...keys), message: "is true or false in place of a schema", fix: "write a schema" };
        }
      }
    },
  },
  {
    id: "pattern",
    purpose: "A pattern that is no regular expression in Unicode mode means nothing to a validator.",
    *check(catalog) {
      for (const [{ pattern }, place] of nodes(catalog)) {
        if (typeof pattern !== "string" || isRegExp(pattern)) continue;
        const message = "is not a regular expression that ECMAScript reads in Unicode mode";
        yield { place: below(place, "pattern"), message, fix: "correct it; escape only what has to be" };
      }
    },
  },
  {
    id: "enum-empty",
    purpose: "An empty enum accepts nothing, and validators disagree on whether it is a schema at all.",
    *check(catalog) {
      for (const [schema, place] of nodes(catalog)) {
        if (schema.enum?.length !== 0) continue;
        yield { place: below(place, "enum"), message: "is an empty enum", fix: "list a value, or drop the keyword" };
      }
    },
  },
  {
    id: "format-pattern",
    purpose: "The shared schema writes a format as a pattern, and a schema has one pattern only.",
    *check(catalog) {
      // The flat schemas: format and pattern can come from two branches.
      for (const { document, keys: root, schema: flat } of [...catalog.events, ...catalog.definitions]) {
        for (const [{ format, pattern }, keys] of subschemas(flat)) {
          if (format === undefined || pattern === undefined) continue;
          const place = { document, keys: [...root, ...keys, "pattern"] };
          yield { place, message: `has a pattern beside the format "${format}"`, fix: "keep one of them" };
        }
      }
    },
  },
  {
    id: "property-name",
    purpose: "A member that every JavaScript object inherits seems present where it is not.",
    *check(catalog) {
      for (const [{ properties }, place] of nodes(catalog)) {
        for (const name of Object.keys(properties ?? {})) {
          if (!(name in Object.prototype)) continue;
          const message = `has a property named "${name}", which every JavaScript object inherits`;
          yield { place: below(place, "properties", name), message, fix: "leave the property out of the schema" };
        }
      }
    },
  },
];
