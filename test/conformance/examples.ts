import { execFile } from "node:child_process";
import { copyFile, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Language } from "./languages.ts";

const conformance = fileURLToPath(new URL(".", import.meta.url));
const root = fileURLToPath(new URL("../../", import.meta.url));
const type = "com.gigs.portOutCredentials.issued";
const secret = "S3CR3T";

/** How the README's example of a language becomes a program; paths are relative to its folder unless absolute. */
interface Program {
  readonly file: string;
  /** Puts around the example what it needs to stand alone. */
  readonly wrap?: (code: string) => string;
  /** The runner's files that pin the dependencies, and what is added to them. */
  readonly pins?: Readonly<Record<string, string>>;
  readonly build?: readonly string[];
  /** What `build` makes. It is built again only where it is older than the program. */
  readonly built?: string;
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
    built: "example",
    run: ["./example"],
  },
  rust: {
    file: "main.rs",
    wrap: (code) => `fn main() -> Result<(), Box<dyn std::error::Error>> {\n${code}Ok(())\n}\n`,
    // A name of its own keeps the runner, whose target folder and thus dependencies it shares.
    pins: { "Cargo.toml": `\n[[bin]]\nname = "example"\npath = "main.rs"\n`, "Cargo.lock": "" },
    build: ["cargo", "build", "--quiet", "--release", "--locked", "--jobs", "2", "--target-dir", rustTarget],
    built: `${rustTarget}/release/example`,
    run: [`${rustTarget}/release/example`],
  },
  java: {
    file: "Example.java",
    wrap: (code) => `import com.networknt.schema.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;

class Example {
  public static void main(String[] args) throws Exception {
${code}  }
}
`,
    build: ["javac", "-Xlint:all", "-Werror", "-cp", jars, "-d", ".", "Example.java"],
    built: "Example.class",
    run: ["java", "-XX:+UseSerialGC", "-Dslf4j.internal.verbosity=ERROR", "-cp", `.:${jars}`, "Example"],
  },
  perl: { file: "example.pl", run: ["perl", "-w", "example.pl"] },
};
