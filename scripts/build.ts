import type { Diagnostic } from "./diagnostic.ts";
import type { Input } from "./emit/code.ts";
import type { OutputFile } from "./emit/file.ts";
import { SchemaRefused } from "./emit/refused.ts";
import { hasErrors, lint, type Linted } from "./lint.ts";
import type { Sources } from "./sources.ts";

/** What a run works on. */
export interface Context extends Sources {
  /** Schema folder and output folder, absolute. */
  readonly schemas: string;
  readonly out: string;
  /** Folder of the root package.json. */
  readonly root: string;
  /** The schema folder from where the person stands, with forward slashes: for reports. */
  readonly base: string;
  /** Whether what is printed may have colours. */
  readonly color: boolean;
  /** The command line that would bring the output up to date. */
  readonly fix: string;
}

/** What a schema folder gives: the files, or none where there are errors. */
export interface Build extends Linted {
  readonly files?: readonly OutputFile[];
}

type Emit = (input: Input) => Promise<OutputFile[]>;

const emitAll = async (): Promise<Emit> => (await import("./emit/emit.ts")).emit;

/**
 * Loads, checks and emits. Writes nothing.
 * @param load gives what emits: everything, unless told otherwise
 * @throws UnusableInput where the schema folder cannot be read or holds no event
 */
export async function build({ schemas, project, runtime }: Pick<Context, "schemas" | "project" | "runtime">, load = emitAll): Promise<Build> {
  const { catalog, diagnostics } = await lint(schemas, project);
  if (hasErrors(diagnostics)) return { catalog, diagnostics };
  // Emitters bring json-schema-to-typescript and esbuild along: loaded only when there is something to emit.
  const emit = await load();
  try {
    return { catalog, diagnostics, files: await emit({ catalog, project, runtime }) };
  } catch (error) {
    if (!(error instanceof SchemaRefused)) throw error;
    const { file, message } = error;
    const refusal: Diagnostic = { rule: "strict", severity: "error", file, line: 1, column: 1, message };
    return { catalog, diagnostics: [...diagnostics, refusal] };
  }
}
