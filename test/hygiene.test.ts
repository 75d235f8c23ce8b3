// What the npm world asks of a package, of its types and of its size.
import { cp, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { checkPackage, createPackageFromTarballData, type Problem } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { beforeAll, describe, expect, test } from "vitest";
import { withSecondEvent } from "./fixtures/secondEvent.ts";
import { generatePackage } from "./support/build.ts";
import { measureBundle } from "./support/bundle.ts";
import { eventOf } from "./support/eventOf.ts";
import { pack } from "./support/install.ts";
import { ownSchemas } from "./support/source.ts";

const generated = fileURLToPath(new URL("../generated/", import.meta.url));
/** What a package of our own first event alone may weigh, and what a second event may add, in bytes. */
const budget = { tarball: 54_500, anotherEvent: 6_000 };
const ownFile = `export { PortOutCredentialsIssuedEvent } from "./events/com.gigs.portOutCredentials.issued.js";`;
const index = `export { PortOutCredentialsIssuedEvent } from "./index.js";`;
let packed: { tarball: string; paths: string[] };
/** Folders of packages of our own first event, and of it and a second one. */
let [one, two] = ["", ""];

beforeAll(async () => {
  packed = await pack(generated);
  [one, two] = [await generatePackage(ownSchemas), await generatePackage(withSecondEvent)];
});

/** What can be imported from a package, by the files in its tarball. */
function entryPoints(paths: readonly string[]): string[] {
  const events = paths.flatMap((path) => /^(events\/.*)\.js$/.exec(path)?.[1] ?? []);
  const schemas = paths.filter((path) => path.startsWith("schemas/"));
  return [
    ".",
    "./ajv",
    "./redact",
    "./testing",
    "./webhook",
    "./package.json",
    ...[...events, ...schemas].map((path) => `./${path}`),
  ];
}

/** What "are the types wrong" says of a tarball, for every entry point; wildcards alone would hide them. */
async function typeProblems({ tarball, paths }: typeof packed): Promise<Problem[]> {
  const data = createPackageFromTarballData(new Uint8Array(await readFile(tarball)));
  const analysis = await checkPackage(data, { entrypoints: entryPoints(paths) });
  if (!analysis.types) throw new Error("the tarball has no types");
  expect(Object.keys(analysis.entrypoints)).toEqual(entryPoints(paths));
  return analysis.problems;
}

/** What publint says of a package's folder, suggestions included. */
async function lintMessages(pkgDir: string): Promise<(string | undefined)[]> {
  const { messages, pkg } = await publint({ pkgDir, level: "suggestion", strict: true, pack: "npm" });
  return messages.map((message) => formatMessage(message, pkg, { color: false }));
}

test("publint has nothing to say, not even a suggestion", async () => {
  expect(await lintMessages(generated)).toEqual([]);
});

test("the types are not wrong at any entry point", async () => {
  expect(entryPoints(packed.paths)).toContain("./events/com.gigs.portOutCredentials.issued");
  expect(await typeProblems(packed)).toEqual([]);
});

test("both find out what is missing", async () => {
  const folder = join(await mkdtemp(join(tmpdir(), "package-")), "package");
  await cp(generated, folder, { recursive: true });
  await rm(join(folder, "index.cjs"));
  await rm(join(folder, "events/com.gigs.portOutCredentials.issued.d.cts"));
  expect(await lintMessages(folder)).toContainEqual(expect.stringContaining("index.cjs"));
  const entrypoint = "./events/com.gigs.portOutCredentials.issued";
  expect(await typeProblems(await pack(folder))).toContainEqual(expect.objectContaining({ entrypoint }));
});

const to = (name: string): object => ({ description: "d", $ref: `#/$defs/${name}` });

test("what a module imports is in the tarball, also what few packages need", async () => {
  const node = {
    title: "Node",
    description: "d",
    type: "object",
    properties: { child: to("node"), pair: { description: "d", type: "array", prefixItems: [{ type: "string" }, {}] } },
    patternProperties: { "^c": to("node") },
  };
  const folder = await generatePackage(eventOf(to("node"), { node }));
  const { paths } = await pack(folder);
  expect(paths).toEqual(expect.arrayContaining(["draft07.js", "recursive.cjs"]));
  for (const path of paths.filter((name) => /\.c?js$/.test(name))) {
    const text = await readFile(join(folder, path), "utf8");
    const imported = [...text.matchAll(/(?:from |require\()"(\.[^"]+)"/g)].map(([, specifier = ""]) =>
      posix.join(path, "..", specifier),
    );
    expect([path, imported.filter((name) => !paths.includes(name))]).toEqual([path, []]);
  }
});

describe("sizes", () => {
  test("the tarball of one event has at most 54,500 bytes, and another event adds at most 6,000", async () => {
    const tarballs = [(await pack(one)).tarball, (await pack(two)).tarball];
    const [least = 0, more = 0] = await Promise.all(tarballs.map(async (file) => (await stat(file)).size));
    expect(least).toBeLessThanOrEqual(budget.tarball);
    expect(more - least).toBeLessThanOrEqual(budget.anotherEvent);
  });

  test("one event with all it imports has at most 3,550 bytes, minified and gzipped; 2,650 without its JSON Schema", async () => {
    const whole = await measureBundle(ownFile, one);
    const bare = await measureBundle(ownFile, one, { schemas: false });
    expect(whole.gzipped).toBeLessThanOrEqual(3650);
    expect(bare.gzipped).toBeLessThanOrEqual(2730);
  });

  test("`receive` has at most 1,400 bytes beside the event, minified and gzipped; `sign` costs nothing with it, nor it with `sign`", async () => {
    const [receive, sign] = await Promise.all(
      ["receive", "sign"].map((name) => measureBundle(`export { ${name} } from "./webhook.js";`, one)),
    );
    expect(receive?.gzipped).toBeLessThanOrEqual(1400);
    const ofEach = [/no-matching-signature/, /visible ASCII/, /EventValidationError/];
    expect([receive, sign].map((size) => ofEach.map((text) => text.test(size?.text ?? "")))).toEqual([
      [true, false, false],
      [false, true, false],
    ]);
    expect((await measureBundle(`import { receive } from "./webhook.js";`, one)).minified).toBe(0);
  });

  test("of two events, one imported from the index costs what its own file costs, to within 5%", async () => {
    const own = await measureBundle(ownFile, two);
    const all = await measureBundle(`export * from "./index.js";`, two);
    const lone = await measureBundle(index, two);
    const least = { minified: 1.25, gzipped: 1.15 };
    for (const measure of ["minified", "gzipped"] as const) {
      expect(Math.abs(lone[measure] / own[measure] - 1)).toBeLessThan(0.05);
      // What two events share is in both bundles; the other event is in one.
      expect(all[measure] / lone[measure]).toBeGreaterThan(least[measure]);
    }
    expect([all.text, lone.text].map((text) => text.includes("com.gigs.portOutCredentials.revoked"))).toEqual([
      true,
      false,
    ]);
  });
});
