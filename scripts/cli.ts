import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { type Context, createContext, type Flags } from "./commands/context.ts";
import { describeDeliveries } from "./commands/deliveries.ts";
import { exitCodes, type ExitCode, type Outcome } from "./commands/outcome.ts";
import type { BreakingFlags } from "./commands/breaking.ts";
import { comparisonFormats, findingLevels } from "./breaking/names.ts";
import type { LintFlags } from "./commands/lint.ts";
import type { Question } from "./commands/show.ts";
import type { Request } from "./commands/validate.ts";
import { payloadFormats } from "./payloads/render.ts";
import { repositoryPage } from "./project.ts";
import { formats } from "./report/renderers.ts";
import { createScreen, type Screen } from "./report/screen.ts";
import { visible, visibleLines } from "./report/visible.ts";
import { Interrupted, UnusableInput } from "./unusable.ts";
import { callerFolder, hasColor, type World } from "./world.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Runs one command line to its end.
 * @param argv the words behind the program's name
 * @param world all that the program may read and print on, but for files
 * @returns the exit code; what goes wrong has been said on the standard error of the world
 */
export async function main(argv: readonly string[], world: World): Promise<ExitCode> {
  const packageJson = JSON.parse(await readFile(resolve(root, "package.json"), "utf8")) as {
    version: string;
    repository?: { url?: string };
  };
  const screen = createScreen(world);
  let code: ExitCode = exitCodes.done;
  const settle = (outcome: Outcome): void => {
    screen.complain(outcome.errors ?? "");
    screen.print(outcome.text, outcome.isCommands);
    code = outcome.code;
  };
  try {
    await createProgram(packageJson.version, world, screen, settle).parseAsync(argv, { from: "user" });
    return code;
  } catch (error) {
    // commander has printed its own errors already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.unusable;
    if (error instanceof UnusableInput || error instanceof Interrupted) {
      screen.complain(visible(error.message));
      return error instanceof Interrupted ? exitCodes.interrupted : exitCodes.unusable;
    }
    const page = repositoryPage(packageJson.repository?.url);
    const where = page === undefined ? "" : `: ${page}/issues`;
    const stack = String(error instanceof Error ? error.stack : error);
    screen.complain(`${visibleLines(stack)}\nThis is a bug of ours; please report it${where}`);
    return exitCodes.bug;
  }
}

/** @throws InvalidArgumentError where a text is not a count */
function toCount(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError("It is not a number from 0 to 999999.");
  return Number(text);
}

/** An error of commander: a sentence, in which a word of the command line can hold anything, and a line of ours. */
function showWords(text: string): string {
  const [, sentence = text, suggestion = ""] = /^([^]*?)(\n\(Did you mean [^\n]*\))?\n*$/.exec(text) ?? [];
  return `${visible(sentence)}${suggestion}`;
}

/**
 * Describes the command line. The code of a command is loaded when it runs.
 * @param settle gets what a command gives
 */
