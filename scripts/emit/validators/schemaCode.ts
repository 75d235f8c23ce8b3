import { isEqual } from "../../json/equality.ts";
import { isObject, type Json, type JsonObject } from "../../json/json.ts";
import { toJson } from "../../json/text.ts";
import { keyOf, memberCode } from "../../print/literal.ts";
import { isName } from "../../print/names.ts";
import { baseOf } from "../../schema/keywords/calls.ts";
import type { Definition, Schema } from "../../schema/schema.ts";
import { insideOf } from "../../schema/walk.ts";
import type { Draft } from "./draft.ts";
import { sharedDefinitions, sharedNode } from "../sharedText.ts";
import { definitionOf } from "../view.ts";
import type { Parts } from "./parts.ts";

/** A part of a schema that is known at run time: its value, and the code that reads it. */
interface Source {
  readonly value: Json;
  readonly code: string;
}

/** A schema node that is written as code, and the part of it that is. */
interface Node {
  readonly schema: Schema;
  /** Its text, or the part of it that is written. */
  readonly text: JsonObject;
  /** What is known at run time of the node that it was merged from. */
  readonly source: Source | undefined;
  readonly indent: string;
}

/** Lines are this long at most, where a value can be broken. */
const width = 100;

function braces(entries: readonly string[], indent: string): string {
  const line = entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
  if (!line.includes("\n") && indent.length + line.length < width) return line;
  return `{\n${entries.map((entry) => `${indent}  ${entry},\n`).join("")}${indent}}`;
}

/** A member of a source; undefined where it has none of that name. */
function memberOf(source: Source | undefined, name: string): Source | undefined {
  if (source === undefined || !isObject(source.value) || !Object.hasOwn(source.value, name)) return undefined;
  return {
    value: source.value[name] as Json,
    code: isName(name) ? `${source.code}.${name}` : `${source.code}[${toJson(name)}]`,
  };
}

/** An object: what it shares with a source is spread, where it has all of the source's members. */
function objectCode(
  value: JsonObject,
  source: Source | undefined,
  indent: string,
  code: (name: string, item: Json, inner: Source | undefined) => string,
): string {
  const names = source !== undefined && isObject(source.value) ? Object.keys(source.value) : [];
  const isSpread = names.length > 0 && names.every((name) => Object.hasOwn(value, name));
  const entries = Object.entries(value).flatMap(([name, item]) => {
    const inner = memberOf(source, name);
    const isSame = isSpread && inner !== undefined && isEqual(item, inner.value);
    return isSame ? [] : [{ isNew: inner === undefined, line: memberCode(keyOf(name), code(name, item, inner)) }];
  });
  const lines = entries.map(({ line }) => line);
  if (!isSpread) return braces(lines, indent);
  // Behind what comes before all that the source has: the members keep their order.
  const first = Object.keys(value).findIndex((name) => names.includes(name));
  const before = entries.slice(0, first).filter(({ isNew }) => isNew).length;
  return braces([...lines.slice(0, before), `...${source?.code}`, ...lines.slice(before)], indent);
}

/** The JSON Schema of a node as code. */
function nodeCode({ schema, text, source, indent }: Node, draft: Draft, parts: Parts): string {
  if (source !== undefined && isEqual(text, source.value)) return source.code;
  const definition = definitionOf(schema);
  // One that is referred to is referred to.
  if (definition?.isReferred === true) return draft.literalAt(text, indent, 0);
  if (definition !== undefined) {
    const known = { value: parts.get(definition) ?? {}, code: `${draft.call(definition, "schemaOf")}()` };
    if (isEqual(text, known.value)) return known.code;
    return objectCode(text, known, indent, (_, item, inner) =>
      isObject(item) ? objectCode(item, inner, `${indent}  `, (__, deep) => draft.literal(deep)) : draft.literal(item),
    );
  }
  const deeper = `${indent}  `;
  // The shared form says some things in a schema that people did not write.
  const child = (inner: unknown, part: Json, from: Source | undefined, at: string): string =>
    isObject(part) && isObject(inner as Json)
      ? nodeCode({ schema: inner as Schema, text: part, source: from, indent: at }, draft, parts)
      : draft.literal(part);
  return objectCode(text, source, indent, (keyword, item, inner) => {
    const own = schema[keyword];
    const inside = isObject(item) || Array.isArray(item) ? insideOf(keyword) : undefined;
    if (own === undefined || inside === undefined) return draft.literalAt(item, deeper, keyword.length + 2);
    if (inside === "schema") return child(own, item, inner, deeper);
    if (inside === "map") {
      return objectCode(item as JsonObject, inner, deeper, (name, part, from) =>
        child((own as Record<string, Schema>)[name], part, from, `${deeper}  `),
      );
    }
    return `[${(item as Json[]).map((part, i) => child((own as readonly Schema[])[i], part, undefined, deeper)).join(", ")}]`;
  });
}

/**
 * The function that makes a definition's JSON Schema, or what others take of it: composed of the definitions' own, so
 * that no text stands twice.
 * @param name of the function
 * @param parts what is written of each definition that others are made of
 */
export function schemaFunction(definition: Definition, draft: Draft, name: string, parts: Parts): string {
  const { schema } = definition;
  const base = baseOf(definition);
  const part = parts.get(definition);
  const taken = base === undefined ? {} : (parts.get(base) ?? {});
  const source = Object.keys(taken).length === 0 ? undefined : { value: taken, code: "base" };
  const code = nodeCode(
    { schema, text: part ?? sharedNode(schema, definition.isLong), source, indent: "  " },
    draft,
    parts,
  );
  const lines = base === undefined || source === undefined ? [] : [`  const base = ${draft.call(base, "schemaOf")}();`];
  const what = part === undefined ? "The JSON Schema" : "What others take of the JSON Schema";
  const { titled, formats } = part === undefined ? sharedDefinitions(definition) : { titled: [], formats: {} };
  const defs = [
    ...titled.map((one) => `${one.name}: ${draft.call(one, "schemaOf")}()`),
    ...Object.entries(formats).map(([key, one]) => `${toJson(key)}: ${draft.literal(one as unknown as Json)}`),
  ];
  const made = defs.length === 0 ? code : `{ ...${code}, $defs: ${braces(defs, "  ")} }`;
  return `/** ${what}, made when it is asked for, and anew each time. */\nfunction ${name}() {\n${[...lines, `  return ${made};`].join("\n")}\n}`;
}
