import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { formats } from "../scripts/formats/formats.ts";
import { canaries } from "./conformance/canaries.ts";
import { digest, pageDigest, pagePath } from "./conformance/page.ts";

const page = readFileSync(pagePath, "utf8");

test("the matrix in the repository was made from these runners, versions, schemas and vectors", async () => {
  expect(pageDigest(), "run `npm run conformance -- --require-all` and commit test/conformance/README.md").toBe(
    await digest(),
  );
});

test("the matrix has at least 16 configurations in 6 languages, and no disagreement", () => {
  const [, configurations, languages, disagreements] =
    /\*\*(\d+) configurations in (\d+) languages, (\d+) disag/.exec(page) ?? [];
  expect(Number(configurations)).toBeGreaterThanOrEqual(16);
  expect(Number(languages)).toBeGreaterThanOrEqual(6);
  expect(disagreements).toBe("0");
});

test("the matrix tells of every format whether its keyword stays, and who decided it", () => {
  for (const { name, keepsFormat } of formats.values()) {
    expect(page).toMatch(
      new RegExp(`^\\| ${name} \\| ${keepsFormat ? "yes" : "no"} \\| ${keepsFormat ? "" : "\\S"}`, "m"),
    );
  }
});

test("every canary has verdicts of both kinds", () => {
  for (const { keyword, valid, invalid } of canaries)
    expect(Math.min(valid.length, invalid.length), keyword).toBeGreaterThan(0);
});
