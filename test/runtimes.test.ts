import { describe, expect, test } from "vitest";
import * as ajv from "../generated/ajv.js";
import * as event from "../generated/events/com.gigs.portOutCredentials.issued.js";
import * as gigs from "../generated/index.js";
import * as testing from "../generated/testing.js";
import * as webhook from "../generated/webhook.js";
import type { Ended } from "./runtimes/execute.ts";
import { judge, listChecks, type Result } from "./runtimes/judge.ts";
import { renderPage } from "./runtimes/page.ts";
import { type Exports, suite } from "./runtimes/programs/suite.js";
import { type Format, type Runtime, runtimes } from "./runtimes/table.ts";
import { exampleText } from "./support/example.ts";

const { GigsEvent } = gigs;

const decode = (json: string | Uint8Array): string =>
  typeof json === "string" ? json : new TextDecoder().decode(json);
const copy = (value: unknown): unknown => GigsEvent.validate(structuredClone(value));

const schema = GigsEvent["~standard"].jsonSchema.input({ target: "draft-07" });
const sharedSchema = { input: () => schema, output: () => schema };

/** The names of the checks that fail where the union, or other exports, are not as they should be. */
async function failuresOf(
  union: Partial<Record<keyof typeof GigsEvent, unknown>>,
  exports: Exports = {},
  ofWebhook: Exports = {},
): Promise<string[]> {
  const subject = { ...gigs, GigsEvent: { ...GigsEvent, ...union }, ...exports };
  const own = { ...webhook, ...ofWebhook };
  const checks = await suite({ gigs: subject, event, ajv, testing, webhook: own, other: gigs, text: exampleText });
  return checks.filter(({ ok }) => !ok).map(({ name }) => name);
}

/** A `parse` that spoils the errors of the real one. */
function parseWith(spoil: (error: Error, json: string | Uint8Array) => void): (json: string | Uint8Array) => unknown {
  return (json) => {
    try {
      return GigsEvent.parse(json);
    } catch (error) {
      spoil(error as Error, json);
      throw error;
    }
  };
}

describe("the suite", () => {
  test("passes on the package", async () => {
    expect(await failuresOf({})).toEqual([]);
  });

  test("fails in every check on no package, and names the same checks", async () => {
    const checks = await suite({ gigs: {}, event: {}, ajv: {}, testing: {}, webhook: {}, text: exampleText });
    expect(checks.filter(({ ok }) => ok)).toEqual([]);
    expect(checks.map(({ name }) => name)).toEqual(
      (await suite({ gigs, event, ajv, testing, webhook, text: exampleText })).map(({ name }) => name),
    );
    expect(new Set(checks.map(({ name }) => name)).size).toBe(checks.length);
  });

  test.each<[fault: string, check: string, failures: Promise<string[]>]>([
    ["is accepts all", "is refuses null", failuresOf({ is: () => true })],
    ["validate copies", "GigsEvent.validate gives the very object", failuresOf({ validate: copy })],
    ["assert accepts all", "assert refuses several wrong members", failuresOf({ assert: () => {} })],
    [
      "parse checks nothing",
      "parse refuses an unknown type",
      failuresOf({ parse: (json: string) => JSON.parse(json) as unknown }),
    ],
    [
      "parse mends bytes",
      "parse refuses bytes that are not UTF-8",
      failuresOf({ parse: (json: string) => GigsEvent.parse(decode(json)) }),
    ],
    [
      "a message quotes",
      "no credential is told of a text cut short",
      failuresOf({ parse: parseWith((error, json) => (error.message += decode(json))) }),
    ],
    [
      "a cause quotes",
      "no credential is told of bytes cut short",
      failuresOf({ parse: parseWith((error, json) => (error.cause = new SyntaxError(decode(json)))) }),
    ],
    [
      "an event of its own",
      "a lone event is the union's",
      failuresOf({}, { PortOutCredentialsIssuedEvent: { ...gigs.PortOutCredentialsIssuedEvent } }),
    ],
    [
      "one schema for all",
      "GigsEvent makes its schema anew",
      failuresOf({ "~standard": { ...GigsEvent["~standard"], jsonSchema: sharedSchema } }),
    ],
    [
      "an error of no brand",
      "another build's error is ours",
      failuresOf({}, { EventValidationError: class extends Error {} }),
    ],
    [
      "receive verifies nothing",
      "receive refuses another body",
      failuresOf({}, {}, { receive: async (_: unknown, { body }: { body: string }) => GigsEvent.parse(body) }),
    ],
    [
      "a signature of another kind",
      "sign gives the known signature",
      failuresOf({}, {}, { sign: async () => ({ "webhook-signature": "v1," }) }),
    ],
  ])("sees a fault: %s", async (_, check, failures) => {
    expect(await failures).toContain(check);
  });
});

describe("a report", async () => {
  const expected = await listChecks(true);
  const print = (runtime: string, names = expected): Ended => ({
    stdout: JSON.stringify({ runtime, checks: names.map((name) => ({ name, ok: true })) }),
  });

  test("is green with the runtime's version and every check", () => {
    const { length } = expected;
    expect(judge("Node 22", expected, print("Node 22.23.3"))).toEqual({
      version: "22.23.3",
      passed: length,
      of: length,
      failures: [],
    });
  });

  test.each([
    ["lacks a check", print("Node 22.23.3", expected.slice(1)), [expected[0]]],
    ["is of another runtime", print("Node 2.2"), ["the runtime does not call itself Node 22"]],
    [
      "is not there",
      { stdout: "1234", problem: "ended with SIGSEGV" },
      ["the program ended with SIGSEGV", "the program printed no report"],
    ],
    ["comes with a bad end", { ...print("Node 22.23.3"), problem: "ended with 1" }, ["the program ended with 1"]],
  ])("fails where it %s", (_, ended, failures) => {
    expect(judge("Node 22", expected, ended).failures).toEqual(failures);
  });

  test("is a row; failures and missing runtimes stand below, with the remedy", () => {
    const [node, chromium] = ["Node 20", "Chromium"].map(
      (name) => runtimes.find((runtime) => runtime.name === name) as Runtime,
    );
    const results = new Map<Format, Result>([["ESM", judge("Node 20", ["is", "was"], print("Node 20.1.2", ["is"]))]]);
    const lines = renderPage([{ runtime: node as Runtime, results }, { runtime: chromium as Runtime }]).split("\n");
    expect(lines.slice(1, 4)).toEqual([
      "Node 20   20.1.2   failed  -    1 of 2",
      "Chromium  missing  -       -    -",
      "failed: Node 20, ESM: was",
    ]);
    expect(lines[4]).toMatch(/^missing: Chromium: PATH has none of .*; apt-get install chromium$/);
  });
});
