import type { Json } from "../json/json.ts";
import { isAssertion, rows } from "../schema/keywords.ts";
import type { Assertion, Part } from "../schema/keywords/keyword.ts";
import type { Definition, Schema } from "../schema/schema.ts";
import { accepts } from "../schema/evaluate.ts";
import { sample } from "./sample.ts";

/** Where a documented example shows a definition. */
export interface Shown {
  /** The definition whose first example it is. */
  readonly root: Definition;
  /** From the example to the part that shows the definition. */
  readonly keys: readonly (string | number)[];
  readonly value: Json;
}

/**
 * The parts of documented examples that show definitions, so that the vectors of these are made of real values.
 * @param roots definitions with examples of their own, such as events
 * @returns the first valid value of each definition that a root's first example holds
 */
export function findExamples(roots: readonly Definition[]): ReadonlyMap<Definition, Shown> {
  const found = new Map<Definition, Shown>();

  const visit = (node: Schema, { value, ...where }: Shown): void => {
    const { ref } = node;
    const schema = ref?.schema ?? node;
    if (ref !== undefined) {
      if (found.has(ref) || !accepts(schema, value)) return;
      found.set(ref, { ...where, value });
    }
    for (const [keyword, limit] of Object.entries(schema)) {
      const row = rows.get(keyword);
      if (row === undefined || !isAssertion(row)) continue;
      const branches = row.isUnion ? (limit as readonly Schema[]).filter((one) => accepts(one, value)) : [];
      for (const branch of branches) visit(branch, { ...where, value });
      for (const part of partsOf(row as unknown as Assertion<unknown>, value, limit, schema))
        visit(part.schema, { ...where, keys: [...where.keys, part.key], value: part.value });
    }
  };

  for (const root of roots) {
    const [value] = root.schema.examples ?? [];
    if (value !== undefined) visit(root.schema, { root, keys: [], value });
  }
  return found;
}

const holders: Readonly<Record<string, (value: Json) => boolean>> = {
  array: Array.isArray,
  object: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
};

function partsOf(row: Assertion<unknown>, value: Json, limit: unknown, schema: Schema): readonly Part[] {
  return holders[row.of]?.(value) === true ? (row.parts?.(value, limit, schema) ?? []) : [];
}

/** The valid value that a definition's vectors are made of: its own example, a part of another's, or a sample. */
export function exampleOf({ schema }: Pick<Definition, "schema">, shown: Shown | undefined): Json {
  return schema.examples?.[0] ?? shown?.value ?? sample(schema);
}
