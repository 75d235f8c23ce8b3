import { readFileSync } from "node:fs";
import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, expectTypeOf, test } from "vitest";
import { GigsEvent, PortOutCredentialsIssuedEvent } from "../generated/index.js";
import { withSecondEvent } from "./fixtures/secondEvent.ts";
import { generatePackage } from "./support/build.ts";
import { example, exampleWith } from "./support/example.ts";

/** All that the two standards promise of a schema. */
type Standard<T> = StandardSchemaV1<T> & StandardJSONSchemaV1<T>;

const companions: readonly [string, Standard<unknown>][] = [
  ["the union", GigsEvent],
  ["an event", PortOutCredentialsIssuedEvent],
];
const targets = ["draft-2020-12", "draft-07"] as const;
const directions = ["input", "output"] as const;
const readJson = (path: string): object =>
  JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), "utf8")) as object;

test("the declarations are what both standards ask for", () => {
  expectTypeOf(GigsEvent).toExtend<Standard<GigsEvent>>();
  expectTypeOf(PortOutCredentialsIssuedEvent).toExtend<Standard<PortOutCredentialsIssuedEvent>>();
  expectTypeOf<StandardSchemaV1.InferInput<typeof GigsEvent>>().toEqualTypeOf<GigsEvent>();
  expectTypeOf<
    StandardJSONSchemaV1.InferOutput<typeof PortOutCredentialsIssuedEvent>
  >().toEqualTypeOf<PortOutCredentialsIssuedEvent>();
});

describe.each(companions)("%s", (_, { "~standard": standard }) => {
  test("has the members of both standards and no types at run time", () => {
    expect(Object.keys(standard).toSorted()).toEqual(["jsonSchema", "validate", "vendor", "version"]);
    expect([standard.version, standard.vendor]).toEqual([1, "gigs-events"]);
  });

  test("validate gives the very object, or issues with paths, without a promise", () => {
    const value = example();
    expect(standard.validate(value)).toEqual({ value });
    expect((standard.validate(value) as { value: unknown }).value).toBe(value);
    expect(standard.validate(exampleWith({ "/data/accountPin": 1 }))).toEqual({
      issues: [{ message: "must be a string or null", path: ["data", "accountPin"] }],
    });
  });

  test.each(directions)("jsonSchema.%s gives a fresh object per call", (direction) => {
    const give = (): Record<string, unknown> => standard.jsonSchema[direction]({ target: "draft-07" });
    const schema = give();
    for (const part of Object.values(schema)) if (Array.isArray(part)) part.length = 0;
    schema["title"] = "spoilt";
    expect(give()).not.toEqual(schema);
    expect(give()["title"]).toMatch(/Event$/);
  });

  test.each(["openapi-3.0", "draft-04", "", "toString", "__proto__"])(
    "jsonSchema has no target %j and says which there are",
    (target) => {
      for (const direction of directions) {
        expect(() => standard.jsonSchema[direction]({ target })).toThrow(/ask for "draft-2020-12" or "draft-07"$/);
      }
    },
  );
});

test.each(targets)(
  "an event's jsonSchema for %s is deeply equal to the shared schema, without the notice",
  (target) => {
    const folder = target === "draft-07" ? "schemas/draft-07" : "schemas";
    const { $comment: _, ...shared } = readJson(
      `generated/${folder}/${PortOutCredentialsIssuedEvent.type}.schema.json`,
    ) as { $comment: string };
    for (const direction of directions) {
      const schema = PortOutCredentialsIssuedEvent["~standard"].jsonSchema[direction]({ target });
      expect(schema).toStrictEqual(shared);
    }
  },
);

test.each(targets)(
  "the union's jsonSchema for %s gives the verdicts of `is` on the vectors of two events",
  async (target) => {
    const folder = await generatePackage(withSecondEvent);
    const { GigsEvent: union } = (await import(`${folder}/index.js`)) as { GigsEvent: typeof GigsEvent };
    const schema = union["~standard"].jsonSchema.input({ target });
    const ajv =
      target === "draft-07"
        ? new Ajv({ strict: true, allowUnionTypes: true })
        : new Ajv2020({ strict: true, allowUnionTypes: true });
    const validate = ajv.compile(schema);
    expect(union.types).toHaveLength(2);
    for (const type of union.types) {
      const text = readFileSync(`${folder}/vectors/${type}.json`, "utf8");
      const [{ tests }] = JSON.parse(text) as [{ tests: { description: string; data: unknown; valid: boolean }[] }];
      for (const { description, data, valid } of tests)
        expect([validate(data), union.is(data)], description).toEqual([valid, valid]);
    }
  },
);
