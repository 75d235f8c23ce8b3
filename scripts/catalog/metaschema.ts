import type { ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Diagnostic } from "../report/diagnostic.ts";
import type { Document } from "../schema/document.ts";
import { quote } from "../report/quote.ts";
import { didYouMean } from "../suggest.ts";
import { draft2020, draftOf } from "./drafts.ts";
import { fromPointer, isObject } from "../json/json.ts";
import { valueAt } from "./ref.ts";

/** The names that `type` can have (JSON Schema 2020-12, validation, section 6.1.1). */
const types = ["array", "boolean", "integer", "null", "number", "object", "string"];

const declaration = `"$schema": "${draft2020}"`;
const undeclared = "does not declare JSON Schema 2020-12";

/** Ajv's function for the metaschema: compiled when it is asked for first, for that takes longer than to load a catalogue. */
let compiled: ValidateFunction | undefined;

function validator(): ValidateFunction {
  // The metaschema's own formats are annotations: the rules of this tool say more about them.
  compiled ??= new Ajv2020({ strict: false, allErrors: true, validateFormats: false }).getSchema(draft2020);
  if (compiled === undefined) throw new Error("Ajv has lost its metaschema.");
  return compiled;
}

/**
 * Holds a document against the metaschema of JSON Schema 2020-12. What passes has keywords of the types that the rest of
 * the tool relies on.
 * @returns one diagnostic per wrong value; none for a sound document
 */
export function checkMetaschema(document: Document): Diagnostic[] {
  const problem = (pointer: string, message: string, fix?: string): Diagnostic => {
    const location = { file: document.file, pointer, ...document.locate(pointer) };
    return { rule: "metaschema", severity: "error", ...location, message, ...(fix === undefined ? {} : { fix }) };
  };
  // What is not JSON has been reported.
  if (document.value === undefined) return [];
  if (!isObject(document.value)) return [problem("", "is not a schema object", "write the schema in { … }")];
  const { $schema } = document.value;
  if ($schema === undefined) return [problem("", undeclared, `begin the file with ${declaration}, or run lint --fix`)];
  if ($schema !== draft2020) {
    const draft = draftOf(document.value)?.name;
    const fix = `write ${declaration}`;
    if (draft === undefined) return [problem("/$schema", undeclared, fix)];
    return [problem("/$schema", `declares ${draft} instead of JSON Schema 2020-12`, `run lint --fix, or ${fix}`)];
  }
  const validate = validator();
  validate(document.value);
  const byLocation = new Map((validate.errors ?? []).map(({ instancePath, message }) => [instancePath, message]));
  return [...byLocation].map(([pointer, message = "is not JSON Schema"]) => {
    const found = valueAt(document.value, fromPointer(pointer));
    const isType = /\/type(?:\/[0-9]+)?$/.test(pointer) && typeof found === "string";
    if (!isType) return problem(pointer, message);
    const fix = didYouMean(found, types, `use one of ${types.join(", ")}`);
    return problem(pointer, `has the unknown type ${quote(found)}`, fix);
  });
}
