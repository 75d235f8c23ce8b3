import { hasHidden } from "../json/hidden.ts";
import { isDevice } from "./fileNames.ts";
import { isIdentifier } from "./names.ts";

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
 * Globals of ECMAScript (ECMA-262, chapter 19) and TypeScript's own types of types, which a type of the same name would hide
 * from readers, and from our modules. Those of the web, such as Document, are free: a module's own name is no mistake there.
 */
const globals = new Set(
  (
    "AggregateError Array ArrayBuffer AsyncDisposableStack AsyncFunction AsyncGenerator AsyncIterator Atomics BigInt " +
    "BigInt64Array BigUint64Array Boolean DataView Date DisposableStack Error EvalError FinalizationRegistry " +
    "Float16Array Float32Array Float64Array Function Generator Infinity Int16Array Int32Array Int8Array Intl Iterator " +
    "JSON Map Math NaN Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set SharedArrayBuffer " +
    "String SuppressedError Symbol SyntaxError Temporal TypeError URIError Uint16Array Uint32Array Uint8Array " +
    "Uint8ClampedArray WeakMap WeakRef WeakSet " +
    "Awaited Exclude Extract InstanceType NonNullable Omit Parameters Partial Pick PropertyKey Readonly ReadonlyArray " +
    "ReadonlyMap ReadonlySet Record Required ReturnType Uppercase Lowercase Capitalize Uncapitalize"
  ).split(" "),
);

type Problem = readonly [isProblem: (name: string, taken: ReadonlySet<string>) => boolean, message: string];

/** Bytes of a name that every file system takes, with what is put behind it. */
const maxBytes = 200;

/** What can be wrong with a name of a file and of functions. */
const fileProblems: readonly Problem[] = [
  [(name) => hasHidden(name) || /\p{Variation_Selector}/u.test(name), "has a character that nobody sees"],
  [isDevice, "is a name that Windows keeps for a device"],
  [(name) => new TextEncoder().encode(name).length > maxBytes, `has more than ${maxBytes} bytes`],
];

/** What can be wrong with a name that people import. */
const problems: readonly Problem[] = [
  ...fileProblems,
  [(name) => !isIdentifier(name), "is not an identifier"],
  [(name) => reserved.has(name), "is a reserved word"],
  [(name) => /^[a-z_$]/.test(name), "does not begin with a capital letter"],
  [(name) => globals.has(name), "is the name of a global"],
  [(name, taken) => taken.has(name), "is a name that the package itself exports"],
];

/**
 * What is wrong with a name for a type and a const that people import.
 * @param taken names that the package itself exports
 * @returns the first thing, as the end of a sentence; undefined where the name is good
 */
export function problemOfName(name: string, taken: ReadonlySet<string>): string | undefined {
  return problems.find(([isProblem]) => isProblem(name, taken))?.[1];
}

/** What is wrong with a name of a file and of functions that nobody imports, such as those of the envelope. */
export function problemOfFile(name: string): string | undefined {
  return fileProblems.find(([isProblem]) => isProblem(name, new Set()))?.[1];
}
