import ts from "typescript-5.9";

/** What an editor shows at one place. */
export interface Hover {
  /** The declaration, on one line. */
  readonly shown: string;
  /** The comment above it. */
  readonly words: string;
  /** The tags of the comment, each as `@name text`. */
  readonly tags: readonly string[];
}

const options: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ["lib.es2022.d.ts"],
  types: [],
};

const text = (parts: ts.SymbolDisplayPart[] | undefined): string =>
  ts.displayPartsToString(parts).replace(/\s+/g, " ").trim();

/**
 * Opens a file in TypeScript's language service, as editors do. 5.9 is the last version but one that has it.
 * @param file path, with extension; it need not exist
 * @param code where each place is marked by `/*name*\/` behind it
 */
export function openFile(file: string, code: string) {
  const host: ts.LanguageServiceHost = {
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot(path) {
      const content = path === file ? code : ts.sys.readFile(path);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => process.cwd(),
    getCompilationSettings: () => options,
    getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
    ...(ts.sys.realpath === undefined ? {} : { realpath: ts.sys.realpath }),
  };
  const service = ts.createLanguageService(host);
  const find = (mark: string): number => code.indexOf(`/*${mark}*/`);
  return {
    /** Errors of the file, in words. */
    errors: (): string[] =>
      service.getSemanticDiagnostics(file).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
    /** What is shown where the pointer rests on the name before a mark. */
    hover(mark: string): Hover {
      const info = service.getQuickInfoAtPosition(file, find(mark) - 1);
      const tags = info?.tags?.map(({ name, text: parts }) => `@${name} ${text(parts)}`) ?? [];
      return { shown: text(info?.displayParts), words: text(info?.documentation), tags };
    },
    /** The names that are offered at a mark. */
    complete: (mark: string): string[] =>
      service
        .getCompletionsAtPosition(file, find(mark), {})
        ?.entries.map(({ name }) => name)
        .toSorted() ?? [],
  };
}
