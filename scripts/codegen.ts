import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { Command, CommanderError } from "commander";
import type { Context } from "./build.ts";
import { exitCodes, type ExitCode, type Outcome } from "./commands/outcome.ts";
import { readSources } from "./sources.ts";
import { UnusableInput } from "./unusable.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const manifest = JSON.parse(await readFile(resolve(root, "package.json"), "utf8")) as Record<string, unknown>;

interface Folders {
  readonly schemas?: string;
  readonly out?: string;
}

/** npm runs scripts in the package's folder, but a relative path is meant from where the person is. */
function fromCaller(path: string): string {
  const isNpmScript = resolve(process.cwd()) === resolve(root) && process.env.INIT_CWD !== undefined;
  return resolve(isNpmScript ? (process.env.INIT_CWD as string) : process.cwd(), path);
}

/** A word of a command line as a POSIX shell reads it. */
function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

async function createContext({ schemas, out }: Folders): Promise<Context> {
  const flags = [...(schemas === undefined ? [] : ["--schemas", schemas]), ...(out === undefined ? [] : ["--out", out])];
  return {
    schemas: schemas === undefined ? resolve(root, "schemas") : fromCaller(schemas),
    out: out === undefined ? resolve(root, "generated") : fromCaller(out),
    root,
    ...(await readSources(root)),
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

/** Adds a command that works on a schema folder and an output folder. Its code is loaded when it runs. */
function addCommand(name: string, description: string, load: () => Promise<(context: Context) => Promise<Outcome>>): void {
  program
    .command(name)
    .description(description)
    .option("--schemas <dir>", "schema folder (default: schemas/ of this repository)")
    .option("--out <dir>", "output folder (default: generated/ of this repository)")
    .action(async (folders: Folders) => {
      const run = await load();
      settle(await run(await createContext(folders)));
    });
}

addCommand("generate", "write the package", async () => (await import("./commands/generate.ts")).generate);
addCommand("check", "tell whether the package is current; write nothing", async () => (await import("./commands/check.ts")).check);

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
