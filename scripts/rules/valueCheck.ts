import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { evaluate } from "../schema/evaluate.ts";
import type { Json } from "../json/json.ts";
import { link } from "../schema/link.ts";
import type { Schema } from "../schema/schema.ts";

/** Why a schema refuses a value: a keyword, where in the value, and who says so. */
export interface Refusal {
  readonly keyword: string;
  readonly pointer: string;
  readonly by: "our validators" | "Ajv with ajv-formats";
}

/** Why a value is refused; undefined where it is not. */
export type ValueCheck = (value: Json) => Refusal | undefined;

/**
 * Keywords that Ajv reads in its own way: it divides doubles, for which 19.99 is no multiple of 0.01, and calls members
 * named `toString` where it compares objects.
 */
const ownReading = ["multipleOf", "const", "enum", "uniqueItems"];

/**
 * How many checks have been compiled. V8 keeps the source of what it compiled, and hashes long texts by their length alone:
 * thousands of events whose code has the same length would be compared with each other, one by one.
 */
let compiled = 0;

/** Longer schemas, such as those of entire events, are hardly ever the same. */
const maxRemembered = 500;

/**
 * Makes checks of the values that schemas give. Those of small schemas are kept: thousands of events share their members.
 * @returns a function from a schema in standard keywords, which refers to its own `$defs` only, to its check
 */
export function createValueChecks(): (schema: Schema) => ValueCheck {
  const known = new Map<string, ValueCheck>();
  return (schema) => {
    const text = JSON.stringify(schema);
    const check = known.get(text) ?? createValueCheck(schema);
    if (text.length <= maxRemembered) known.set(text, check);
    return check;
  };
}

/**
 * Two readings of a schema: ours, which our compiled validators are held to, and that of Ajv with ajv-formats, so that
 * our table of formats never vouches for itself alone.
 */
function createValueCheck(schema: Schema): ValueCheck {
  // A fresh Ajv: one that is kept keeps all that it ever compiled. Strict mode is left to the rules. With all errors the
  // code is flat: without, two thousand members are two thousand blocks inside each other, and V8 overflows.
  const options = { strict: false, allErrors: true, logger: false, meta: false, validateSchema: false } as const;
  const ajv = new Ajv2020({
    ...options,
    ownProperties: true,
    code: { optimize: false, process: (code) => code + " ".repeat(compiled++ % 1009) },
  });
  addFormats.default(ajv);
  for (const keyword of ownReading) {
    ajv.removeKeyword(keyword).addKeyword({
      keyword,
      validate: (limit: unknown, value: Json) => evaluate({ [keyword]: limit }, value).length === 0,
    });
  }
  const validate = ajv.compile(schema);
  const linked = link(schema);
  return (value) => {
    const [broken] = evaluate(linked, value);
    if (broken !== undefined) return { ...broken, by: "our validators" };
    if (validate(value)) return undefined;
    const { keyword = "", instancePath: pointer = "" } = validate.errors?.[0] ?? {};
    return { keyword, pointer, by: "Ajv with ajv-formats" };
  };
}
