import { olderKeywords } from "../fixes/rewritings.ts";
import { rows } from "../schema/keywords.ts";
import type { Schema } from "../schema/schema.ts";
import { appliesOf, mapSchema } from "../schema/walk.ts";
import { formats } from "../formats/formats.ts";
import { wordFormats } from "../formats/words.ts";
import { disputed, words } from "./foreign.ts";
import { below, nodes } from "./nodes.ts";
import type { Documents, Rule } from "./rule.ts";
import { isDescribed } from "../schema/keywords/additionalProperties.ts";
import type { Address } from "../catalog/ref.ts";
import { shorten } from "../report/quote.ts";
import { didYouMean, suggest } from "../suggest.ts";

/** A name that differs from a keyword's by so many letters is a typing mistake. */
const maxTypos = 2;

/** The keywords that no row, and nothing else that this tool knows, has. */
function* unknownKeywords(catalog: Documents): Generator<[name: string, address: Address]> {
  for (const [schema, address] of nodes(catalog)) {
    for (const name of Object.keys(schema)) {
      const isKnown = rows.has(name) || words.has(name) || Object.hasOwn(disputed, name) || olderKeywords.has(name);
      if (!isKnown) yield [name, address];
    }
  }
}

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
  for (const name of schema.required ?? [])
    if (!names.includes(name) && !isDescribed(name, schema)) yield { name, at, names };
  const children: [Schema, readonly string[]][] = [];
  mapSchema(schema, (child, keys) => {
    children.push([child, keys]);
    return child;
  });
  for (const [child, keys] of children) {
    const isBranch = appliesOf(keys[0] as string) === "here";
    yield* undescribed(child, [...at, ...keys], isBranch ? names : []);
  }
}

/** Rules about single keywords. */
export const keywordRules: readonly Rule[] = [
  {
    id: "keyword",
    purpose: "A keyword that is spelled wrongly is ignored by every validator: what it asks for is not checked.",
    locked: true,
    reads: "documents",
    *check(catalog) {
      for (const [name, address] of unknownKeywords(catalog)) {
        const meant = suggest(name, rows.keys(), maxTypos);
        if (meant === undefined) continue;
        const message = `has the unknown keyword "${shorten(name)}"`;
        yield { address: below(address, name), message, fix: `did you mean ${JSON.stringify(meant)}?` };
      }
    },
  },
  {
    id: "keyword-unknown",
    purpose: "A keyword that JSON Schema does not have says nothing to validators: some refuse the schema.",
    severity: "warning",
    reads: "documents",
    *check(catalog) {
      for (const [name, address] of unknownKeywords(catalog)) {
        if (name.startsWith("x-") || suggest(name, rows.keys(), maxTypos) !== undefined) continue;
        const message = `has the keyword "${shorten(name)}", which is not one of JSON Schema, and is left out`;
        yield { address: below(address, name), message, fix: "remove it, or let its name begin with x-" };
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
          if (!Object.hasOwn(disputed, name)) continue;
          yield {
            address: below(address, name),
            message: `has the keyword "${name}", which validators disagree on`,
            fix: disputed[name] ?? "",
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
    purpose:
      "A credential that is marked in another way than by true is not marked; false beside a reference would unmark one.",
    locked: true,
    reads: "documents",
    *check(catalog) {
      for (const [schema, address] of nodes(catalog)) {
        if (!Object.hasOwn(schema, "x-sensitive") || schema["x-sensitive"] === true) continue;
        const message = "has an x-sensitive that is not true";
        yield { address: below(address, "x-sensitive"), message, fix: "write true, or remove it" };
      }
    },
  },
  {
    id: "format",
    purpose: "A format that no row of the format table describes is checked by nobody, here or elsewhere.",
    severity: "warning",
    reads: "documents",
    *check(catalog) {
      for (const [{ format }, address] of nodes(catalog)) {
        if (typeof format !== "string" || formats.has(format) || wordFormats.has(format)) continue;
        const fix = didYouMean(
          format,
          [...formats.keys(), ...wordFormats],
          "say it by a pattern, or in the description",
        );
        yield {
          address: below(address, "format"),
          message: `has the format "${shorten(format)}", which is not checked`,
          fix,
        };
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
          yield { address, message: `requires "${shorten(name)}", which no property describes`, fix };
        }
      }
    },
  },
];
