import { olderKeywords } from "../fixes/rewritings.ts";
import { written } from "../schema/keywords.ts";
import type { Schema } from "../schema/schema.ts";
import { insideOf, mapSchema, subschemas } from "../schema/walk.ts";
import { formats } from "../formats/formats.ts";
import { below, nodes } from "./nodes.ts";
import type { Rule } from "./rule.ts";
import { didYouMean } from "../suggest.ts";

/** Keywords of JSON Schema that are no typing mistake, but that validators leave out or read in their own ways. */
const disputed: ReadonlySet<string> = new Set(
  (
    "$anchor $dynamicAnchor $dynamicRef $recursiveAnchor $recursiveRef $vocabulary contains " +
    "contentEncoding contentMediaType contentSchema dependentRequired dependentSchemas " +
    "else if maxContains minContains patternProperties prefixItems propertyNames then unevaluatedItems " +
    "unevaluatedProperties"
  ).split(" "),
);

/**
 * The required members that no property describes: of the schema, or of the one whose branch it is.
 * @param around names that are described around a branch
 */
function* undescribed(
  schema: Schema,
  at: readonly string[] = [],
  around: readonly string[] = [],
): Generator<{ readonly name: string; readonly at: readonly string[]; readonly names: readonly string[] }> {
  const names = [...Object.keys(schema.properties ?? {}), ...around];
  for (const name of schema.required ?? []) if (!names.includes(name)) yield { name, at, names };
  const children: [Schema, readonly string[]][] = [];
  mapSchema(schema, (child, keys) => {
    children.push([child, keys]);
    return child;
  });
  for (const [child, keys] of children) {
    const isBranch = insideOf(keys[0] as string) === "list";
    yield* undescribed(child, [...at, ...keys], isBranch ? names : []);
  }
}

/** Rules about single keywords. */
export const keywordRules: readonly Rule[] = [
  {
    id: "keyword",
    purpose: "A keyword that is not in the table would be ignored by some validators and refused by others.",
    locked: true,
    reads: "documents",
    *check(catalog) {
      for (const [schema, address] of nodes(catalog)) {
        for (const name of Object.keys(schema)) {
          if (written.has(name) || disputed.has(name) || olderKeywords.has(name)) continue;
          const fix = didYouMean(name, written, "remove it");
          yield { address: below(address, name), message: `has the unknown keyword "${name}"`, fix };
        }
      }
    },
  },
  {
    id: "keyword-portable",
    purpose: "Every validator has to read the shared schemas alike, in every language.",
    locked: true,
    reads: "documents",
    *check(catalog) {
      for (const [schema, address] of nodes(catalog)) {
        for (const name of Object.keys(schema)) {
          if (!disputed.has(name)) continue;
          const fix = "say it with the keywords of scripts/schema/keywords.ts, or leave it to the receiver";
          yield {
            address: below(address, name),
            message: `has the keyword "${name}", which validators disagree on`,
            fix,
          };
        }
        if (!Array.isArray(schema.enum) || schema.enum.length > 0) continue;
        const message = "has an empty enum, which validators disagree on";
        yield { address: below(address, "enum"), message, fix: "list the values, or remove the keyword" };
      }
    },
  },
  {
    id: "sensitive",
    purpose: "A credential that is marked in another way than by true would not be marked at all.",
    locked: true,
    reads: "documents",
    *check(catalog) {
      for (const [schema, address] of nodes(catalog)) {
        if (!Object.hasOwn(schema, "x-sensitive") || typeof schema["x-sensitive"] === "boolean") continue;
        yield {
          address: below(address, "x-sensitive"),
          message: "has an x-sensitive that is not a boolean",
          fix: "write true",
        };
      }
    },
  },
  {
    id: "format",
    purpose: "A format means something only where a row of the format table says what.",
    locked: true,
    reads: "documents",
    *check(catalog) {
      for (const [{ format }, address] of nodes(catalog)) {
        if (typeof format !== "string" || formats.has(format)) continue;
        const fix = didYouMean(format, formats.keys(), `use one of ${[...formats.keys()].join(", ")}`);
        yield { address: below(address, "format"), message: `has the unknown format "${format}"`, fix };
      }
    },
  },
  {
    id: "format-pattern",
    purpose: "The shared schema writes a format as a pattern, and a schema has one pattern only.",
    locked: true,
    reads: "definitions",
    *check(catalog) {
      // The flat schemas: format and pattern can come from two branches.
      for (const { document, keys: root, schema: flat } of [...catalog.events, ...catalog.definitions]) {
        for (const [{ format, pattern }, keys] of subschemas(flat)) {
          if (format === undefined || pattern === undefined) continue;
          const address = { document, keys: [...root, ...keys, "pattern"] };
          yield { address, message: `has a pattern beside the format "${format}"`, fix: "keep one of them" };
        }
      }
    },
  },
  {
    id: "required",
    purpose: "A required member that no property describes is a typing mistake, or a member without a type.",
    locked: true,
    reads: "definitions",
    *check(catalog) {
      for (const { document, keys, schema } of [...catalog.events, ...catalog.definitions]) {
        for (const { name, at, names } of undescribed(schema)) {
          const address = { document, keys: [...keys, ...at, "required"] };
          const fix = didYouMean(name, names, "add it to properties");
          yield { address, message: `requires "${name}", which no property describes`, fix };
        }
      }
    },
  },
];
