// What a stranger can send takes time and memory in proportion to its length, and shows nothing of what it holds.
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { dangers } from "../support/dangers.ts";
import { createFolder, root, writeFiles } from "../support/codegen.ts";
import { example, exampleWith } from "../support/example.ts";
import { measureGrowth } from "../support/growth.ts";
import { createRandom, type Random } from "../support/mutate.ts";
import { brokenTexts, eventsWith, nastyValues } from "../support/nasty.ts";
import { run, runShell } from "../support/run.ts";
import { validateIn } from "../support/validate.ts";
import { splitUsage, tellUsage } from "../support/usage.ts";

const generated = ["--package", join(root, "generated")];

/** Whatever takes less than this is over at once, in milliseconds. */
const quick = 150;

const texts: [name: string, make: (size: number) => string][] = [
  ...Object.entries(nastyValues).flatMap(([kind, make]) =>
    Object.entries(eventsWith).map(([where, wrap]): [string, (size: number) => string] => [
      `${kind}, ${where}`,
      (size) => wrap(make(size)),
    ]),
  ),
  ...Object.entries(brokenTexts),
];

describe("twice as much takes twice as long, as a line and as a document:", () => {
  test.each(texts)("%s", async (_, make) => {
    for (const name of ["a.ndjson", "a.json"]) {
      const [half, full] = [250_000, 500_000].map((length) => {
        const folder = createFolder();
        writeFiles(folder, { [name]: `${make(length)}\n` });
        return () => validateIn(folder, {});
      }) as [() => Promise<unknown>, () => Promise<unknown>];
      expect([name, await measureGrowth(half, full, quick)]).toMatchObject([name, { isLinear: true }]);
    }
  });
});

const megabytes = 32;
const size = megabytes * 1_000_000;
const list = (item: string): string => `[${`${item},`.repeat(Math.floor(size / (item.length + 1)))}${item}]`;
const wrong = JSON.stringify(exampleWith({ "/time": 1 }));

describe(`${megabytes} MB take less than 1 GB of memory:`, () => {
  const all = ["--max-errors", "999999"];
  test.each<[name: string, file: string, text: () => string, flags?: string[]]>([
    ["a document of many names", "a.json", () => nastyValues["many names"]?.(size) ?? ""],
    ["a document of empty objects", "a.json", () => list("{}")],
    ["a document of almost as many objects as may be", "a.json", () => list(`${" ".repeat(15)}{}`)],
    ["a document of wrong events, all of which are reported", "a.json", () => list(wrong), all],
    ["a document of short wrong events, all of which are reported", "a.json", () => list('{"type":"com.gigs.x"}'), all],
    ["a document of line ends", "a.json", () => `${"\n".repeat(size)}[`],
    ["lines that are blank", "a.ndjson", () => "\n".repeat(size)],
    ["lines that are no JSON, all of which are reported", "a.ndjson", () => "{\n".repeat(size / 2), all],
    ["lines that are wrong, all of which are reported", "a.ndjson", () => '{"type":"x"}\n'.repeat(size / 13), all],
    ["lines of a megabyte", "a.ndjson", () => `{"x":${nastyValues["numbers"]?.(1_000_000)}}\n`.repeat(megabytes)],
    ["one line", "a.ndjson", () => `{"x":"${"x".repeat(size)}"}`],
  ])("%s", async (name, file, text, flags = []) => {
    const folder = createFolder();
    writeFiles(folder, { [file]: text() });
    const words = [process.execPath, ...tellUsage, join(root, "scripts/run.mjs"), "validate", join(folder, file)];
    const start = performance.now();
    const command = '"$@" | tail -c 300; exit 0';
    const { stdout, stderr: printed } = await runShell(command, [...words, ...generated, ...flags]);
    const { stderr, usage: { memory } = { memory: Number.NaN } } = splitUsage(printed);
    console.info(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s, ${memory.toFixed(0)} MB`);
    expect([stdout.length > 0 || stderr.length > 0, memory < 1000]).toEqual([true, true]);
  });
});

/** Marks what is secret in a payload; a schema has no such name. */
const secret = "QZsecretZQ";
const evil = [
  "\u001B[2J",
  "\n::error::x",
  "\u202E",
  "\u200B",
  "\u2028",
  "\u009B1m",
  "##[add-mask]",
  "\uFEFF",
  "\uD83D",
  '"',
  "\\",
];

const pick = <T>(random: Random, all: readonly T[]): T => all[random(all.length)] as T;

/** A text that holds the secret among characters that do harm. */
const evilText = (random: Random): string =>
  Array.from({ length: 1 + random(4) }, () => pick(random, evil)).join(secret) + secret;

/** A payload in which secrets stand wherever they can, some of them in JSON that is broken. */
function evilPayload(random: Random): string {
  const pointers = [
    "/id",
    "/type",
    "/time",
    "/data",
    "/data/accountPin",
    "/data/subscription",
    "/data/expiresAt",
    "/x",
  ];
  const changes: Record<string, unknown> = {};
  for (let i = 0; i <= random(4); i++) {
    const value = pick(random, [evilText(random), { [evilText(random)]: evilText(random) }, [evilText(random)]]);
    changes[pick(random, pointers)] = value;
  }
  // What stands in the stead of the data has no members.
  if ("/data" in changes) for (const pointer of pointers) if (pointer.startsWith("/data/")) delete changes[pointer];
  const key = evilText(random).replaceAll("~", "").replaceAll("/", "");
  const text = JSON.stringify(exampleWith({ ...changes, ...(random(2) === 0 ? { [`/${key}`]: secret } : {}) }));
  return pick(random, [
    text,
    text,
    text.slice(0, random(text.length)),
    `${text}${evilText(random)}`,
    text.replace('"object"', `"${secret}":1,"${secret}":2,"object"`),
    text.replace(/"[^"]*"/, evilText(random)),
  ]);
}

test("whatever is wrong, nothing that is printed holds a secret, moves a cursor or gives a command", async () => {
  const seed = Number(process.env["NASTY_SEED"] ?? 1);
  const random = createRandom(seed);
  for (let i = 0; i < 60; i++) {
    const folder = createFolder();
    const payloads = Array.from({ length: 40 }, () => evilPayload(random));
    const lines = payloads.map((text) => text.replaceAll("\n", " ")).join("\n");
    writeFiles(folder, { "a.ndjson": lines, "b.json": payloads[0] as string, "c.json": `[${payloads[1]}]` });
    for (const format of ["text", "json", "github"]) {
      for (const more of [[], ["--show-values"], ["--type", String(example()["type"])]]) {
        const flags = ["--format", format, "--max-errors", "999", ...more, ...generated];
        const ended = await run(["validate", ".", ...flags], { cwd: folder });
        const about = `NASTY_SEED=${seed}, round ${i}, ${flags.join(" ")}`;
        expect([about, ended.code]).toEqual([about, expect.toBeOneOf([0, 1])]);
        expect([about, dangers(ended, format === "github")]).toEqual([about, []]);
        if (!more.includes("--show-values"))
          expect([about, (ended.stdout + ended.stderr).includes(secret)]).toEqual([about, false]);
      }
    }
  }
});
