import { isObject, type Json } from "../../json/json.ts";
import type { Statement } from "../../print/code.ts";
import type { Schema } from "../schema.ts";
import { type Assertion, assertion } from "./keyword.ts";
import { accepts } from "../evaluate.ts";
import { areAll, areNever, limitsIn, negated } from "./known.ts";
import { namesIn, schemasOfMember, schemasOfOthers } from "./members.ts";
import { matches } from "./regex.ts";
import { textsFor } from "./texts.ts";
import { clausesOf } from "./phrases.ts";

export const patternProperties: Assertion<Readonly<Record<string, Schema>>> = assertion<
  Readonly<Record<string, Schema>>,
  "object"
>({
  of: "object",
  topic: "members",
  inside: "map",
  applies: "each",
  implied: (limit, known, asking) =>
    areAll(Object.entries(limit), ([pattern, schema]) => {
      const names = namesIn(known).filter((name) => matches(pattern, name));
      const [example = pattern] = textsFor(pattern);
      return (
        areAll(names, (name) => known.partFits(name, schemasOfMember(name, known), schema)) &&
        schemasOfOthers(pattern, known, asking).every((layers) => known.partFits(example, layers, schema))
      );
    }),
  parts: (value, limit) =>
    Object.entries(limit).flatMap(([pattern, schema]) =>
      Object.entries(value).flatMap(([key, member]) => (matches(pattern, key) ? [{ key, schema, value: member }] : [])),
    ),
  print: (limit, _, value, printer) =>
    printer.block(() => {
      const key = printer.local("key");
      const pointer = [...value.pointer, "/", { code: `${printer.helper("escapeKey")}(${key})` }];
      const body = Object.entries(limit).flatMap(([pattern, schema]): Statement[] => {
        const inside = printer.block(() =>
          printer.check(schema, { code: `${value.code}[${key}]`, pointer, name: "member" }),
        );
        return inside.length === 0 ? [] : [{ when: `${printer.regex(pattern, key)}.test(${key})`, body: inside }];
      });
      return body.length === 0 ? [] : [{ head: `for (const ${key} in ${value.code})`, body }];
    }),
  expected: () => "must have members that the schema describes",
  edges: () => [],
  steps: (limit, { value, sample }) => {
    if (!isObject(value)) return [];
    return Object.entries(limit).map(([pattern, schema]) => {
      const key = String(sample({ type: "string", pattern }));
      return { what: "member of a pattern", value: { ...value, [key]: sample(schema) }, key, schema };
    });
  },
});

/** What every name is. */
const anyText: Schema = { type: "string" };

export const propertyNames: Assertion<Schema> = assertion<Schema, "object">({
  of: "object",
  topic: "closing",
  inside: "schema",
  applies: "names",
  isSlow: true,
  holds: (value, limit, _, fits) => Object.keys(value).every((name) => fits(limit, name)),
  implied: (limit, known, asking) => {
    const isPossible = (name: string): boolean => !known.isImpossible(schemasOfMember(name, known));
    const names = namesIn(known).filter((name) => isPossible(name));
    const own = limitsIn(known, "propertyNames");
    const areOthersGone = schemasOfOthers(undefined, known, { ...asking, patternProperties: {} }).every(areNever);
    return (
      names.every((name) => accepts(limit, name)) &&
      (areOthersGone || known.isImpossible([anyText, ...own, negated(limit)]))
    );
  },
  print: (limit, schema, value, printer) =>
    printer.block(() => {
      const key = printer.local("key");
      const [, misfit] = printer.fits(limit, { code: key, pointer: value.pointer, name: "name" });
      if (misfit === "false") return [];
      // Of many wrong names one issue is enough: it cannot say which, for a name is a value of the payload.
      const body = [...printer.fail(value, "propertyNames", schema), ...(printer.isExplaining ? ["break;"] : [])];
      return [{ head: `for (const ${key} in ${value.code})`, body: [{ when: misfit, body }] }];
    }),
  expected: (limit) =>
    `must only have members whose names ${clausesOf(limit) ?? "are of the kind that the schema names"}`,
  both: (a, b, merge) => merge(a, b, []),
  edges: (limit, { schema: { additionalProperties: others = {} }, value, varied, sample }) => {
    const names = varied({ type: "string", ...limit }).filter((name) => typeof name === "string");
    const member = sample(typeof others === "boolean" ? {} : others);
    return names.map((name): Json => ({ ...(isObject(value) ? value : {}), [name]: member }));
  },
  steps: () => [],
});
