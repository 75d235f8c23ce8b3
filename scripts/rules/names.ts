import { firstDifference } from "../json/difference.ts";
import type { Json } from "../json/json.ts";
import { toNamed } from "../schema/expand.ts";
import type { Definition } from "../schema/schema.ts";
import { isIdentifier } from "../print/names.ts";
import { unionNames } from "../project.ts";
import { runtimeNames } from "../runtime/exports.ts";
import type { Definitions, Violation, Rule } from "./rule.ts";

/** Words that cannot name an interface or a const, in any mode of JavaScript or TypeScript. */
const reserved = new Set(
  (
    "any arguments as async await bigint boolean break case catch class const continue debugger declare default " +
    "delete do else enum eval export extends false finally for from function get if implements import in infer " +
    "instanceof interface is keyof let module namespace never new null number object of package private protected " +
    "public readonly require return set static string super switch symbol this throw true try type typeof undefined " +
    "unique unknown using var void while with yield"
  ).split(" "),
);

/**
 * Globals of ECMAScript (ECMA-262, chapter 19) and of the web that a type of the same name would hide. Written out, for
 * those of the running Node differ from version to version.
 */
const globals = new Set(
  (
    "AggregateError Array ArrayBuffer AsyncDisposableStack AsyncFunction AsyncGenerator AsyncIterator Atomics BigInt " +
    "BigInt64Array BigUint64Array Boolean Buffer DataView Date DisposableStack Error EvalError FinalizationRegistry " +
    "Float16Array Float32Array Float64Array Function Generator Infinity Int16Array Int32Array Int8Array Intl Iterator " +
    "JSON Map Math NaN Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set SharedArrayBuffer " +
    "String SuppressedError Symbol SyntaxError Temporal TypeError URIError Uint16Array Uint32Array Uint8Array " +
    "Uint8ClampedArray WeakMap WeakRef WeakSet " +
    "AbortController AbortSignal Blob BroadcastChannel Cache CompressionStream Crypto CryptoKey CustomEvent " +
    "DOMException Document Element Event EventEmitter EventSource EventTarget File FormData Headers HTMLElement " +
    "Location MessageChannel MessageEvent MessagePort Navigator Node NodeJS Performance ReadableStream Request " +
    "Response Storage TextDecoder TextEncoder URL URLSearchParams WebAssembly WebSocket Window Worker WritableStream " +
    "Awaited Exclude Extract InstanceType NonNullable Omit Parameters Partial Pick PropertyKey Readonly ReadonlyArray " +
    "ReadonlyMap ReadonlySet Record Required ReturnType Uppercase Lowercase Capitalize Uncapitalize"
  ).split(" "),
);

/** What can be wrong with a name; the first that is, is reported. */
const problems: readonly [isProblem: (name: string, taken: ReadonlySet<string>) => boolean, message: string][] = [
  [(name) => !isIdentifier(name), "is not an identifier"],
  [(name) => reserved.has(name), "is a reserved word"],
  [(name) => /^[a-z_$]/.test(name), "does not begin with a capital letter"],
  [(name) => globals.has(name), "is the name of a global"],
  [(name, taken) => taken.has(name), "is a name that the package itself exports"],
];

const all = (catalog: Definitions): readonly Definition[] => [...catalog.events, ...catalog.definitions];

const titleOf = ({ document, keys }: Definition): Violation["address"] => ({ document, keys: [...keys, "title"] });

/** A value of a schema in a message: not more than its beginning. */
const shown = (value: Json | undefined): string =>
  value === undefined ? "nothing" : JSON.stringify(value).slice(0, 60);

/** The first difference of two definitions of one name, in words. */
function howDiffers(own: Definition, other: Definition): string {
  if (own.name !== other.name) return `, as ${JSON.stringify(other.name)}`;
  const difference = firstDifference(toNamed(own.schema), toNamed(other.schema));
  if (difference === undefined) return "";
  const { pointer, left, right } = difference;
  return `, which has ${shown(right)} at ${pointer} where this one has ${shown(left)}`;
}

/** Rules about the names that schemas give to TypeScript. */
export const nameRules: readonly Rule[] = [
  {
    id: "title",
    purpose: "The title is the TypeScript name, so it has to be an identifier that nothing else uses.",
    locked: true,
    reads: "definitions",
    *check(catalog, project) {
      const taken = new Set([...unionNames(project), ...runtimeNames]);
      for (const definition of all(catalog)) {
        const { name } = definition;
        const problem = problems.find(([isProblem]) => isProblem(name, taken))?.[1];
        if (problem === undefined) continue;
        const fix = "choose a name in PascalCase, such as PortOutCredentials";
        yield { address: titleOf(definition), message: `title ${JSON.stringify(name)} ${problem}`, fix };
      }
    },
  },
  {
    id: "title-unique",
    purpose: "Two schemas of one name would overwrite each other's file; some file systems ignore case.",
    locked: true,
    reads: "definitions",
    *check(catalog) {
      const seen = new Map<string, Definition>();
      for (const definition of [...all(catalog), ...catalog.bases]) {
        const key = definition.name.toLowerCase();
        const first = seen.get(key);
        if (first === undefined) seen.set(key, definition);
        else {
          const message = `title ${JSON.stringify(definition.name)} is taken by ${first.document.file}${howDiffers(definition, first)}`;
          yield { address: titleOf(definition), message, fix: "choose another title, or make the definitions equal" };
        }
      }
    },
  },
];
