import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** The folders beside this file that hold a runner. `setup` builds it, `run JOB` prints verdicts. */
export const languages = ["javascript", "python", "go", "rust", "java", "perl", "ruby", "cpp", "php"] as const;

export type Language = (typeof languages)[number];

/** Payloads to judge by a schema; paths of files. */
export interface Group {
  readonly id: string;
  readonly schemas: Readonly<Partial<Record<"2020-12" | "draft-07", string>>>;
  /** NDJSON. */
  readonly payloads: string;
}

/** One line that a runner prints: the verdicts of one configuration on one group. */
export interface Line {
  readonly validator: string;
  readonly version: string;
  readonly draft: "2020-12" | "draft-07";
  /** What is not default. */
  readonly settings: string;
  /** Whether this configuration asserts `format`. */
  readonly asserts: boolean;
  readonly group: string | null;
  /** One character per payload: 1 valid, 0 invalid, e error. */
  readonly verdicts?: string;
  /** Why the schema could not be loaded, or the validator not be started. */
  readonly error?: string;
}

/** What came of one language: its lines, or what its machine lacks. */
export type Answer = { readonly lines: readonly Line[] } | { readonly missing: string };

const exec = promisify(execFile);

/** Longer than the slowest first build takes, in milliseconds. */
const timeout = 20 * 60_000;

/**
 * Builds a language's runner where that is needed, and runs it.
 * @param jobFile where the job is written
 * @throws Error where the build or the run fails for another reason than a missing toolchain
 */
export async function ask(language: Language, groups: readonly Group[], jobFile: string): Promise<Answer> {
  const folder = fileURLToPath(new URL(`./${language}/`, import.meta.url));
  try {
    await exec(`${folder}setup`, [], { timeout, maxBuffer: 1 << 28 });
  } catch (error) {
    const { code, stderr } = error as { code?: number; stderr?: string };
    if (code === 127) return { missing: (stderr ?? "").trim() };
    throw new Error(`The runner of ${language} cannot be built:\n${stderr}`, { cause: error });
  }
  await writeFile(jobFile, JSON.stringify({ groups }));
  const { stdout } = await exec(`${folder}run`, [jobFile], { timeout, maxBuffer: 1 << 28 });
  return {
    lines: stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Line),
  };
}
