import { readFile } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import type { Context } from "./build.ts";
import { exitCodes, type ExitCode, type Outcome } from "./commands/outcome.ts";
import type { Request } from "./commands/validate.ts";
import { payloadFormats } from "./payloads/render.ts";
import { type Format, formats } from "./report/report.ts";
import { readSources } from "./sources.ts";
import { callerFolder, complain, createScreen, endWithReader, hasColor, listenForInterrupt, print } from "./terminal.ts";
import { UnusableInput } from "./unusable.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const manifest = JSON.parse(await readFile(resolve(root, "package.json"), "utf8")) as Record<string, unknown>;

interface Folders {
  readonly schemas?: string;
  readonly out?: string;
}

/** A word of a command line as a POSIX shell reads it. */
function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** @param stream where reports about schemas go */
async function createContext({ schemas, out }: Folders, stream: { readonly isTTY?: boolean }): Promise<Context> {
  const flags = [...(schemas === undefined ? [] : ["--schemas", schemas]), ...(out === undefined ? [] : ["--out", out])];
  const here = callerFolder(root);
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

/** @throws InvalidArgumentError where a text is no count */
function toCount(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError("It is no count.");
  return Number(text);
}

let outcome: ExitCode = exitCodes.done;

/** Prints what a command gives, and remembers its exit code. */
function settle({ code, text, errors = "" }: Outcome): void {
  complain(errors);
  print(text);
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

addCommand("validate", "tell which payloads are no valid events; write nothing, and tell nothing secret")
  .argument("<paths...>", "files, folders or globs of JSON and NDJSON, also gzipped; - is standard input")
  .option("--type <type>", "the only type that is expected")
  .option("--package <dir>", "a generated package in place of the schema folder; its code is run")
  .addOption(new Option("--format <format>", "for whom the report is").choices(payloadFormats).default("text"))
  .addOption(new Option("--unknown <severity>", "what an unknown type is").choices(["warning", "error"]).default("warning"))
  .option("--show-values", "show the value that is wrong, where it is no credential", false)
  .option("--fail-fast", "stop at the first error", false)
  .option("--max-errors <count>", "how many findings are told", toCount, 50)
  .action(async (words: string[], { schemas, ...options }: Folders & Omit<Request, "words">) => {
    const { validate } = await import("./commands/validate.ts");
    const context = await createContext(schemas === undefined ? {} : { schemas }, process.stderr);
    const screen = createScreen();
    const world = { here: callerFolder(root), stdin: process.stdin, color: hasColor(process.stdout), signal: listenForInterrupt() };
    const { code, text } = await validate({ ...options, words }, context, { ...screen, ...world });
    screen.print(text);
    outcome = code;
  });

endWithReader();
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
