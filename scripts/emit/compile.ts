import { byCodeUnit, fromPointer, toPointer } from "../json/json.ts";
import type { Schema } from "../schema/schema.ts";
import { formats } from "../formats.ts";
import { compileWithAjv } from "./ajv.ts";
import { camelCase, freshName } from "../print/names.ts";
import { sentence } from "../schema/sentence.ts";

// The only file that knows what Ajv's standalone code looks like. Ajv compiles a schema once, with all errors; two
// functions are made of that text by putting something else where Ajv builds an error object.

/** The parts of a compiled validator, as JavaScript. */
export interface Compiled {
  /** Declarations that both functions share: regular expressions, large constants. */
  readonly constants: readonly string[];
  /** Patterns of formats, each with the expression that gives its text: `dateTime.source`. */
  readonly patterns: ReadonlyMap<string, string>;
  /** Names of runtime helpers that the functions call. */
  readonly helpers: readonly string[];
  /** Body of `(event) => boolean`, which stops at the first broken rule. */
  readonly accepts: string;
  /** Body of `(event, report) => void`, which reports every broken rule. */
  readonly explain: string;
}

/** What Ajv writes for one error; a subschema of `if` or `not` has an empty literal. */
const errorBlock =
  /const err\d+ = \{(?:instancePath(?::(?<pointer>.*))?,schemaPath:(?<path>"(?:[^"\\]|\\.)*"),keyword:"(?<keyword>\w+)",params:\{(?<params>.*)\})?\};\nif\(vErrors === null\)\{\nvErrors = \[err\d+\];\n\}\nelse \{\nvErrors\.push\(err\d+\);\n\}\nerrors\+\+;\n/g;
const resetBlock = /if\(vErrors !== null\)\{\nif\(_errs\d+\)\{\nvErrors\.length = _errs\d+;\n\}\nelse \{\nvErrors = null;\n\}\n\}\n/g;
const emptyBlock = /^if\(.* === undefined\)\{\n\n\}\n/gm;
const functionText = /^function \w+\(data, \{.*\}=\{\}\)\{\nlet vErrors = null;\nlet errors = 0;\n(?<body>.*\n)\w+\.errors = vErrors;\nreturn errors === 0;\n\}\n/ms;

/**
 * Compiles the validator of one schema.
 * @param schema a flat schema without `ref` nodes and annotations, its formats by name
 * @param file path of the event's file
 * @throws SchemaRefused where Ajv refuses the schema
 * @throws Error where Ajv's output no longer has the shape that this file knows
 */
export function compile(file: string, schema: Schema): Compiled {
  const helpers = new Set<string>();
  const source = compileWithAjv(file, schema, helpers);
  const body = functionText.exec(source)?.groups?.body;
  if (body === undefined) throw new Error("Ajv's standalone code has a shape that this version does not know.");
  const accepts = rewriteErrors(body, schema, ({ isToldAgain }) => (isToldAgain ? "" : "return false;")).replace(emptyBlock, "");
  const explain = rewriteErrors(body, schema, ({ pointer, keyword, message }) => {
    return `report(${pointer}, "${keyword}", ${message});`;
  });
  const header = source.slice(0, source.indexOf("\nfunction "));
  const constants = declarations(header).filter(({ ajvName }) => mentions(accepts, ajvName));
  if (constants.some(({ name }) => name === equal)) helpers.add(equal);
  const globals = new Map(constants.map(({ ajvName, name }) => [ajvName, name]));
  const names = new Map([...globals, ...localNames(body, [...globals.values(), ...helpers])]);
  return {
    constants: constants.flatMap(({ name, code }) => (name === equal ? [] : [`const ${name} = ${code};`])),
    patterns: new Map(
      constants.flatMap(({ name, code }) => {
        const format = byCode.get(code);
        return format === undefined ? [] : [[format.pattern, `${name}.source`]];
      }),
    ),
    helpers: [...helpers].toSorted(byCodeUnit),
    accepts: rename(finish(accepts, "return true;\n"), names),
    explain: rename(finish(explain, ""), names),
  };
}

interface ErrorText {
  /** Expression that gives the JSON Pointer of the wrong member. */
  readonly pointer: string;
  readonly keyword: string;
  /** String literal. */
  readonly message: string;
  /** Whether a member is missing whose own schema refuses undefined too. */
  readonly isToldAgain: boolean;
}

/** Puts other statements where Ajv builds errors; inside `anyOf` and `oneOf` only the count is kept. */
function rewriteErrors(body: string, schema: Schema, onError: (error: ErrorText) => string): string {
  return body
    .replace(resetBlock, "")
    .replace(errorBlock, (...match) => {
      const { pointer = '""', path, keyword, params } = match.at(-1) as Record<string, string | undefined>;
      if (path === undefined || keyword === undefined) return "errors++;\n";
      const keys = fromPointer(decodeURIComponent(JSON.parse(path) as string).slice(1));
      const { node, isBranch } = follow(schema, keys.slice(0, -1));
      if (isBranch) return "errors++;\n";
      const place = pointer.replace(/^instancePath\+/, "").replace(/^instancePath$/, '""');
      const missing = /^missingProperty: ("(?:[^"\\]|\\.)*")$/.exec(params ?? "")?.[1];
      const message = JSON.stringify(sentence(keyword, node));
      if (missing === undefined) return `${onError({ pointer: place, keyword, message, isToldAgain: false })}\n`;
      const isToldAgain = refusesUndefined(node.properties?.[JSON.parse(missing) as string]);
      return `${onError({ pointer: join(place, missing), keyword, message, isToldAgain })}\n`;
    });
}

