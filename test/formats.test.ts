import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { check } from "recheck";
import { formats } from "../scripts/formats/formats.ts";
import { renderFormatsPage } from "../scripts/formats/page.ts";
import { isAnchored, unportable } from "../scripts/rules/patternSyntax.ts";
import { root } from "./support/codegen.ts";

test("the page says what the rows say", () => {
  const page = readFileSync(join(root, "scripts/formats/README.md"), "utf8");
  expect(page, "run npm run docs").toBe(renderFormatsPage(formats.values()));
});

describe.each([...formats.values()])("$name", ({ pattern, alphabet, regex, expected, valid, invalid }) => {
  test.each(valid)("accepts %j", (text) => expect(regex.test(text)).toBe(true));
  test.each(invalid)("refuses %j", (text) => expect(regex.test(text)).toBe(false));

  test("samples have at most 200 characters and do not repeat", () => {
    const samples = [...valid, ...invalid];
    expect(Math.max(...samples.map((text) => text.length))).toBeLessThanOrEqual(200);
    expect(new Set(samples).size).toBe(samples.length);
  });

  test("the alphabet holds every character of a valid text, and no line break", () => {
    const outside = new RegExp(`[^${alphabet}]`, "u");
    for (const text of valid) expect(outside.test(text)).toBe(false);
    for (const char of "\n\r\u2028\u2029\u0085") expect(outside.test(char)).toBe(true);
    expect(outside.test(" ")).toBe(!valid.some((text) => text.includes(" ")));
  });

  test("JavaScript gives the text of the pattern back, which generated code relies on", () => {
    expect(regex.source).toBe(pattern);
  });

  test("the pattern is written in what all languages read alike", () => {
    expect(() => new RegExp(pattern, "u")).not.toThrow();
    expect(() => new RegExp(pattern, "v")).not.toThrow();
    expect(() => new RegExp(`[^${alphabet}]`, "v")).not.toThrow();
    expect(pattern).not.toMatch(/\\[dDwWsSpPbB]|\(\?[=!<]|\\[1-9]/);
    // What people's own patterns are held to.
    expect(unportable(pattern)).toEqual([]);
    expect(unportable(`[^${alphabet}]`)).toEqual([]);
    expect(isAnchored(pattern)).toBe(true);
    expect(pattern.indexOf("$")).toBe(pattern.length - 1);
  });

  test("no text makes the pattern backtrack without end", async () => {
    // Texts of the usual 300,000 characters would take more steps than it grants, for they take linear time as well.
    const limits = { timeout: 30_000, maxAttackStringSize: 20_000, randomSeed: 1 };
    expect((await check(pattern, "u", limits)).status).toBe("safe");
  });

  test("the sentence tells an example, which is valid", () => {
    const [, ...examples] = expected.split(/, such as | or (?=[^ ]+$)/);
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) expect(regex.test(example)).toBe(true);
  });
});
