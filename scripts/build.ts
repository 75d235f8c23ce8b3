import type { Input } from "./emit/code.ts";
import type { OutputFile } from "./emit/file.ts";
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

/** Emits everything, and verifies it before anybody compares it with what is on the disk, or writes it. */
const emitAndVerify = async (): Promise<Emit> => {
  const [{ emit }, { mustAgree }] = await Promise.all([import("./emit/emit.ts"), import("./verify.ts")]);
  return async (input) => {
    const files = await emit(input);
    mustAgree(input.catalog, files);
    return files;
  };
};

/**
 * Loads, checks, emits and verifies. Writes nothing.
 * @param load gives what emits: everything, verified, unless told otherwise
 * @throws UnusableInput where the schema folder cannot be read or holds no event
 * @throws Error where what was emitted is not what the schemas say
 */
export async function build({ schemas, project, runtime }: Pick<Context, "schemas" | "project" | "runtime">, load = emitAndVerify): Promise<Build> {
  const { catalog, diagnostics } = await lint(schemas, project);
  if (hasErrors(diagnostics)) return { catalog, diagnostics };
  // Emitters bring json-schema-to-typescript and esbuild along: loaded only when there is something to emit.
  const emit = await load();
  return { catalog, diagnostics, files: await emit({ catalog, project, runtime }) };
}
