import { readFile } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { Command, CommanderError, Option } from "commander";
import type { Context } from "./build.ts";
import { exitCodes, type ExitCode, type Outcome } from "./commands/outcome.ts";
import { type Format, formats } from "./report/report.ts";
import { readSources } from "./sources.ts";
import { UnusableInput } from "./unusable.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const manifest = JSON.parse(await readFile(resolve(root, "package.json"), "utf8")) as Record<string, unknown>;

interface Folders {
  readonly schemas?: string;
  readonly out?: string;
}

/** Where the person is: npm runs scripts in the package's folder, and says where it was called. */
function callerFolder(): string {
  const isNpmScript = resolve(process.cwd()) === resolve(root) && process.env.npm_lifecycle_event !== undefined;
  return isNpmScript ? (process.env.INIT_CWD ?? process.cwd()) : process.cwd();
}

/** Whether a stream is a terminal that may have colours (https://no-color.org). */
function hasColor(stream: { readonly isTTY?: boolean }): boolean {
  return stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== "dumb";
}

/** A word of a command line as a POSIX shell reads it. */
function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** @param stream where reports about schemas go */
async function createContext({ schemas, out }: Folders, stream: { readonly isTTY?: boolean }): Promise<Context> {
  const flags = [...(schemas === undefined ? [] : ["--schemas", schemas]), ...(out === undefined ? [] : ["--out", out])];
  const here = callerFolder();
  const folder = schemas === undefined ? resolve(root, "schemas") : resolve(here, schemas);
  return {
    schemas: folder,
    out: out === undefined ? resolve(root, "generated") : resolve(here, out),
    root,
    ...(await readSources(root)),
    base: relative(here, folder).split(sep).join("/"),
    color: hasColor(stream),
    fix: flags.length === 0 ? "npm run generate" : `npm run codegen -- generate ${flags.map(quote).join(" ")}`,
  };
}

let outcome: ExitCode = exitCodes.done;

/** Prints what a command gives, and remembers its exit code. */
function settle({ code, text, errors }: Outcome): void {
  if (errors !== undefined && errors !== "") process.stderr.write(`${errors}\n`);
  if (text !== "") process.stdout.write(`${text}\n`);
  outcome = code;
}

const program = new Command("codegen")
  .description("Turns JSON Schemas of events into a package: types, validators, shared schemas.")
  .version(String(manifest.version))
  .showSuggestionAfterError()
  .exitOverride();

/** Adds a command that works on a schema folder. */
const addCommand = (name: string, description: string): Command =>
  program
    .command(name)
    .description(description)
    .option("--schemas <dir>", "schema folder (default: schemas/ of this repository)");

/** Adds a command that works on an output folder too. Its code is loaded when it runs. */
function addOutputCommand(
  name: string,
  description: string,
  load: () => Promise<(context: Context) => Promise<Outcome>>,
): void {
  addCommand(name, description)
    .option("--out <dir>", "output folder (default: generated/ of this repository)")
    .action(async (folders: Folders) => {
      const run = await load();
      settle(await run(await createContext(folders, process.stderr)));
    });
}

addOutputCommand("generate", "write the package", async () => (await import("./commands/generate.ts")).generate);
addOutputCommand("check", "tell whether the package is current; write nothing", async () => {
  return (await import("./commands/check.ts")).check;
});
addCommand("lint", "tell what is wrong with the schemas; write nothing")
  .addOption(new Option("--format <format>", "for whom the report is").choices(formats).default("text"))
  .action(async ({ format, ...folders }: Folders & { readonly format: Format }) => {
    const { lint } = await import("./commands/lint.ts");
    settle(await lint(await createContext(folders, process.stdout), format));
  });

try {
  await program.parseAsync();
} catch (error) {
  outcome = report(error);
}
process.exitCode = outcome;

/** Says on standard error what went wrong; commander has printed its own errors already. */
function report(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.unusable;
  if (error instanceof UnusableInput) {
    process.stderr.write(`${error.message}\n`);
    return exitCodes.unusable;
  }
  const { url } = (manifest.repository ?? {}) as { url?: string };
  const issues = url?.replace(/^git\+/, "").replace(/\.git$/, "/issues");
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\nThis is a bug of ours; please report it: ${issues}\n`);
  return exitCodes.bug;
}
