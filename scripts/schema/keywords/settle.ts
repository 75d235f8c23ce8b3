import { typeOf } from "../../json/json.ts";
import type { Conflict } from "../conflict.ts";
import { evaluate } from "../evaluate.ts";
import { expand } from "../expand.ts";
import { isAssertion, rows } from "../keywords.ts";
import type { Schema } from "../schema.ts";
import { allowsType, kindOfType, typesOf } from "./any.ts";
import { typesLeft } from "./discriminator.ts";
import { settleOpen } from "./open.ts";

type Report = (conflict: Conflict) => void;
type Merge = (base: Schema, own: Schema) => Schema;

const conflict = (keyword: string, message: string): Conflict => ({ keyword, keys: [], message });

const isAllowed = (types: readonly string[], among: readonly string[]): boolean =>
  types.length === 0 || types.some((type) => allowsType(among, type)) || among.some((type) => allowsType(types, type));

/**
 * Takes out of a merged schema what its other keywords make meaningless, so that types and validators of it say no more
 * than what is left: keywords about types that are gone, branches and values of such types, and all that a const says.
 */
export function settle(schema: Schema, merge: Merge, report: Report): Schema {
  return settleConst(settleOpen(narrow(schema, merge, report)), report);
}

/** Leaves what values of the schema's types can satisfy. */
function narrow(schema: Schema, merge: Merge, report: Report): Schema {
  const types = typesOf(schema);
  if (types.length === 0) return schema;
  const kinds = new Set(types.map((type) => kindOfType[type]));
  const kept: Record<string, unknown> = {};
  const branches: Schema[] = [];
  for (const [keyword, limit] of Object.entries(schema)) {
    const row = rows.get(keyword);
    if (row === undefined || !isAssertion(row)) kept[keyword] = limit;
    else if (row.of !== "any") {
      if (kinds.has(row.of) || row.isWord?.(limit as never) === true) kept[keyword] = limit;
    } else if (row.isUnion) {
      const left = (limit as readonly Schema[]).filter((branch) => isAllowed(typesLeft(branch), types));
      if (left.length === 0) report(conflict(keyword, `"${keyword}" has no branch of the type ${types.join(" or ")}`));
      if (left.length === 1 && (limit as readonly Schema[]).length > 1) branches.push(expand(left[0] as Schema));
      else kept[keyword] = left.length === 0 ? limit : left;
    } else kept[keyword] = limit;
  }
  const values = schema.enum?.filter((value) => allowsType(types, typeOf(value)));
  if (values?.length === 0 && schema.enum?.length !== 0)
    report(conflict("enum", `"enum" has no value of the type ${types.join(" or ")}`));
  else if (values !== undefined && schema.const === undefined) kept["enum"] = values;
  return branches.reduce((one, branch) => merge(branch, one), kept as Schema);
}

/** A const says all: what it satisfies is dropped, except the type that readers look for; what it breaks is a conflict. */
export function settleConst(schema: Schema, report: Report): Schema {
  const { const: value, ...others } = schema;
  if (value === undefined) return schema;
  for (const keyword of new Set(evaluate(others, value).map((broken) => broken.keyword))) {
    report(conflict("const", `"const" contradicts "${keyword}"`));
  }
  const type = Array.isArray(schema.type)
    ? { type: typeOf(value) }
    : schema.type === undefined
      ? {}
      : { type: schema.type };
  // What members of an object are, its readers still want to know.
  const isScalar = typeof value !== "object" || value === null;
  const left = Object.entries(schema).filter(([keyword]) => {
    const row = rows.get(keyword);
    return !isScalar || keyword === "const" || keyword === "type" || row === undefined || !isAssertion(row);
  });
  return { ...Object.fromEntries(left), ...type } satisfies Schema;
}
