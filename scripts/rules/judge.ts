import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { evaluate } from "../schema/evaluate.ts";
import type { Json } from "../json/json.ts";
import type { Schema } from "../schema/schema.ts";

/** Why a schema refuses a value: a keyword, where in the value, and who says so. */
export interface Refusal {
  readonly keyword: string;
  readonly pointer: string;
  readonly by: "our validators" | "Ajv with ajv-formats";
}

/** Why a value is refused; undefined where it is not. */
export type Judge = (value: Json) => Refusal | undefined;

/**
 * Keywords that Ajv reads in its own way: it divides doubles, for which 19.99 is no multiple of 0.01, and calls members
 * named `toString` where it compares objects.
 */
const ownReading = ["multipleOf", "const", "enum", "uniqueItems"];

/** Longer schemas, such as those of whole events, are hardly ever the same. */
const maxRemembered = 500;

/**
 * Makes a maker of judges, which remembers the small ones: thousands of events share their members.
 * @returns takes a flat schema without names, without annotations, that has passed the metaschema
 */
export function createJudges(): (schema: Schema) => Judge {
  const known = new Map<string, Judge>();
  return (schema) => {
    const text = JSON.stringify(schema);
    const judge = known.get(text) ?? createJudge(schema);
    if (text.length <= maxRemembered) known.set(text, judge);
    return judge;
  };
}

/**
 * Two readings of a schema: ours, which our compiled validators are held to, and that of Ajv with ajv-formats, so that
 * our table of formats never vouches for itself alone.
 */
function createJudge(schema: Schema): Judge {
  // A fresh Ajv: one that is kept keeps all that it ever compiled. Strict mode is left to the rules. With all errors the
  // code is flat: without, two thousand members are two thousand blocks inside each other, and V8 overflows.
  const options = { strict: false, allErrors: true, logger: false, meta: false, validateSchema: false } as const;
  const ajv = new Ajv({ ...options, ownProperties: true, code: { optimize: false } });
  addFormats.default(ajv);
  for (const keyword of ownReading) {
    ajv.removeKeyword(keyword).addKeyword({ keyword, validate: (limit: unknown, value: Json) => evaluate({ [keyword]: limit }, value).length === 0 });
  }
  const validate = ajv.compile(schema);
  return (value) => {
    const [broken] = evaluate(schema, value);
    if (broken !== undefined) return { ...broken, by: "our validators" };
    if (validate(value)) return undefined;
    const { keyword = "", instancePath: pointer = "" } = validate.errors?.[0] ?? {};
    return { keyword, pointer, by: "Ajv with ajv-formats" };
  };
}
