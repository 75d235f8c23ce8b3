import { isObject, type Json, type JsonObject } from "../../json/json.ts";
import type { Edit, Fragment } from "../edit.ts";
import type { Rewriting } from "../rewriting.ts";
import { asserting } from "../walk.ts";

const keyword = "nullable";
const remove: Edit = { kind: "remove", keys: [keyword] };
const nothing: Fragment = new Map([["type", "null"]]);

/** Keywords that can refuse null whatever the type is. */
const refusing = ["$ref", "allOf", "anyOf", "oneOf", "not", "if"];

const isNull = (schema: Json): boolean => isObject(schema) && schema["type"] === "null";

/** The edits that let a schema accept null where it has a `type`, or nothing that could refuse null but an `enum`. */
function widen({ type, enum: values }: JsonObject): Edit[] {
  const types: Edit[] =
    typeof type === "string" && type !== "null"
      ? [{ kind: "set", keys: ["type"], value: [type, "null"] }]
      : Array.isArray(type) && !type.includes("null")
        ? [{ kind: "append", keys: ["type"], value: "null" }]
        : [];
  const isListed = !Array.isArray(values) || values.includes(null);
  return [...types, ...(isListed ? [] : [{ kind: "append", keys: ["enum"], value: null } as const])];
}

/**
 * `nullable` of OpenAPI 3.0 (https://spec.openapis.org/oas/v3.0.3#schema-object) is a type of its own in JSON Schema.
 * Without a `type` the specification gives it no effect; what people mean by it is null, or what stands beside it.
 */
export const nullable: Rewriting = (schema) => {
  if (!Object.hasOwn(schema, keyword)) return undefined;
  const message = 'has "nullable", a keyword of OpenAPI 3.0 that JSON Schema does not have';
  if (schema[keyword] === false) return { keyword, message, edits: [remove] };
  if (schema[keyword] !== true) return { keyword, message, fix: "write true or false" };
  if (Object.hasOwn(schema, "const")) {
    const fix = `write "enum" with the value and null instead of "const", and remove it; or remove it alone`;
    return { keyword, message, fix };
  }
  const hasType = Object.hasOwn(schema, "type");
  if (hasType || !refusing.some((name) => Object.hasOwn(schema, name))) {
    return { keyword, message, edits: [...widen(schema), remove] };
  }
  const demands = Object.keys(schema).filter((name) => asserting.has(name));
  const [first = "", ...others] = demands;
  const { anyOf } = schema;
  if (others.length === 0 && Array.isArray(anyOf)) {
    const edits: Edit[] = anyOf.some(isNull) ? [remove] : [{ kind: "append", keys: ["anyOf"], value: nothing }, remove];
    return { keyword, message, edits };
  }
  const value: Fragment = [new Map(demands.map((name) => [name, { copy: [name] }])), nothing];
  return {
    keyword,
    message,
    edits: [
      { kind: "rename", keys: [first], name: "anyOf" },
      { kind: "set", keys: [first], value },
      ...others.map((name): Edit => ({ kind: "remove", keys: [name] })),
      remove,
    ],
    moves: demands.map((name) => [[name], ["anyOf", "0", name]] as const),
  };
};