/** Whether a schema's own code says false of a member that is not there. */
function refusesUndefined(member: Schema | undefined): boolean {
  return member !== undefined && ("type" in member || "const" in member || "enum" in member);
}

/** The pointer expression of a member: `"/data"` and `"object"` give `"/data/object"`. */
function join(place: string, member: string): string {
  const tail = toPointer([JSON.parse(member) as string]);
  if (place === '""') return JSON.stringify(tail);
  return place.startsWith('"') && place.endsWith('"') && !/" ?\+/.test(place)
    ? JSON.stringify((JSON.parse(place) as string) + tail)
    : `${place} + ${JSON.stringify(tail)}`;
}

/** The schema that keys lead to, and whether an alternative (`anyOf`, `oneOf`) was entered on the way. */
function follow(root: Schema, keys: readonly string[]): { node: Schema; isBranch: boolean } {
  let node: unknown = root;
  let isBranch = false;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as string;
    const holder = (node as Record<string, unknown>)[key];
    isBranch ||= key === "anyOf" || key === "oneOf";
    const entersChild = key === "properties" || key === "anyOf" || key === "oneOf";
    node = entersChild ? (holder as Record<string, unknown>)[keys[++i] as string] : holder;
  }
  return { node: node as Schema, isBranch };
}

function finish(body: string, end: string): string {
  if (mentions(body, "vErrors")) {
    throw new Error("Ajv's standalone code builds errors in a way that this version does not know.");
  }
  return `${mentions(body, "errors") ? "let errors = 0;\n" : ""}${body}${end}`;
}

/** Whether code uses a variable; strings and members of that name do not count. */
function mentions(code: string, variable: string): boolean {
  return new RegExp(`(?<![.\\w$])${variable}\\b`).test(code.replace(/"(?:[^"\\\n]|\\.)*"/g, '""'));
}

interface Constant {
  readonly ajvName: string;
  readonly name: string;
  readonly code: string;
}

/** The runtime's helper that stands for Ajv's own. */
const equal = "isEqual";

/** The formats by their regular expressions, as code. */
const byCode = new Map([...formats.values()].map((format) => [String(format.regex), format]));

/** Ajv's constants with names that a person would have chosen. */
function declarations(header: string): Constant[] {
  // What the module declares itself.
  const taken = new Set(["companion", "accepts", "explain", "schema"]);
  return [...header.matchAll(/^const (\w+) = (.*);$/gm)].map(({ 1: ajvName = "", 2: value = "" }) => {
    if (value === 'require("ajv/dist/runtime/equal").default') return { ajvName, name: equal, code: value };
    if (!/^(?:formats|pattern|schema)\d+$/.test(ajvName)) {
      throw new Error(`Ajv's standalone code declares ${ajvName}, which this version does not know.`);
    }
    const pattern = /^new RegExp\((".*"), "u"\)$/.exec(value)?.[1];
    const code = pattern === undefined ? value : String(new RegExp(JSON.parse(pattern) as string, "u"));
    return { ajvName, name: freshName(camelCase(byCode.get(code)?.name ?? ajvName.replace(/\d+$/, "")), taken), code };
  });
}

/** Names for Ajv's `data0`, `data1`: the member that they hold. */
function localNames(body: string, used: readonly string[]): Map<string, string> {
  const names = new Map([["data", "event"]]);
  const identifiers = body.replace(/"(?:[^"\\\n]|\\.)*"/g, '""').match(/(?<![.\w$])(?!data\d*\b)[A-Za-z_$][\w$]*/g) ?? [];
  const taken = new Set(["event", "report", ...identifiers, ...used]);
  for (const { 1: name = "", 2: key } of bareKeys(body).matchAll(/^let (data\d+) = \w+(?:\.(\w+)|\[.*\]);$/gm)) {
    names.set(name, freshName(key === undefined ? "item" : camelCase(key), taken));
  }
  return names;
}

/** `data["odd-name"]` as `data.odd_name`: only to read names from it. */
function bareKeys(body: string): string {
  return body.replace(/\["((?:[^"\\\n]|\\.)*)"\]/g, (_match, key: string) => `.${key.replace(/\W/g, "_")}`);
}

/** Renames identifiers; strings and members of that name stay. */
function rename(code: string, names: ReadonlyMap<string, string>): string {
  return code.replace(/"(?:[^"\\\n]|\\.)*"|(?<![.\w$])[A-Za-z_]\w*/g, (token) => names.get(token) ?? token);
}
