// What folders hold does no harm: names of files, what stands where something is to be written, and who puts links there.
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dangers } from "../support/dangers.ts";
import { createFolder, createSchemas, listTree, root, writeFiles } from "../support/codegen.ts";
import { exampleText } from "../support/example.ts";
import { createRandom, type Random } from "../support/mutate.ts";
import { run, runProcess } from "../support/run.ts";

const seed = Number(process.env["NASTY_SEED"] ?? 1);
const pick = <T>(random: Random, all: readonly T[]): T => all[random(all.length)] as T;

const parts = [
  "\n::error::x",
  "\u001B[2J",
  "\u202E",
  "\u200B",
  "::set-output name=a::b",
  "##[error]",
  "*",
  "?",
  "[a]",
  "{a,b}",
  "!",
  "-",
  "--out",
  " ",
  "'",
  '"',
  "$(x)",
  "`x`",
  "\\",
  "%0A",
  "é",
  "😀",
  "CON",
  "a",
  "..",
  "\u2028",
];

/** The name of a file or a folder. */
const nastyName = (random: Random): string =>
  `a${Array.from({ length: 1 + random(4) }, () => pick(random, parts)).join("")}`.slice(0, 80);

test("names of any kind are printed escaped, whatever command meets them, with an exit code of the table", async () => {
  const random = createRandom(seed);
  for (let i = 0; i < 40; i++) {
    const about = `NASTY_SEED=${seed}, round ${i}`;
    const [folder, name, other] = [createFolder(), nastyName(random), nastyName(random)];
    const [schemas, out] = [join(folder, `${name}s`), join(folder, `${other}o`)];
    renameSync(createSchemas({ [`events/${name}.schema.json`]: "{}", [`${other}/x.schema.json`]: "[" }), schemas);
    const payloads = join(folder, `${name}p`);
    writeFiles(payloads, { [`${other}.json`]: "{", [`${name}/${other}.ndjson`]: `${exampleText}\n{}` });
    mkdirSync(out);
    const foreign = pick(random, ["index.js", `${name}.js`, `${name}.schema.json`, "package.json"]);
    writeFileSync(join(out, foreign), "mine");
    const lines = [
      ...["text", "json", "github", "sarif"].map((format) => ["lint", "--schemas", schemas, "--format", format]),
      ["lint", "--schemas", schemas, "--fix", "--dry-run"],
      ["generate", "--schemas", schemas, "--out", out],
      ["generate", "--schemas", join(root, "schemas"), "--out", out],
      ["check", "--schemas", join(root, "schemas"), "--out", out],
      ["generate", "--schemas", name, "--out", other],
      ["show", name, "--schemas", join(root, "schemas")],
      ["show", "--definition", name, "--schemas", join(root, "schemas")],
      ["validate", payloads, "--package", join(root, "generated")],
      ["validate", payloads, join(payloads, `${other}.json`), "--format", "json", "--package", join(root, "generated")],
      ["validate", payloads, "--format", "github", "--package", join(root, "generated")],
      ["validate", name, "--package", join(root, "generated")],
      ["validate", payloads, "--type", name, "--package", join(root, "generated")],
      ["validate", payloads, "--package", join(folder, name)],
      ["validate", payloads, "--format", name],
      [name],
    ];
    for (const words of lines) {
      const ended = await run(words, { cwd: folder });
      const line = `${about}: ${JSON.stringify(words)}`;
      expect([line, dangers(ended, words.includes("github"))]).toEqual([line, []]);
      expect([line, ended.code]).toEqual([line, expect.toBeOneOf([0, 1, 2])]);
    }
    expect([about, listTree(out)[foreign]]).toEqual([about, "mine"]);
    // What was made with names of any kind is removed at once: they are no names for tools that clean up.
    rmSync(folder, { recursive: true, force: true });
  }
});

test("who exchanges folders for links while they are written gets nothing written elsewhere", async () => {
  const random = createRandom(seed);
  const schemas = createSchemas();
  let exchanged = 0;
  let rounds = 0;
  for (let i = 0; i < 15; i++) {
    const [folder, outside] = [createFolder(), createFolder()];
    const out = join(folder, "out");
    writeFiles(outside, { "events/victim.js": "outside", "index.js": "outside", "runtime.js": "outside" });
    const before = listTree(outside);
    const running = runProcess(["generate", "--schemas", schemas, "--out", out]);
    const state = { isEnded: false };
    void running.then(() => (state.isEnded = true));
    const target = pick(random, [
      "out",
      "out/events",
      "out/objects",
      "out/vectors/objects",
      "out/index.js",
      "out/.lock",
    ]);
    const path = join(folder, target);
    const earlier = exchanged;
    while (!state.isEnded) {
      try {
        renameSync(path, `${path}-${exchanged}`);
        symlinkSync(target === "out/index.js" || target === "out/.lock" ? join(outside, "index.js") : outside, path);
        exchanged++;
      } catch {
        // It is not there yet, or not any more.
      }
      await new Promise((resolve) => setTimeout(resolve, random(3)));
    }
    const { code, stderr } = await running;
    if (exchanged > earlier) rounds++;
    const about = `NASTY_SEED=${seed}, round ${i}, ${target}`;
    expect([about, listTree(outside)]).toEqual([about, before]);
    expect([about, code, stderr]).toEqual([about, expect.toBeOneOf([0, 2]), expect.not.stringMatching(/ at .*\.ts:/)]);
  }
  console.info(`${exchanged} exchanges in ${rounds} of 15 runs`);
  expect(rounds).toBeGreaterThan(5);
});
