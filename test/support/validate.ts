import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { type Request, validate } from "../../scripts/commands/validate.ts";
import { generatePackage } from "./build.ts";
import { createContext, root } from "./codegen.ts";
import { ownSchemas } from "./source.ts";

/** What the command printed, and how it ended. */
export interface Validated {
  readonly code: number;
  /** Standard output: what was told, and the end. */
  readonly printed: string;
  readonly complaints: string;
}

/** Writes files into a new folder, whose path it gives. */
export function writePayloads(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "payloads-"));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** What a run of the command gets beside the request. */
interface World {
  readonly stdin?: string | Uint8Array;
  /** A schema folder, in place of a package. */
  readonly schemas?: string;
}

/** The package of our own first event alone, made when it is asked for first. */
let ownPackage: Promise<string> | undefined;

/** Runs the command in this process, against the package of our own first event unless told otherwise. */
export async function validateIn(
  here: string,
  request: Partial<Request>,
  { stdin = "", schemas }: World = {},
): Promise<Validated> {
  const printed: string[] = [];
  const complaints: string[] = [];
  const defaults = {
    words: ["."],
    format: "text",
    unknown: "warning",
    showValues: false,
    failFast: false,
    maxErrors: 50,
  } as const;
  const source =
    schemas === undefined && request.package === undefined
      ? { package: await (ownPackage ??= generatePackage(ownSchemas)) }
      : {};
  const { code, text } = await validate(
    { ...defaults, ...source, ...request },
    createContext(schemas ?? join(root, "schemas"), ""),
    {
      here,
      stdin: Readable.from([Buffer.from(stdin)]),
      print: (line) => void (line === "" || printed.push(line)),
      complain: (line) => void (line === "" || complaints.push(line)),
      progress: () => {},
      drained: () => undefined,
      color: false,
      interrupts: { signal: new AbortController().signal, listen: () => () => {} },
    },
  );
  return { code, printed: [...printed, text].join("\n"), complaints: complaints.join("\n") };
}
