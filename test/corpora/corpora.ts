// npm run corpora: GitHub's events through the tool: what they need, what it costs, and whether the verdicts stay the same.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { isMet, renderFigures } from "../bench/figures.ts";
import { installLocked } from "../support/locked.ts";
import { createCatalogue, writeSchemas } from "./catalogue.ts";
import { readGithub } from "./github.ts";
import { type Measured, toFigures } from "./limits.ts";
import { createOriginal } from "./original.ts";
import { renderCounts, renderEnded, renderEnds } from "./page.ts";
import { prepare } from "./prepare.ts";
import { proofs } from "./proofs.ts";
import { generate } from "./tool.ts";

try {
  parseArgs({ options: {} });
} catch (error) {
  console.error((error as Error).message);
  process.exit(2);
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const [installed, build] = [here(".build/installed"), here(".build/github")];
const [schemas, folder] = [join(build, "schemas"), join(build, "package")];
const measured: Measured = {};

await installLocked(here("."), installed);
const corpus = await readGithub(installed);
const accepts = createOriginal(corpus.source);
const { files, counts } = createCatalogue(corpus, accepts);
await writeSchemas(files, schemas);
console.log(`## The adapter\n\n${renderCounts(counts)}\n`);

Object.assign(measured, await prepare(schemas, Object.keys(corpus.source.definitions)));

const generated = await generate(schemas, folder);
console.log(`## generate\n\n${renderEnded("generate", generated)}\n\n${renderEnds(generated.stderr)}\n`);
if (generated.run !== undefined && generated.code === 0)
  Object.assign(measured, { generateCpu: generated.run.cpu, generateMemory: generated.run.memory });

if (generated.code === 0) {
  const names = await readdir(join(schemas, "events"));
  const types = new Set(names.map((name) => name.replace(".schema.json", "")));
  for (const [name, prove] of Object.entries(proofs)) {
    try {
      Object.assign(measured, await prove({ corpus, accepts, schemas, folder, build, types }));
    } catch (error) {
      console.error(`${name}: ${(error as Error).message}`);
    }
  }
}

const figures = toFigures(measured);
console.log(`## Figures\n\n${renderFigures(figures)}`);
const missed = figures.filter((figure) => !isMet(figure));
for (const { what, measured: found } of missed)
  console.error(`failed: ${what}: ${found === undefined ? "not measured" : "over its limit"}`);
process.exitCode = missed.length > 0 ? 1 : 0;
