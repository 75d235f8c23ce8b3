import { execFile, type ExecFileException } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Language } from "./languages.ts";

const conformance = fileURLToPath(new URL(".", import.meta.url));
const root = fileURLToPath(new URL("../../", import.meta.url));
const schema = "com.gigs.portOutCredentials.issued.schema.json";
const fixture = `${root}test/fixtures/com.gigs.portOutCredentials.issued.json`;
const secret = "S3CR3T";
const timeout = 20 * 60_000;
/** As the runners' `setup` builds: with the toolchain that is here. */
const env = { ...process.env, GOTOOLCHAIN: "local", CGO_ENABLED: "0" };

/** How the example of a language in docs/languages.md becomes a program; paths are relative to its folder unless absolute. */
interface Program {
  readonly file: string;
  /** Puts around the example what it needs to stand alone. */
  readonly wrap?: (code: string) => string;
  /** The runner's files that pin the dependencies, and what is added to them. */
  readonly pins?: Readonly<Record<string, string>>;
  /** Has to be quick where nothing changed. */
  readonly build?: readonly string[];
  readonly run: readonly string[];
}

const jars = `${conformance}java/.build/lib/*`;
const rustTarget = `${conformance}rust/.build`;

const programs: Readonly<Partial<Record<Language, Program>>> = {
  python: { file: "example.py", run: [`${conformance}python/.build/bin/python`, "-I", "example.py"] },
  go: {
    file: "main.go",
    wrap: (code) => `package main

import (
	"fmt"
	"log"
	"os"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

func main() {
${code}}
`,
    pins: { "go.mod": "", "go.sum": "" },
    build: ["go", "build", "-mod=readonly", "-buildvcs=false", "-p", "2", "-o", "example", "."],
    run: ["./example"],
  },
  rust: {
    file: "main.rs",
    wrap: (code) => `fn main() -> Result<(), Box<dyn std::error::Error>> {\n${code}Ok(())\n}\n`,
    // A name of its own keeps the runner, whose target folder and thus dependencies it shares.
    pins: { "Cargo.toml": `\n[[bin]]\nname = "example"\npath = "main.rs"\n`, "Cargo.lock": "" },
    build: ["cargo", "build", "--quiet", "--release", "--locked", "--jobs", "2", "--target-dir", rustTarget],
    run: [`${rustTarget}/release/example`],
  },
  java: {
    file: "Example.java",
    wrap: (code) => `import com.networknt.schema.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import tools.jackson.core.JacksonException;

class Example {
  public static void main(String[] args) throws Exception {
${code}  }
}
`,
    build: ["javac", "-cp", jars, "-d", ".", "Example.java"],
    run: ["java", "-XX:+UseSerialGC", "-Dslf4j.internal.verbosity=ERROR", "-cp", `.:${jars}`, "Example"],
  },
  perl: { file: "example.pl", run: ["perl", "-w", "example.pl"] },
};

/** What came of one example: nothing to object to, no toolchain for it, or what is wrong. */
export interface ExampleOutcome {
  readonly language: string;
  readonly outcome: "ok" | "missing" | string;
}

/**
 * Runs the examples of docs/languages.md as they stand, built with what pins the runners: on the
 * documented event, on a broken one, and on bytes that are not JSON.
 */
export async function runExamples(): Promise<ExampleOutcome[]> {
  const page = await readFile(`${root}docs/languages.md`, "utf8");
  const blocks = [...page.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, tag = "", code = ""]) => ({ tag, code }));
  const unknown = blocks.filter(({ tag }) => !Object.hasOwn(programs, tag));
  const outcomes = Object.entries(programs).map(async ([language, program]): Promise<ExampleOutcome> => {
    const [block, ...others] = blocks.filter(({ tag }) => tag === language);
    if (block === undefined || others.length > 0)
      return { language, outcome: "docs/languages.md has not just one example" };
    const outcome = await tryExample(language, program, block.code).catch((error: Error) => error.message);
    return { language, outcome };
  });
  return [...(await Promise.all(outcomes)), ...unknown.map(({ tag }) => ({ language: tag, outcome: "cannot be run" }))];
}

async function tryExample(language: string, program: Program, code: string): Promise<string> {
  const setup = await execute([`${conformance}${language}/setup`], conformance);
  if (setup.code === 127) return "missing";
  if (setup.code !== 0) return `setup fails:\n${setup.output}`;

  const folder = `${conformance}.build/examples/${language}/`;
  await mkdir(folder, { recursive: true });
  await update(`${folder}${program.file}`, program.wrap?.(code) ?? code);
  await update(`${folder}${schema}`, await readFile(`${root}generated/schemas/${schema}`, "utf8"));
  for (const [name, added] of Object.entries(program.pins ?? {})) {
    await update(`${folder}${name}`, (await readFile(`${conformance}${language}/${name}`, "utf8")) + added);
  }
  const build = program.build && (await execute(program.build, folder));
  if (build && build.code !== 0) return `does not compile:\n${build.output}`;

  const text = await readFile(fixture, "utf8");
  const event = JSON.parse(text) as { data: object };
  const broken = JSON.stringify({ ...event, time: secret, data: { ...event.data, accountPin: 7 } });
  const good = await execute(program.run, folder, text);
  if (good.code !== 0 || good.stdout.trim() !== "valid") return `refuses the documented event:\n${good.output}`;
  for (const payload of [broken, secret, `"${secret}"`, ""]) {
    const { code: exit, stdout, output } = await execute(program.run, folder, payload);
    const named = /[./]time\b.*pattern/.test(stdout) && /\bdata[./]accountPin\b.*type/.test(stdout);
    if (stdout.trim() === "valid") return `accepts ${JSON.stringify(payload)}`;
    if (output.includes(secret)) return `quotes ${JSON.stringify(payload)}:\n${output}`;
    if (payload === broken && (exit !== 0 || !named)) return `does not name what is wrong:\n${output}`;
  }
  return "ok";
}

/** Writes a file unless it is so already: build tools go by its time. */
async function update(path: string, text: string): Promise<void> {
  if ((await readFile(path, "utf8").catch(() => undefined)) !== text) await writeFile(path, text);
}

/** Runs a command; `output` is of both streams. */
async function execute([command = "", ...args]: readonly string[], cwd: string, input = "") {
  const running = promisify(execFile)(command, args, { cwd, env, timeout, maxBuffer: 1 << 28 });
  running.child.stdin?.on("error", () => {}); // a program that ended without reading
  running.child.stdin?.end(input);
  try {
    const { stdout, stderr } = await running;
    return { code: 0, stdout, output: stdout + stderr };
  } catch (error) {
    const { code, stdout = "", stderr = "", message } = error as ExecFileException;
    return { code: typeof code === "number" ? code : -1, stdout, output: stdout + stderr || message };
  }
}
