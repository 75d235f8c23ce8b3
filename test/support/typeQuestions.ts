import ts from "typescript-5.9";
import type { Catalog } from "../../scripts/catalog/catalog.ts";
import { declarationsOf, runtimeDeclarations, typeNames } from "./declarations.ts";

/** The catalogs before and after a change. */
export interface Sides {
  readonly before: Catalog;
  readonly after: Catalog;
}

/** What TypeScript says of code that was written before a change, in its words; nothing where it compiles. */
export interface TypeErrors {
  /** It imports the types by name. */
  readonly names: readonly string[];
  /** It passes what it gets now where it wants what it got before. */
  readonly passes: readonly string[];
  /** It reads the members that were there. */
  readonly reads: readonly string[];
  /** It builds what was wanted before, where what is wanted now is. */
  readonly builds: readonly string[];
}

const options: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts"],
  types: [],
  noEmit: true,
};

/** All that can be read of a value, whether it has to be there or not; what its parts are is asked elsewhere. */
const members = `export type Members<T> = T extends readonly (infer Item)[]
  ? readonly Members<Item>[]
  : T extends object
    ? { [Name in keyof T]-?: Members<T[Name]> }
    : unknown;
`;

const home = "/asked";

/** A question about a name: the lines that have to compile. */
const questions: Readonly<Record<keyof TypeErrors, (name: string) => string>> = {
  names: (name) => `export type { ${name} as Imported${name} } from "./after/index.js";`,
  passes: (name) => `export const pass${name} = (event: after.${name}): before.${name} => event;`,
  reads: (name) => `export const read${name} = (event: Members<after.${name}>): Members<before.${name}> => event;`,
  builds: (name) => `export const build${name} = (event: before.${name}): after.${name} => event;`,
};

/** Code that asks all questions of a pair: what each line asks. */
function writeAsking({ before, after }: Sides): { text: string; asked: readonly (keyof TypeErrors)[] } {
  const still = new Set(typeNames(after));
  const lines = typeNames(before).flatMap((name) =>
    (Object.keys(questions) as (keyof TypeErrors)[])
      .filter((kind) => kind === "names" || still.has(name))
      .map((kind) => [kind, questions[kind](name)] as const),
  );
  const head = `import type * as before from "./before/index.js"; import type * as after from "./after/index.js"; import type { Members } from "../members.js";`;
  return { text: [head, ...lines.map(([, line]) => line)].join("\n"), asked: lines.map(([kind]) => kind) };
}

/** A program over files in memory, with TypeScript's own library. */
function createProgram(files: ReadonlyMap<string, string>, roots: readonly string[]): ts.Program {
  const host = ts.createCompilerHost(options);
  const folders = new Set([...files.keys()].flatMap(foldersOf));
  return ts.createProgram(roots, options, {
    ...host,
    fileExists: (path) => files.has(path) || (!path.startsWith(home) && ts.sys.fileExists(path)),
    readFile: (path) => files.get(path) ?? ts.sys.readFile(path),
    directoryExists: (path) => folders.has(path) || (!path.startsWith(home) && ts.sys.directoryExists(path)),
    realpath: (path) => path,
    getSourceFile: (path, version) => {
      const text = files.get(path) ?? ts.sys.readFile(path);
      return text === undefined ? undefined : ts.createSourceFile(path, text, version);
    },
  });
}

const foldersOf = (path: string): string[] => path.split("/").map((_, at, all) => all.slice(0, at).join("/") || "/");

/** Asks TypeScript, in one program, what changes do to code that was written before them. */
export async function askTypes(pairs: readonly Sides[]): Promise<TypeErrors[]> {
  const files = new Map([
    [`${home}/package.json`, '{ "type": "module" }'],
    [`${home}/members.d.ts`, members],
    [`${home}/runtime.d.ts`, runtimeDeclarations],
  ]);
  const written = [];
  for (const [at, pair] of pairs.entries()) {
    const folder = `${home}/${at}`;
    for (const side of ["before", "after"] as const) {
      files.set(`${folder}/${side}/runtime.d.ts`, `export * from "../../runtime.js";`);
      for (const [path, text] of await declarationsOf(pair[side])) files.set(`${folder}/${side}/${path}`, text);
    }
    const { text, asked } = writeAsking(pair);
    files.set(`${folder}/asking.ts`, text);
    written.push({ path: `${folder}/asking.ts`, asked });
  }
  const program = createProgram(
    files,
    written.map(({ path }) => path),
  );
  return written.map(({ path, asked }) => {
    const source = program.getSourceFile(path) as ts.SourceFile;
    const errors: Record<keyof TypeErrors, string[]> = { names: [], passes: [], reads: [], builds: [] };
    for (const { start = 0, messageText } of [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ]) {
      const { line } = source.getLineAndCharacterOfPosition(start);
      const kind = asked[line - 1];
      const message = ts.flattenDiagnosticMessageText(messageText, "\n");
      if (kind === undefined) throw new Error(`The asking code is wrong: ${message}`);
      errors[kind].push(message);
    }
    return errors;
  });
}
