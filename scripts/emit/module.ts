import { notice, type OutputFile } from "./file.ts";

/** A JavaScript module, before it is written as ESM or as CommonJS. */
export interface Module {
  /** Path in the package, without extension. */
  readonly path: string;
  /** The schema file that it was generated from, for the notice. */
  readonly source: string;
  readonly imports: readonly { readonly names: readonly string[]; readonly from: string }[];
  /** The code between imports and exports. */
  readonly body: string;
  readonly exports: readonly string[];
  /** Whether a module that it imports may import it: CommonJS then has to export first, for functions are there before all. */
  readonly isCircular?: boolean;
}

/** The two module systems: what code files and their declarations are called. */
export const systems = [
  { js: ".js", types: ".d.ts" },
  { js: ".cjs", types: ".d.cts" },
] as const;

/** A name list in braces, on lines of its own where it is long. */
function braces(names: readonly string[]): string {
  const line = `{ ${names.join(", ")} }`;
  return line.length <= 100 ? line : `{\n${names.map((name) => `  ${name},\n`).join("")}}`;
}

/**
 * Writes a module for both systems.
 * @returns the `.js` and the `.cjs` file
 */
export function renderModule({ path, source, imports, body, exports, isCircular = false }: Module): OutputFile[] {
  const esm = [
    ...imports.map(({ names, from }) => `import ${braces(names)} from "${from}.js";\n`),
    `\n${body.trimEnd()}\n\n`,
    `export ${braces(exports)};\n`,
  ];
  const exported = `module.exports = ${braces(exports)};\n`;
  const cjs = [
    `"use strict";\n\n`,
    ...(isCircular ? [`${exported}\n`] : []),
    ...imports.map(({ names, from }) => `const ${braces(names)} = require("${from}.cjs");\n`),
    `\n${body.trimEnd()}\n\n`,
    ...(isCircular ? [] : [exported]),
  ];
  const write = (lines: readonly string[]): string =>
    `// ${notice(source)}\n${lines.join("")}`.replace(/\n{3,}/g, "\n\n");
  return [
    { path: `${path}.js`, text: write(esm) },
    { path: `${path}.cjs`, text: write(cjs) },
  ];
}

/**
 * Writes declarations for both systems.
 * @param path in the package, without extension
 * @param source what they were generated from
 * @param write gives the text, for the extension that its import specifiers have
 * @returns the `.d.ts` and the `.d.cts` file
 */
export function renderDeclarations(path: string, source: string, write: (extension: string) => string): OutputFile[] {
  return systems.map(({ js, types }) => ({ path: path + types, text: `// ${notice(source)}\n${write(js)}` }));
}
