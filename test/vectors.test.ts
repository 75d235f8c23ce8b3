import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { EventValidationError, GigsEvent } from "../generated/index.js";
import type { Schema } from "../scripts/schema/schema.ts";
import { readSource } from "./support/source.ts";

interface Vectors {
  readonly schema: Schema;
  readonly tests: readonly { description: string; data: unknown; valid: boolean }[];
}
interface RawVectors {
  readonly tests: readonly { description: string; base64: string; breaks?: string; valid: boolean }[];
}

const read = (path: string): string => readFileSync(new URL(`../generated/${path}`, import.meta.url), "utf8");

test.each(GigsEvent.types)("%s: the compiled validator and Ajv on both drafts give every vector's verdict", (type) => {
  const [{ schema, tests }] = JSON.parse(read(`vectors/${type}.json`)) as [Vectors];
  expect(schema).toEqual(JSON.parse(read(`schemas/${type}.schema.json`)));
  const new2020 = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
  const draft07 = new Ajv({ strict: true, allowUnionTypes: true }).compile(
    JSON.parse(read(`schemas/draft-07/${type}.schema.json`)) as object,
  );
  for (const { description, data, valid } of tests) {
    expect([new2020(data), draft07(data), GigsEvent.is(data)], description).toEqual([valid, valid, valid]);
  }
});

test.each(GigsEvent.types)("%s: the vectors are at most 64 kB, hold the example, and name what is broken", (type) => {
  const text = read(`vectors/${type}.json`);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(64 * 1024);
  const [{ tests }] = JSON.parse(text) as [Vectors];
  const [example] = readSource(`events/${type}.schema.json`).examples as unknown[];
  expect(tests[0]).toMatchObject({ data: example, valid: true });
  expect(new Set(tests.map(({ data }) => JSON.stringify(data))).size).toBe(tests.length);
  for (const { description, valid } of tests)
    expect(description).toMatch(valid ? /: valid$/ : /: breaks (\/|\(root\))/);
});

test.each(GigsEvent.types)("%s: parse refuses raw bytes that are not UTF-8, have a BOM or are not JSON", (type) => {
  const { tests } = JSON.parse(read(`vectors/${type}.raw.json`)) as RawVectors;
  const reasons = tests.map(({ base64 }) => {
    try {
      GigsEvent.parse(Uint8Array.from(Buffer.from(base64, "base64")));
      return undefined;
    } catch (error) {
      return (error as EventValidationError).reason;
    }
  });
  const want: Readonly<Record<string, string[]>> = {
    "utf-8": ["not-utf8", "not-json"],
    "no-bom": ["not-json"],
    json: ["not-json"],
  };
  for (const [i, { description, breaks, valid }] of tests.entries()) {
    if (valid) expect(reasons[i], description).toBeUndefined();
    else if (breaks !== undefined && want[breaks] !== undefined)
      expect(want[breaks], description).toContain(reasons[i]);
  }
});

/** The keywords of JSON Schema that a shared schema may have. */
const allowed = new Set(
  [
    "$schema $comment title description examples deprecated readOnly writeOnly type const enum not allOf anyOf oneOf",
    "required properties additionalProperties minProperties maxProperties items minItems maxItems uniqueItems",
    "minLength maxLength pattern format minimum maximum exclusiveMinimum exclusiveMaximum multipleOf",
  ].flatMap((words) => words.split(" ")),
);

test.each(GigsEvent.types)("%s: the shared schemas use standard keywords only, and no default", (type) => {
  const visit = (schema: object): void => {
    for (const [keyword, value] of Object.entries(schema)) {
      expect(allowed, keyword).toContain(keyword);
      if (keyword === "properties") Object.values(value as object).forEach(visit);
      for (const inside of ["anyOf", "oneOf", "allOf"].includes(keyword) ? (value as object[]) : []) visit(inside);
      if (["not", "items", "additionalProperties"].includes(keyword) && typeof value === "object")
        visit(value as object);
    }
  };
  for (const folder of ["schemas", "schemas/draft-07"]) {
    visit(JSON.parse(read(`${folder}/${type}.schema.json`)) as Schema);
  }
});

test("a default is told in the description of the shared schema", () => {
  for (const folder of ["schemas", "schemas/draft-07"]) {
    const schema = JSON.parse(read(`${folder}/com.gigs.portOutCredentials.issued.schema.json`)) as Schema;
    expect(schema.properties?.datacontenttype?.description).toContain('Default: "application/json"');
  }
});
