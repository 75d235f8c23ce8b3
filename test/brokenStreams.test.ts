// Outputs that take nothing: a full device, a reader that goes away, a stream that is closed.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createFolder, root, writeFiles } from "./support/codegen.ts";
import { secretOf } from "./support/delivery.ts";
import { runShell } from "./support/run.ts";

const folder = createFolder();
writeFiles(folder, {
  "schemas/events/x.schema.json": "{}",
  secret: secretOf("nobody's"),
  "bad.ndjson": '{"type":1}\n'.repeat(500),
});
const schemas = ["--schemas", join(folder, "schemas")];
const payloads = ["validate", join(folder, "bad.ndjson"), "--package", join(root, "generated")];
const type = "com.gigs.portOutCredentials.issued";

/** Command lines that print on standard output, and those that print on standard error. */
const printing = {
  out: [
    ["--help"],
    ["--version"],
    ["show", type],
    ["send", type, "--dry-run", "--to", "http://127.0.0.1:9/", "--secret", `file:${join(folder, "secret")}`],
    ["check", "--out", join(folder, "none")],
    ["generate", "--out", join(folder, "out")],
    ["lint", "--fix", "--dry-run", ...schemas],
    ...["text", "json", "github", "sarif"].map((format) => ["lint", "--format", format, ...schemas]),
    ...["text", "json", "github"].map((format) => [...payloads, "--format", format]),
  ],
  err: [
    ["lnt"],
    ["lint", "--schemas", join(folder, "nowhere")],
    ["check", ...schemas],
    ["generate", "--verbose", "--out", join(folder, "verbose")],
    ["validate", "nowhere", "--package", join(root, "generated")],
    ["show", "none"],
  ],
} as const;

/** Runs a command line with its streams as a shell redirects them: `"$@"` is the program. */
const redirected = async (shell: string, args: readonly string[]) =>
  runShell(shell, [process.execPath, join(root, "scripts/run.mjs"), ...args], { cwd: root });

const rows = (stream: keyof typeof printing) =>
  printing[stream].map((args) => [args.slice(0, 4).join(" "), args] as const);

describe.skipIf(!existsSync("/dev/full"))("a full device ends it with 2 and one sentence:", () => {
  test.concurrent.each(rows("out"))("standard output of %s", async (_, args) => {
    const { code, stderr } = await redirected('exec "$@" > /dev/full', args);
    expect([code, stderr]).toEqual([2, "Standard output cannot be written: the disk is full.\n"]);
  });

  test.concurrent.each(rows("err"))("standard error of %s", async (_, args) => {
    const { code, stdout } = await redirected('exec "$@" 2> /dev/full', args);
    expect(code).toBe(2);
    expect(stdout).not.toContain("    at ");
  });
});

/** A pipe whose reader closes its end before anything is printed; descriptor 3 is the test's own. */
const gone = (redirection: string): string =>
  `{ (sleep 0.2; exec "$@" 3>&- ${redirection}); echo "code $?" >&3; } 3>&2 | exec 0<&-`;

describe("a reader that went away ends it quietly, with 141:", () => {
  // How a format is printed is the same for all.
  const once = rows("out").filter(([, [command]], i, all) => all.findIndex(([, [one]]) => one === command) === i);
  test.concurrent.each(once)("standard output of %s", async (_, args) => {
    const { stderr } = await redirected(gone(""), args);
    expect(stderr).toBe("code 141\n");
  });

  test.concurrent.each(rows("err"))("standard error of %s", async (_, args) => {
    const { stderr } = await redirected(gone("2>&1 >/dev/null"), args);
    expect(stderr).toBe("code 141\n");
  });
});

const answer = "0 errors, 0 warnings\n";
test.concurrent.each([
  ["<&-", answer],
  [">&-", ""],
  ["2>&-", answer],
  ["<&- >&- 2>&-", ""],
])("closed streams are no reason for a stack: %s", async (redirection, want) => {
  expect(await redirected(`exec "$@" ${redirection}`, ["lint"])).toEqual({ code: 0, stdout: want, stderr: "" });
});

test("a current folder that was removed meanwhile ends every command with 2 and one sentence", async () => {
  const home = join(folder, "gone");
  for (const args of [["lint"], ["validate", "x"], ["--version"]]) {
    const command = 'mkdir "$0" && cd "$0" && rmdir "$0" && exec "$@"'.replaceAll("$0", home);
    const { code, stdout, stderr } = await redirected(command, args);
    expect([code, stdout, stderr]).toEqual([2, "", "The current folder does not exist any more: go to another.\n"]);
  }
});
