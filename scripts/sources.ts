import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { RuntimeSource } from "./emit/runtime.ts";
import { type Project, toProject } from "./project.ts";
import { redactFiles, runtimeFiles, testingFiles, webhookFiles } from "./runtime/exports.ts";
import { toLineFeeds } from "./json/lines.ts";
import { UnusableInput } from "./unusable.ts";

/** The files of this repository, beside the schemas, that go into the package. */
export interface Sources {
  readonly project: Project;
  readonly runtime: RuntimeSource;
}

/**
 * Reads the root package.json, the licence and the runtime's source.
 * @param root the folder of the root package.json
 * @throws UnusableInput where one cannot be read, or the package.json lacks what the package says about itself
 */
export async function readSources(root: string): Promise<Sources> {
  const read = async (path: string): Promise<string> => {
    const text = await readFile(join(root, path), "utf8").catch((error: unknown) => {
      throw UnusableInput.fromSystem(`${path} of this repository cannot be read`, error);
    });
    // A checkout may have CRLF; what is generated has LF on every machine.
    return toLineFeeds(text);
  };
  const packageJson = JSON.parse(await read("package.json")) as Record<string, unknown>;
  const readAll = (folder: string, files: readonly string[]): Promise<string[]> =>
    Promise.all(files.map((file) => read(`scripts/runtime/${folder}${file}`)));
  return {
    project: toProject(packageJson, await read("LICENSE"), await read("CHANGELOG.md")),
    runtime: {
      code: await readAll("", runtimeFiles),
      sides: {
        draft07: await read("scripts/runtime/draft07.js"),
        recursive: await read("scripts/runtime/recursive.js"),
      },
      testing: await readAll("testing/", testingFiles),
      types: await read("scripts/runtime/types.d.ts"),
      redact: {
        code: await readAll("", redactFiles),
        types: await read("scripts/runtime/redact.d.ts"),
      },
      webhook: {
        code: await readAll("webhook/", webhookFiles),
        types: await read("scripts/runtime/webhook/webhook.d.ts"),
      },
    },
  };
}
