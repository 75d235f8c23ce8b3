import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import { UnusableInput } from "../unusable.ts";

/** How a run of git ended. */
export interface Ended {
  readonly code: number;
  readonly stdout: Buffer;
  /** The last line that git said is wrong, without what every such line begins with. */
  readonly reason: string;
}

/** Set by git for its hooks: they would lead it to another repository than that of the folder. */
const misleading = new Set([
  "GIT_DIR",
  "GIT_WORK_TREE",
  "GIT_INDEX_FILE",
  "GIT_COMMON_DIR",
  "GIT_PREFIX",
  "GIT_NAMESPACE",
]);

/** Git neither asks for passwords, in a terminal or a window, nor refreshes the index, nor takes a path for a pattern. */
const settings = {
  GIT_TERMINAL_PROMPT: "0",
  GIT_ASKPASS: "false",
  SSH_ASKPASS: "false",
  SSH_ASKPASS_REQUIRE: "force",
  GCM_INTERACTIVE: "never",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_LITERAL_PATHSPECS: "1",
  LC_ALL: "C",
};

/**
 * Runs git, without a shell and a pager.
 * @param folder in which it is run
 * @param args the command and its arguments
 * @param input what it reads
 * @returns how it ended, also where it failed
 * @throws UnusableInput where there is no git
 */
export async function runGit(folder: string, args: readonly string[], input = ""): Promise<Ended> {
  const inherited = Object.entries(process.env).filter(([name]) => !misleading.has(name));
  const env = { ...Object.fromEntries(inherited), ...settings };
  const options = { cwd: folder, env, encoding: "buffer", maxBuffer: Infinity, windowsHide: true } as const;
  // The system says the same of a missing folder and of a missing program.
  await stat(folder).catch((error: unknown) => {
    throw UnusableInput.fromSystem(`The folder ${folder} cannot be read`, error);
  });
  return new Promise((resolve, reject) => {
    const child = execFile("git", ["--no-pager", ...args], options, (error, stdout, stderr) => {
      if (typeof error?.code === "string") return reject(toUnusable(error));
      const code = error === null ? 0 : (error.code ?? 1);
      resolve({ code, stdout, reason: lastLine(stderr.toString("utf8")) });
    });
    // Where git ends early it does not read: how it ended says why.
    child.stdin?.on("error", () => {}).end(input);
  });
}

/**
 * Runs git where it has to succeed.
 * @throws UnusableInput with what git says, where it fails
 */
export async function askGit(folder: string, args: readonly string[], input = ""): Promise<Buffer> {
  const { code, stdout, reason } = await runGit(folder, args, input);
  if (code === 0) return stdout;
  throw new UnusableInput(`In ${folder}, git ${args[0]} says "${reason}"; repair the repository, or clone it again.`);
}

function toUnusable(error: Error): UnusableInput {
  if ((error as NodeJS.ErrnoException).code !== "ENOENT") return UnusableInput.fromSystem("git cannot be run", error);
  return new UnusableInput("Refs are read by git, which is not installed; install it, or name a folder or a tarball.");
}

function lastLine(text: string): string {
  return (text.trimEnd().split("\n").at(-1) ?? "").replace(/^(?:fatal|error): /, "");
}
