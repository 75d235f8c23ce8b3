import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { createFolder, root } from "./codegen.ts";
import { runShell } from "./run.ts";

/** The files of the repository that are under version control, or will be. */
export async function listSources(): Promise<string[]> {
  const { code, stdout, stderr } = await runShell(
    "git ls-files --cached --others --exclude-standard --deduplicate",
    [],
    { cwd: root },
  );
  if (code !== 0) throw new Error(`The tests want the repository as git has it: ${stderr}`);
  return stdout
    .trim()
    .split("\n")
    .filter((file) => existsSync(join(root, file)));
}

/** Gives a copy of the repository the packages that are installed here, without compiled code of ours. */
export function linkPackages(copy: string): void {
  mkdirSync(join(copy, "node_modules"));
  for (const name of readdirSync(join(root, "node_modules")).filter((each) => each !== ".cache")) {
    symlinkSync(
      name === "gigs-events" ? "../generated" : join(root, "node_modules", name),
      join(copy, "node_modules", name),
    );
  }
}

/** A copy of some files of the repository, with the packages that are installed here. */
export function copyRepository(files: readonly string[]): string {
  const copy = createFolder();
  // Tests about permissions run the command line as another user.
  chmodSync(copy, 0o755);
  for (const file of files) cpSync(join(root, file), join(copy, file));
  linkPackages(copy);
  return copy;
}
