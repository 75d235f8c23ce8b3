import type { Rewriting } from "../rewriting.ts";

/** `id` is `$id` since draft-06. Which of them a `$ref` relies on, only its author knows. */
export const id: Rewriting = (schema) => {
  if (!Object.hasOwn(schema, "id")) return undefined;
  const fix = 'call it "$id" if it is the address of the schema, or remove it';
  return { keyword: "id", message: 'has the keyword "id" of draft-04', fix };
};

/** In draft-04 an exclusive limit is a boolean beside the limit; since draft-06 it is the limit. */
const exclusive =
  (keyword: string, limit: string): Rewriting =>
  (schema) => {
    const value = schema[keyword];
    if (typeof value !== "boolean") return undefined;
    const beside = schema[limit];
    const fix =
      value && typeof beside === "number"
        ? `write "${keyword}": ${beside} instead of it and "${limit}"`
        : "remove it, for it has no effect";
    return { keyword, message: `has "${keyword}": ${value}, which draft-04 allows`, fix };
  };

export const exclusiveMinimum = exclusive("exclusiveMinimum", "minimum");
export const exclusiveMaximum = exclusive("exclusiveMaximum", "maximum");
