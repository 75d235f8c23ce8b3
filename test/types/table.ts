/** The compilers, by the aliases of package.json beside this. */
export const versions = ["5.4", "5.9", "6.0", "7.0"] as const;
export type Version = (typeof versions)[number];

/** How a receiver writes: a file, and the `type` of the package.json beside it. */
export const kinds = [
  { name: ".mts", file: "consumer.mts", type: "module" },
  { name: ".cts", file: "consumer.cts", type: "module" },
  { name: ".ts, module", file: "consumer.ts", type: "module" },
  { name: ".ts, commonjs", file: "consumer.ts", type: "commonjs" },
  // What it exports has inferred types, which its declarations write down.
  { name: "a library", file: "library.ts", type: "module" },
  { name: "of one event", file: "libraryOfEvent.ts", type: "module" },
] as const;
export type Kind = (typeof kinds)[number];

/** How a receiver resolves modules. TypeScript refuses commonjs with node16 (TS5110), and with bundler before 6.0 (TS5095). */
export const settings = [
  { module: "node16", moduleResolution: "node16" },
  { module: "nodenext", moduleResolution: "nodenext" },
  { module: "esnext", moduleResolution: "bundler" },
  { module: "preserve", moduleResolution: "bundler" },
] as const;
export type Setting = (typeof settings)[number];

/** What one run of the compiler gets. */
export interface Run {
  /** The consumer that is compiled, in test/consumers. */
  readonly source: "consumer.ts" | "consumer.cts" | "library.ts" | "libraryOfEvent.ts";
  readonly compilerOptions: Readonly<Record<string, unknown>>;
}

/** Whether TypeScript takes the file for CommonJS, which is written in its own syntax under verbatimModuleSyntax. */
function isCommonJs({ name, type }: Kind, { module }: Setting): boolean {
  if (module === "node16" || module === "nodenext") return name === ".cts" || (name !== ".mts" && type === "commonjs");
  return name === ".cts" && module === "preserve";
}

/**
 * Whether verbatimModuleSyntax leaves a file no way to import: from 5.5 on, a .cts under esnext may write neither
 * `import` (TS1286) nor `import = require` (TS1202).
 */
export function isWordless(version: Version, { name }: Kind, { module }: Setting): boolean {
  return version !== "5.4" && name === ".cts" && module === "esnext";
}

/** As strict as a receiver can be, and no skipLibCheck: our declarations are compiled too. */
const strict = {
  strict: true,
  noEmit: true,
  skipLibCheck: false,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  target: "es2022",
  lib: ["es2022", "dom"],
  types: [],
};

/** What one compiler gets for one consumer. */
export function planRun(version: Version, kind: Kind, setting: Setting): Run {
  if (kind.file === "library.ts" || kind.file === "libraryOfEvent.ts")
    return {
      source: kind.file,
      compilerOptions: {
        ...strict,
        ...setting,
        verbatimModuleSyntax: true,
        noEmit: false,
        declaration: true,
        outDir: "out",
      },
    };
  return {
    source: isCommonJs(kind, setting) ? "consumer.cts" : "consumer.ts",
    compilerOptions: {
      ...strict,
      ...setting,
      verbatimModuleSyntax: !isWordless(version, kind, setting),
      // isolatedDeclarations came with 5.5.
      ...(version === "5.4" ? {} : { declaration: true, isolatedDeclarations: true }),
    },
  };
}
