import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Result, runPipeline } from "../../scripts/pipeline.ts";
import { remembered } from "../../scripts/remembered.ts";
import { readSources } from "../../scripts/sources.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Writes schemas, by path, into a new temporary folder. */
export async function writeSchemas(schemas: Readonly<Record<string, unknown>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "schemas-"));
  for (const [file, schema] of Object.entries(schemas)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), typeof schema === "string" ? schema : JSON.stringify(schema));
  }
  return folder;
}

/** Makes the files of schemas, given by path; once for each object. */
export const buildSchemas = remembered(async (schemas: Readonly<Record<string, unknown>>): Promise<Result> => {
  return runPipeline({ schemas: await writeSchemas(schemas), ...(await readSources(root)) }, "files");
});

/** Writes the package of schemas into a temporary folder, once for each object: it is only read. Fails on any diagnostic. */
export const generatePackage = remembered(async (schemas: Readonly<Record<string, unknown>>): Promise<string> => {
  const { files, diagnostics } = await buildSchemas(schemas);
  if (files === undefined) throw new Error(JSON.stringify(diagnostics, undefined, 2));
  const folder = await mkdtemp(join(tmpdir(), "package-"));
  for (const { path, text } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
});
