import { isAssertion, rows } from "../schema/keywords.ts";
import type { Definition, Schema } from "../schema/schema.ts";
import { appliesOf, mapSchema } from "../schema/walk.ts";

/** What a schema describes of a value, as runtime/redact.js reads it: "hidden", a definition's name, or the parts. */
export type Described = string | Parts;

/** What is described of the parts of a value. */
export interface Parts {
  members?: Record<string, Described>;
  others?: Described[];
  items?: Described[];
  /** Of the value itself. */
  also?: Described[];
}

/** Describes schemas; each definition that they hold once. */
export interface Describer {
  readonly describe: (schema: Schema) => Parts;
  /** Those that were found so far, by name. */
  readonly named: ReadonlyMap<string, Parts>;
}

/** Whether a keyword says what a value is not: of its parts it describes none. */
const isExclusion = (keyword: string): boolean => keyword === "not";

/** Makes what describes schemas. */
export function createDescriber(): Describer {
  const named = new Map<string, Parts>();

  const visit = (schema: Schema): Described => {
    if (schema["x-sensitive"] === true) return "hidden";
    return schema.ref === undefined ? describe(schema) : refer(schema.ref);
  };

  const refer = ({ name, schema }: Definition): Described => {
    if (schema["x-sensitive"] === true) return "hidden";
    if (name === "") return describe(schema);
    if (!named.has(name)) {
      const parts: Parts = {};
      // It is there before it is described, for that may lead back to it.
      named.set(name, parts);
      Object.assign(parts, describe(schema));
    }
    return name;
  };

  const describe = (schema: Schema): Parts => {
    const parts: Parts = {};
    const members = new Map<string, Described>();
    mapSchema(schema, (child, [keyword = "", name = ""]) => {
      const [row, applies] = [rows.get(keyword), appliesOf(keyword)];
      if (row === undefined || !isAssertion(row) || isExclusion(keyword)) return child;
      if (applies === "here") (parts.also ??= []).push(visit(child));
      else if (applies === "key" && row.of === "object") members.set(name, visit(child));
      else if (applies === "each" && row.of === "object") (parts.others ??= []).push(visit(child));
      else if (row.of === "array") (parts.items ??= []).push(visit(child));
      return child;
    });
    // Not one by one: a member can be called __proto__.
    return members.size === 0 ? parts : { members: Object.fromEntries(members), ...parts };
  };

  return { describe, named };
}
