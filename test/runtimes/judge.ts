import { strictness, suite, type Check } from "./programs/suite.js";
import { exampleText } from "../support/example.ts";
import type { Ended } from "./execute.ts";

/** What came of one program on one runtime. */
export interface Result {
  /** As the runtime tells it. */
  readonly version?: string;
  readonly passed: number;
  readonly of: number;
  /** What failed: names of checks, or why there is no report. */
  readonly failures: readonly string[];
}

/** What a program prints. */
interface Report {
  readonly runtime: string;
  readonly checks: readonly Check[];
}

/** The names of all checks that a program has to make. They are known without the package. */
export async function listChecks(isStrict: boolean): Promise<string[]> {
  const checks = await suite({ gigs: {}, event: {}, ajv: {}, testing: {}, webhook: {}, text: exampleText });
  return [...(isStrict ? [strictness()] : []), ...checks].map(({ name }) => name);
}

/**
 * Judges what a program printed. Only names that are known beforehand go into the failures, for a program could say
 * anything, a payload too.
 * @param name of the runtime, as in the table
 * @param expected the names of the checks
 */
export function judge(name: string, expected: readonly string[], { stdout, problem }: Ended): Result {
  const report = readReport(stdout);
  const version = report && versionOf(name, report.runtime);
  const passing = new Set(report?.checks.filter(({ ok }) => ok === true).map((check) => check.name));
  const failed = report === undefined ? [] : expected.filter((check) => !passing.has(check));
  const failures = [
    ...(problem === undefined ? [] : [`the program ${problem}`]),
    ...(report === undefined ? ["the program printed no report"] : []),
    ...(report !== undefined && version === undefined ? [`the runtime does not call itself ${name}`] : []),
    ...failed,
  ];
  const passed = report === undefined ? 0 : expected.length - failed.length;
  return { ...(version === undefined ? {} : { version }), passed, of: expected.length, failures };
}

function readReport(stdout: string): Report | undefined {
  try {
    const report = JSON.parse(stdout) as Partial<Report> | null;
    return typeof report?.runtime === "string" && Array.isArray(report.checks) ? (report as Report) : undefined;
  } catch {
    return undefined;
  }
}

/** The version in a text such as "Node 22.1.0", where that begins with the name. */
function versionOf(name: string, runtime: string): string | undefined {
  const rest = runtime.startsWith(name) ? runtime.slice(name.length) : "";
  return /^[ .][0-9.-]+$/.test(rest) ? runtime.slice(runtime.indexOf(" ") + 1) : undefined;
}
