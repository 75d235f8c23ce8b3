// One word for one thing, in the names, comments and messages of scripts/.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./support/codegen.ts";

/** Words that meant several things, each with those that say them apart. */
const instead: Readonly<Record<string, string>> = {
  plain: "say what is left out: unnamed, simple, standard",
  place: "location (file, line, column), position (line, column), address (document and keys), instead of",
  judge: "validate, verdict, validator",
  manifest: "inventory (what we wrote), packageJson (npm's)",
  whole: "entire, complete",
  told: "reported, said",
  mend: "fix",
};

/** What has to be called so: the name of the inventory up to version 0.2.0, and a member of the findings' JSON. */
const given = /"manifest\.json"|\buntold\b/g;

const inflected = new Map(
  Object.keys(instead).flatMap((word) =>
    [word, `${word}s`, `${word}d`, `${word}ed`, `${word.replace(/e$/, "")}ing`].map((form) => [form, word] as const),
  ),
);

/** The words of a text in their lower case, those inside names too. */
const wordsOf = (text: string): string[] =>
  text
    .replaceAll(given, "")
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/);

const files = (readdirSync(join(root, "scripts"), { recursive: true }) as string[]).filter((file) =>
  /\.(?:ts|m?js|md)$/.test(file),
);

test("of several words for a thing one is used", () => {
  const found = files.flatMap((file) => {
    const words = wordsOf(`${file}\n${readFileSync(join(root, "scripts", file), "utf8")}`);
    return [...new Set(words.flatMap((word) => inflected.get(word) ?? []))].map(
      (word) => `${file} says "${word}"; ${instead[word]}`,
    );
  });
  expect(found).toEqual([]);
});

test("the others are found, inside names too", () => {
  expect(wordsOf("isPlain; // placed, and JUDGES").flatMap((word) => inflected.get(word) ?? [])).toEqual([
    "plain",
    "place",
    "judge",
  ]);
});
