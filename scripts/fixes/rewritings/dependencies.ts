import { quote } from "../../report/quote.ts";
import { isObject, type Json } from "../../json/json.ts";
import type { Edit, Fragment } from "../edit.ts";
import type { Rewriting } from "../rewriting.ts";

const keyword = "dependencies";
const [required, schemas] = ["dependentRequired", "dependentSchemas"] as const;

const isNames = (value: Json): boolean => Array.isArray(value) && value.every((name) => typeof name === "string");
const isSchema = (value: Json): boolean => isObject(value) || typeof value === "boolean";

/** `dependencies` is two keywords since draft 2019-09, one for names and one for schemas (same release notes). */
export const dependencies: Rewriting = (schema) => {
  if (!Object.hasOwn(schema, keyword)) return undefined;
  const message = `has "${keyword}", which 2020-12 says as "${required}" and "${schemas}"`;
  const old = schema[keyword] as Json;
  if (!isObject(old)) return { keyword, message, fix: "make it an object" };
  const entries = Object.entries(old);
  const wrong = entries.find(([, value]) => !isNames(value) && !isSchema(value));
  if (wrong !== undefined) {
    return { keyword, message, fix: `make ${quote(wrong[0])} in it a list of names, or a schema` };
  }
  const byNames = entries.filter(([, value]) => isNames(value));
  const bySchemas = entries.filter(([, value]) => isSchema(value));
  const targets = [
    ...(bySchemas.length < Math.max(entries.length, 1) ? [required] : []),
    ...(bySchemas.length > 0 ? [schemas] : []),
  ];
  const taken = targets.find((name) => Object.hasOwn(schema, name));
  if (taken !== undefined) return { keyword, message, fix: `move its members to the "${taken}" beside it` };
  const [first, second] = targets as [string, string?];
  const moves = [[[keyword], [schemas]]] as const;
  const copy = (some: readonly [string, Json][]): Fragment =>
    new Map(some.map(([name]) => [name, { copy: [keyword, name] }]));
  const rename: Edit = { kind: "rename", keys: [keyword], name: first };
  if (second === undefined) return { keyword, message, edits: [rename], moves };
  const set: Edit = { kind: "set", keys: [keyword], value: copy(byNames) };
  const add: Edit = { kind: "add", keys: [], name: second, value: copy(bySchemas), after: keyword };
  return { keyword, message, edits: [rename, set, add], moves };
};
