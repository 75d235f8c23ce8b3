import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { GigsEvent } from "../../generated/index.js";
import { PortOutCredentialsIssuedEvent } from "../../generated/index.js";
import type { Json } from "../../scripts/json/json.ts";
import { formats } from "../../scripts/formats/formats.ts";
import { everyExample, everyKeyword } from "../fixtures/everyKeyword.ts";
import { generatePackage } from "../support/build.ts";
import { example, exampleWith } from "../support/example.ts";
import { mutated } from "../support/payloads.ts";
import { runs } from "../support/runs.ts";
import { createSourceValidator } from "../support/source.ts";

type Companion = { EveryKeywordEvent: typeof GigsEvent };

const holds = (name: string, text: unknown): boolean =>
  typeof text !== "string" || formats.get(name)?.regex.test(text) === true;

/** Whether the texts of an event have their formats. */
function isFormatted(value: unknown): boolean {
  const { time, source, data } = value as { time?: unknown; source?: unknown; data?: { expiresAt?: unknown } };
  return holds("date-time", time) && holds("date-time", data?.expiresAt) && holds("uri", source);
}

/** Runs a law over many payloads, and holds that both verdicts were seen often. */
function compare(
  examples: readonly Json[],
  is: (value: unknown) => boolean,
  other: (value: unknown) => unknown,
  times: number,
): void {
  const seen = { valid: 0, invalid: 0 };
  fc.assert(
    fc.property(mutated(examples), (value) => {
      seen[is(value) ? "valid" : "invalid"]++;
      return is(value) === Boolean(other(value));
    }),
    { numRuns: times, seed: 20260201 },
  );
  expect(Math.min(seen.valid, seen.invalid)).toBeGreaterThan(times / 10);
}

test("flat and source agree: the compiled validator and Ajv on the composed schemas", () => {
  // ajv-formats is wrong on texts that only our formats refuse; with those left out of the source, shapes are compared.
  const shape = createSourceValidator("events/com.gigs.portOutCredentials.issued.schema.json", false);
  const examples = [example(), exampleWith({ "/data/accountPin": null })];
  compare(
    examples,
    PortOutCredentialsIssuedEvent.is,
    (value) => shape(value) && isFormatted(value),
    runs(1000, 10_000),
  );
});

test("what the compiled validator accepts, Ajv with ajv-formats accepts on the source", () => {
  const source = createSourceValidator("events/com.gigs.portOutCredentials.issued.schema.json");
  compare(
    [example()],
    PortOutCredentialsIssuedEvent.is,
    (value) => PortOutCredentialsIssuedEvent.is(value) && source(value),
    runs(500, 5000),
  );
});

test("every keyword means in the compiled validator what it means to Ajv", async () => {
  const folder = await generatePackage(everyKeyword);
  const { EveryKeywordEvent } = (await import(`${folder}/index.js`)) as Companion;
  const ajv = new Ajv2020({ strict: false });
  for (const { name, regex } of formats.values()) ajv.addFormat(name, regex);
  for (const [file, schema] of Object.entries(everyKeyword)) ajv.addSchema(schema, `https://schemas.example/${file}`);
  const source = ajv.getSchema("https://schemas.example/events/test.everyKeyword.schema.json");
  expect(EveryKeywordEvent.validate(everyExample)).toMatchObject({ valid: true });
  compare([everyExample], EveryKeywordEvent.is, (value) => source?.(value), runs(2000, 20_000));
});

test("an issue is reported for every value that is refused, and points into it", async () => {
  const folder = await generatePackage(everyKeyword);
  const { EveryKeywordEvent } = (await import(`${folder}/index.js`)) as Companion;
  fc.assert(
    fc.property(mutated([everyExample]), (value) => {
      const result = EveryKeywordEvent.validate(value);
      if (result.valid) return;
      expect(result.issues.length).toBeGreaterThan(0);
      expect(new Set(result.issues.map(({ pointer }) => pointer)).size).toBe(result.issues.length);
      for (const { path } of result.issues) {
        const holder = path.slice(0, -1).reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], value);
        expect(typeof holder).toBe("object");
      }
    }),
    { numRuns: runs(300, 3000), seed: 20260202 },
  );
});
