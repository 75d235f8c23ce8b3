import { readFileSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { beforeAll, describe, expect, test } from "vitest";
import { GigsEvent } from "../generated/index.js";
import { repositoryPage } from "../scripts/project.ts";
import { listFiles } from "./support/codegen.ts";
import { exampleText } from "./support/example.ts";
import { install, pack, readTestFile, run } from "./support/install.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const generated = join(root, "generated");
const extensions = [".js", ".cjs", ".d.ts", ".d.cts"];
let project = "";
let paths: string[] = [];

beforeAll(async () => {
  const packed = await pack(generated);
  paths = packed.paths;
  project = await install(packed.tarball);
});

/** What stands in the tarball beside shared objects, whichever the events are. */
function pathsOf(types: readonly string[]): string[] {
  return [
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "package.json",
    ...[
      "index",
      "ajv",
      "envelope",
      "redact",
      "runtime",
      "testing",
      "webhook",
      ...types.map((type) => `events/${type}`),
    ].flatMap((path) => extensions.map((extension) => path + extension)),
    "patterns.js",
    "patterns.cjs",
    "cases.js",
    "cases.cjs",
    ...types.flatMap((type) => [`schemas/${type}.schema.json`, `schemas/draft-07/${type}.schema.json`]),
  ].toSorted();
}

test("the tarball holds the package and nothing of the workshop", () => {
  const objects = paths.filter((path) => path.startsWith("objects/"));
  expect(paths.filter((path) => !objects.includes(path))).toEqual(pathsOf(GigsEvent.types));
  const wanted = ["Event.js", "Event.cjs", ...extensions.map((extension) => `PortOutCredentials${extension}`)];
  expect(objects).toEqual(expect.arrayContaining(wanted.map((name) => `objects/${name}`)));
  const sources = listFiles(join(root, "schemas"))
    .map((file) => readFileSync(join(root, "schemas", file), "utf8"))
    .join();
  for (const path of objects) {
    const [, title] = /^objects\/(\w+)\.(?:d\.)?c?[jt]s$/.exec(path) ?? [];
    expect(sources, path).toContain(`"title": "${title}"`);
  }
});

test("its package.json says where it comes from, by the one address in ours, and what it runs on", () => {
  const [tool, published] = ["package.json", "generated/package.json"].map((path) =>
    JSON.parse(readFileSync(join(root, path), "utf8")),
  ) as [{ repository: { url: string }; codegen: { engines: object } }, object];
  const { url } = tool.repository;
  expect(published).toMatchObject({
    homepage: `${repositoryPage(url)}#readme`,
    bugs: { url: `${repositoryPage(url)}/issues` },
    repository: { url, directory: "generated" },
    keywords: expect.arrayContaining(["webhook", "json-schema"]),
    engines: tool.codegen.engines,
  });
  expect(published).not.toHaveProperty("dependencies");
});

test.each([
  ["git+https://github.com/owner/name.git", "https://github.com/owner/name"],
  ["https://git.example/owner/name", "https://git.example/owner/name"],
  ["git+ssh://git@github.com/owner/name.git", undefined],
  [undefined, undefined],
])("the page of the repository %s is %s", (url, page) => {
  expect(repositoryPage(url)).toBe(page);
});

test("it brings no other package along", async () => {
  expect((await readdir(join(project, "node_modules"))).filter((name) => !name.startsWith("."))).toEqual([
    "gigs-events",
  ]);
});

test.each([
  "index.js",
  "index.cjs",
  "ajv.js",
  "ajv.cjs",
  "webhook.js",
  "webhook.cjs",
  "testing.js",
  "testing.cjs",
  "runtime.js",
  "events/com.gigs.portOutCredentials.issued.js",
])("%s loads nothing from outside the package and makes no code from text", async (entry) => {
  const result = await build({
    entryPoints: [join(generated, entry)],
    bundle: true,
    write: false,
    format: "esm",
    metafile: true,
  });
  for (const input of Object.values(result.metafile.inputs)) {
    for (const { external, path } of input.imports) expect(external, path).toBeUndefined();
  }
  expect(result.outputFiles[0]?.text).not.toMatch(/\beval\b|new Function|\bFunction\(|import\(/);
});

const program = `
const event = JSON.parse(text);
if (!GigsEvent.is(event) || !one.PortOutCredentialsIssuedEvent.is(event)) throw new Error("refused");
if (one.PortOutCredentialsIssuedEvent !== PortOutCredentialsIssuedEvent) throw new Error("two copies");
if (GigsEvent.is({ ...event, time: "now" })) throw new Error("accepted");
if (schema.title !== "PortOutCredentialsIssuedEvent") throw new Error("no schema");
if (!ajv.PortOutCredentialsIssuedEvent(event) || ajv.PortOutCredentialsIssuedEvent({})) throw new Error("Ajv says otherwise");
if (!GigsEvent.is(testing.example(GigsEvent.types[0])) || GigsEvent.is(testing.invalid(GigsEvent.types[0])[0].event))
  throw new Error("no example");
const secret = webhook.secretKey("whsec_AAAA");
const delivery = { id: "msg_1", timestamp: new Date() };
const received = secret.then(async (key) => {
  const headers = await webhook.sign(text, key, delivery);
  return webhook.receive(GigsEvent, { body: text, headers, secret: key });
});
received.then(({ data }) => console.log(data.subscription));
`;

const entry = "gigs-events/events/com.gigs.portOutCredentials.issued";
const schema = "gigs-events/schemas/com.gigs.portOutCredentials.issued.schema.json";
const programs = [
  {
    file: "use.mjs",
    code: `
import { GigsEvent, PortOutCredentialsIssuedEvent } from "gigs-events";
import * as one from "${entry}";
import * as ajv from "gigs-events/ajv";
import * as testing from "gigs-events/testing";
import * as webhook from "gigs-events/webhook";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
const text = process.argv[2];
const schema = JSON.parse(readFileSync(fileURLToPath(import.meta.resolve("${schema}")), "utf8"));
${program}`,
  },
  {
    file: "use.cjs",
    code: `
const { GigsEvent, PortOutCredentialsIssuedEvent } = require("gigs-events");
const one = require("${entry}");
const ajv = require("gigs-events/ajv");
const testing = require("gigs-events/testing");
const webhook = require("gigs-events/webhook");
const schema = require("${schema}");
const text = process.argv[2];
${program}`,
  },
  {
    file: "both.mjs",
    code: `
import { createRequire } from "node:module";
import * as esm from "gigs-events";
const cjs = createRequire(import.meta.url)("gigs-events");
for (const { GigsEvent } of [esm, cjs]) {
  try { GigsEvent.parse("{"); } catch (error) {
    if (!(error instanceof esm.EventValidationError && error instanceof cjs.EventValidationError)) throw error;
  }
}
console.log(esm.GigsEvent === cjs.GigsEvent ? "one build" : "sub_0SNlurA049MEWV2gSfSxi00xlPIi");
`,
  },
];

test.each(programs)("the installed package works in $file, run as a real file", async ({ file, code }) => {
  await writeFile(join(project, file), code);
  expect((await run("node", [file, exampleText], project)).trim()).toBe("sub_0SNlurA049MEWV2gSfSxi00xlPIi");
});

/** Compiles the strict consumer in the project that has installed the package. */
async function compile(file: string, module: string, moduleResolution: string): Promise<void> {
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: "es2022",
    lib: ["es2022", "dom"],
    types: [],
    module,
    moduleResolution,
  };
  const config = `tsconfig.${file}.json`;
  await writeFile(
    join(project, file),
    await readTestFile(file.endsWith(".cts") ? "consumers/consumer.cts" : "consumers/consumer.ts"),
  );
  await writeFile(join(project, config), JSON.stringify({ compilerOptions, files: [file] }));
  await run(join(root, "node_modules/.bin/tsc"), ["-p", config], project);
}

describe("a strict consumer compiles, and only its marked mistakes do not", () => {
  test.each([
    ["consumer.mts", "nodenext", "nodenext"],
    ["consumer.cts", "nodenext", "nodenext"],
    ["consumer.ts", "esnext", "bundler"],
  ])("%s under %s, %s", compile);

  test.each([
    [
      "a member is any",
      "objects/PortOutCredentials.d.ts",
      "accountNumber: string",
      "accountNumber: any; [name: string]: any",
    ],
    [
      "types are lost",
      "runtime.d.ts",
      "readonly types?: { readonly input: T; readonly output: T }",
      "readonly types?: any",
    ],
    ["a file is missing", "index.d.ts", "./runtime.js", "./missing.js"],
  ])("not where %s", async (_, path, text, worse) => {
    const file = join(project, "node_modules/gigs-events", path);
    const good = await readFile(file, "utf8");
    expect(good).toContain(text);
    await writeFile(file, good.replace(text, worse));
    await expect(compile("broken.mts", "nodenext", "nodenext")).rejects.toThrow();
    await writeFile(file, good);
  });
});