function createProgram(version: string, world: World, screen: Screen, settle: (outcome: Outcome) => void): Command {
  const { stdout, stderr } = world;
  const program = new Command("codegen")
    .description("Turns JSON Schemas of events into a package: types, validators, shared schemas.")
    .version(version)
    .configureOutput({
      writeOut: (text) => screen.print(text.replace(/\n$/, "")),
      writeErr: (text) => screen.complain(text.replace(/\n$/, "")),
      outputError: (text, write) => write(showWords(text)),
    })
    .showSuggestionAfterError()
    .exitOverride();

  /** Adds a command that works on a schema folder. */
  const addCommand = (name: string, description: string): Command =>
    program
      .command(name)
      .description(description)
      .option("--schemas <dir>", "schema folder (default: schemas/ of this repository)")
      .option("--verbose", "tell each phase and its time, on standard error", false);

  /** Adds a command that works on an output folder too. */
  const addOutputCommand = (
    name: string,
    description: string,
    load: () => Promise<(context: Context) => Promise<Outcome>>,
  ): Command =>
    addCommand(name, description)
      .option("--out <dir>", "output folder (default: generated/ of this repository)")
      .action(async (flags: Flags) => {
        const run = await load();
        settle(await run(await createContext(flags, root, world, screen, stderr)));
      });

  addOutputCommand("generate", "write the package", async () => (await import("./commands/generate.ts")).generate);
  addOutputCommand(
    "check",
    "tell whether the package is current; write nothing",
    async () => (await import("./commands/check.ts")).check,
  );

  addCommand("lint", "tell what is wrong with the schemas; write nothing but what --fix does")
    .addOption(new Option("--format <format>", "for whom the report is").choices(formats).default("text"))
    .option("--fix", "rewrite older drafts and OpenAPI 3.0 as JSON Schema 2020-12 first", false)
    .option("--dry-run", "with --fix: show the changes as a diff, and write nothing", false)
    .option("--all", "report every finding, also where one rule has many", false)
    .action(async ({ format, fix, dryRun, all, ...flags }: Flags & LintFlags) => {
      const { lint } = await import("./commands/lint.ts");
      settle(await lint(await createContext(flags, root, world, screen, stdout), { format, fix, dryRun, all }, settle));
    });

  /** Adds a command that compares the schemas with another side. */
  const addComparison = (name: string, description: string): Command =>
    addCommand(name, description).requiredOption(
      "--against <side>",
      "a git ref, a schema folder, or a package in a folder or a tarball; git: and dir: in front say which",
    );

  addComparison("breaking", "tell what changed in the schemas, and whom it breaks; write nothing")
    .addOption(
      new Option("--fail-on <level>", "the least level that is a finding").choices(findingLevels).default("major"),
    )
    .addOption(new Option("--format <format>", "for whom the report is").choices(comparisonFormats).default("text"))
    .option("--require-bump", "a version number that has not grown enough is a finding", false)
    .action(async ({ against, failOn, format, requireBump, ...flags }: Flags & BreakingFlags) => {
      const { breaking } = await import("./commands/breaking.ts");
      const context = await createContext(flags, root, world, screen, stdout);
      settle(await breaking({ against, failOn, format, requireBump }, context, callerFolder(world, root)));
    });

  addComparison("changelog", "print what changed in the schemas as the notes of a release; write nothing").action(
    async ({ against, ...flags }: Flags & Pick<BreakingFlags, "against">) => {
      const { breaking } = await import("./commands/breaking.ts");
      const context = await createContext(flags, root, world, screen, stdout);
      const asked = { against, failOn: "major", format: "markdown", requireBump: false } as const;
      const outcome = await breaking(asked, context, callerFolder(world, root));
      settle({ ...outcome, code: exitCodes.done });
    },
  );

  addCommand("show", "print the schema of an event with all that it is composed of, flat; write nothing")
    .argument("[type]", "the event's type")
    .option("--definition <title>", "print this definition instead of the event")
    .action(async (type: string | undefined, { definition, ...flags }: Flags & Omit<Question, "type">) => {
      const { show } = await import("./commands/show.ts");
      settle(await show({ type, definition }, await createContext(flags, root, world, screen, stderr)));
    });

  addCommand("validate", "tell which payloads are not valid events; write nothing, and tell nothing secret")
    .argument("<paths...>", "files, folders or globs of JSON and NDJSON, also gzipped; - is standard input")
    .option("--type <type>", "the only type that is expected")
    .option("--package <dir>", "a generated package instead of the schema folder; its code is run")
    .addOption(new Option("--format <format>", "for whom the report is").choices(payloadFormats).default("text"))
    .addOption(
      new Option("--unknown <severity>", "what an unknown type is").choices(["warning", "error"]).default("warning"),
    )
    .option("--show-values", "show the value that is wrong, where it is not a credential", false)
    .option("--fail-fast", "stop at the first error", false)
    .option("--max-errors <count>", "how many findings are reported", toCount, 50)
    .action(async (words: string[], { schemas, verbose, ...options }: Flags & Omit<Request, "words">) => {
      const { validate } = await import("./commands/validate.ts");
      const flags = { ...(schemas === undefined ? {} : { schemas }), ...(verbose === undefined ? {} : { verbose }) };
      const here = callerFolder(world, root);
      const folder = options.package === undefined ? {} : { package: resolve(here, options.package) };
      const terminal = {
        ...screen,
        here,
        stdin: world.stdin,
        color: hasColor(world, stdout),
        interrupts: world.interrupts,
      };
      settle(
        await validate(
          { ...options, ...folder, words },
          await createContext(flags, root, world, screen, stderr),
          terminal,
        ),
      );
    });

  describeDeliveries({
    addCommand,
    createContext: (flags) => createContext(flags, root, world, screen, stderr),
    terminal: {
      ...screen,
      here: callerFolder(world, root),
      env: world.env,
      stdin: () => world.stdin,
      color: hasColor(world, stdout),
      interrupts: world.interrupts,
    },
    settle,
  });
  return program;
}
